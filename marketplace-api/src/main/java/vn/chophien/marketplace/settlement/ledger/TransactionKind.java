package vn.chophien.marketplace.settlement.ledger;

/** What happened. */
public enum TransactionKind {
    /** Money arrived, before it is known what for. */
    CAPTURED,
    /** It pays for a seller order. */
    PAID,
    /** The goods arrived: the sale is the seller's. */
    DELIVERED,
    /** The buyer owes less or gets something back. */
    REDUCED,
    /** Money reached the buyer. */
    REFUNDED,
    /** A carrier handed over what it collected. */
    REMITTED,
    PAYOUT_SENT,
    PAYOUT_CONFIRMED,
    PAYOUT_RETURNED,
    /** A seller transferred what it owed for fees. */
    FEE_PAID,
    REVERSAL
}
