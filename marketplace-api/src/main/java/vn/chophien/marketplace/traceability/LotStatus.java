package vn.chophien.marketplace.traceability;

public enum LotStatus {
    ACTIVE,
    /** Buyers were told to bring it back. */
    RECALLED,
    CLOSED
}
