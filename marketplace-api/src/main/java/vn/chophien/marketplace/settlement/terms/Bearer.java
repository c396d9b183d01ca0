package vn.chophien.marketplace.settlement.terms;

/** Who carries a cost, or receives money. */
public enum Bearer {
    PLATFORM,
    SELLER
}
