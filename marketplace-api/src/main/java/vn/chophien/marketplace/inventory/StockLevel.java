package vn.chophien.marketplace.inventory;

import vn.chophien.marketplace.catalog.VariantId;

/** The stock of one variant: what is there, and what of it is promised. */
public record StockLevel(VariantId variant, int onHand, int reserved, long version) {

    public int available() {
        return onHand - reserved;
    }
}
