package vn.chophien.marketplace.settlement.balance;

/** Why money of a sale is not free yet. */
public enum HoldReason {
    /** The buyer has paid and the goods have not arrived. */
    DELIVERY,
    /** The buyer may still return the goods. */
    RETURN_WINDOW,
    /** The carrier has not handed the cash over. */
    CARRIER,
    /** Money goes back to the buyer and has not arrived there. */
    REFUND,
    /** A return is undecided, its refusal may still go to the operator, or an operator looks into a complaint. */
    DISPUTE
}
