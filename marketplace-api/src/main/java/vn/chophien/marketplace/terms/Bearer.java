package vn.chophien.marketplace.terms;

/** Who carries a cost, or receives money. */
public enum Bearer {
    PLATFORM,
    SELLER
}
