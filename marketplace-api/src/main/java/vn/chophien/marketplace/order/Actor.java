package vn.chophien.marketplace.order;

/** Who moves an order. */
public enum Actor {
    BUYER,
    SELLER,
    /** Whoever runs the market and settles what buyer and shop cannot. */
    OPERATOR,
    /** The market itself: a payment arrived, or time ran out. */
    SYSTEM
}
