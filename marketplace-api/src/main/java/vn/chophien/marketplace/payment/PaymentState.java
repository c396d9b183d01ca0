package vn.chophien.marketplace.payment;

/** What the rest of the market sees of a card payment; the gateway and we keep finer states. */
public enum PaymentState {
    /** The buyer can still pay on the page that was opened. */
    OPEN,
    /** The gateway has the buyer's confirmation and has not answered yet. */
    PROCESSING,
    /** The last card was refused; the page stays open for another one. */
    FAILED,
    /** The money arrived. Final. */
    PAID,
    /** Closed without money. Final. */
    CANCELED
}
