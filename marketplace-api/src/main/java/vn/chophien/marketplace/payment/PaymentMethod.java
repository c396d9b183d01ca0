package vn.chophien.marketplace.payment;

/** How a buyer settles an order. */
public enum PaymentMethod {
    /** Before the goods leave, on the gateway's pay page. */
    CARD,
    /** To the carrier, when the goods arrive. */
    COD
}
