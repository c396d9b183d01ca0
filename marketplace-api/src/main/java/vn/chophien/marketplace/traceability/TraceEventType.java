package vn.chophien.marketplace.traceability;

/** The steps of a lot, from the field to the post. */
public enum TraceEventType {
    PLANT,
    CARE,
    HARVEST,
    PROCESS,
    PACK,
    SHIP
}
