package vn.chophien.marketplace.payment;

/** Who has the cash that a buyer handed over at the door. */
public enum CashHolder {
    /** Under contract: until it hands the cash over to the platform's licensed partner, which the ledger knows. */
    CARRIER,
    /** The shop, or a carrier of its own choice, which pays it. */
    SELLER
}
