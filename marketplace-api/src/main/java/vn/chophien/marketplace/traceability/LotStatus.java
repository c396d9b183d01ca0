package vn.chophien.marketplace.traceability;

/** Whether goods of a lot are still about. */
public enum LotStatus {
    ACTIVE,
    /** All sold. */
    DEPLETED,
    /** Buyers were told to bring it back. */
    RECALLED
}
