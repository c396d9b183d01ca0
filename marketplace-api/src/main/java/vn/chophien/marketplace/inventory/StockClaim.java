package vn.chophien.marketplace.inventory;

import vn.chophien.marketplace.catalog.VariantId;

/** The wish of one owner for a number of pieces of one variant. */
public record StockClaim(ReservationOwner owner, VariantId variant, int quantity) {

    public StockClaim {
        if (quantity < 1) {
            throw new IllegalArgumentException("A claim is for one piece or more, not " + quantity);
        }
    }
}
