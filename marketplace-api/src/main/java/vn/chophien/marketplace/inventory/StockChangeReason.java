package vn.chophien.marketplace.inventory;

/** Why a figure moved; the words are stored in the audit. */
enum StockChangeReason {
    INITIAL,
    COUNTED,
    RESERVED,
    RELEASED,
    EXPIRED,
    TAKEN,
    RETURNED,
    WRITTEN_OFF
}
