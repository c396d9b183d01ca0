package vn.chophien.marketplace.order;

/** Who moves an order. */
public enum Actor {
    BUYER,
    SELLER,
    /** The market itself: a payment arrived, or time ran out. */
    SYSTEM
}
