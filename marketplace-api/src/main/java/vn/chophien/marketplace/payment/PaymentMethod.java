package vn.chophien.marketplace.payment;

/** How a buyer settles an order. */
public enum PaymentMethod {
    /** Before the goods leave, on the gateway's pay page, the order as a whole. */
    CARD,
    /** Before the goods leave, by a bank transfer for each seller order. */
    VIETQR,
    /** To the carrier, when the goods arrive. */
    COD
}
