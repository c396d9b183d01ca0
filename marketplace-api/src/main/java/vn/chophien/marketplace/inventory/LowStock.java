package vn.chophien.marketplace.inventory;

import vn.chophien.marketplace.catalog.VariantId;

/** A variant of which little is left to sell, and from how few on its shop wants to know. */
record LowStock(VariantId variant, int onHand, int reserved, int lowAt) {

    int available() {
        return onHand - reserved;
    }
}
