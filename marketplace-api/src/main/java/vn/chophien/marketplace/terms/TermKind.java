package vn.chophien.marketplace.terms;

/** What a row of the terms says. */
public enum TermKind {
    /** The market's fee on goods: a rate, at least {@code amount} and at most {@code cap} đồng a line. */
    COMMISSION(true),
    WITHHELD_VAT(false),
    WITHHELD_PIT(false),
    /** What the gateway keeps of a payment: a rate and a fixed part. */
    GATEWAY_FEE(false),
    /** Who bears the commission of what is refunded. */
    REFUND_COMMISSION(true),
    REFUND_GATEWAY_FEE(true),
    /** To whom a carrier hands the cash over. */
    COD_REMITTANCE(true),
    /** For how long after delivery a buyer may change her mind, and a seller's money waits for it. */
    RETURN_WINDOW_DAYS(true),
    /** For how long after delivery goods that are not what was promised may be returned. */
    LEGAL_RETURN_DAYS(true),
    /** How long a shop may take to answer a return. */
    SHOP_ANSWER_DAYS(true),
    /** How long before it holds a change that costs sellers is published. */
    FEE_NOTICE_DAYS(false),
    /** 1 when tax is withheld of money that went straight to the seller too. */
    WITHHOLD_ON_DIRECT_MONEY(false),
    TAX_RETURN_DUE_DAY(false),
    FEE_INVOICE_DUE_DAY(false),
    VAT_METHOD(false),
    VAT_RATE(false);

    private final boolean costsSellers;

    TermKind(boolean costsSellers) {
        this.costsSellers = costsSellers;
    }

    /** Whether a change has to be published some time before it holds. */
    boolean costsSellers() {
        return costsSellers;
    }
}
