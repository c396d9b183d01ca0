package vn.chophien.marketplace.settlement.ledger;

/** What happened. */
public enum TransactionKind {
    /** Money arrived in the partner's collecting account. */
    ARRIVED,
    /** Money arrived for an order or a seller order. */
    CAPTURED,
    /** It pays for a seller order. */
    PAID,
    /** Cash came in at the door with a parcel, while others were still to arrive. */
    COLLECTED,
    /** The goods arrived: the sale is the seller's. */
    DELIVERED,
    /** The buyer owes less or gets something back. */
    REDUCED,
    /** Money reached the buyer. */
    REFUNDED,
    /** Money that paid for nothing went back. */
    SENT_BACK,
    /** A carrier handed over what it collected. */
    REMITTED,
    PAYOUT_SENT,
    PAYOUT_CONFIRMED,
    PAYOUT_RETURNED,
    /** The gateway took some of a payout back, for a refund that came after it. */
    PAYOUT_REVERSED,
    /** The gateway paid the market's money into its bank account. */
    DEPOSITED,
    /** A seller transferred what it owed for fees. */
    FEE_PAID,
    REVERSAL
}
