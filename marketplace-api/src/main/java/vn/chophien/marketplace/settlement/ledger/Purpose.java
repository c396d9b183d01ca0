package vn.chophien.marketplace.settlement.ledger;

/** What one entry is for, so that a statement can explain a balance from the entries alone. */
public enum Purpose {
    /** Money came from a buyer. */
    RECEIPT,
    GOODS,
    SHIPPING,
    COMMISSION,
    VAT,
    PIT,
    GATEWAY_FEE,
    /** Taken back from the seller for goods that the buyer gets money for. */
    GOODS_BACK,
    SHIPPING_BACK,
    COMMISSION_BACK,
    VAT_BACK,
    PIT_BACK,
    /** Money that the seller holds already. */
    SET_OFF,
    /** Money went back to a buyer. */
    REPAYMENT,
    /** A carrier handed cash over. */
    REMITTANCE,
    /** Money left for the seller's bank, or came back from there. */
    PAYOUT,
    /** The market's money went from one place to another. */
    DEPOSIT,
    /** A seller paid what it owed for fees. */
    FEE_PAYMENT
}
