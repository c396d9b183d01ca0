package vn.chophien.marketplace.inventory;

import vn.chophien.marketplace.catalog.VariantId;

/** One variant's figure after a change, and what was available before it. */
record StockMovement(VariantId variant, int availableBefore, int availableAfter) {

    /** Buyers and the search see only whether there is any left. */
    boolean flipsAvailability() {
        return (availableBefore > 0) != (availableAfter > 0);
    }
}
