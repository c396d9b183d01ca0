package vn.chophien.marketplace.settlement.payout;

/** How money leaves for a seller. */
public enum PayoutWay {
    /** By a file that the operator's bank is given. */
    BANK_FILE,
    /** As a transfer to the seller's account at the card gateway, out of what the market has there. */
    GATEWAY
}
