package vn.chophien.marketplace.payment;

/** Who has the cash that a buyer handed over at the door. */
public enum CashHolder {
    /** Until it pays the shop out. */
    CARRIER,
    SELLER,
    /** The carrier works for the platform and pays its licensed partner. */
    PLATFORM
}
