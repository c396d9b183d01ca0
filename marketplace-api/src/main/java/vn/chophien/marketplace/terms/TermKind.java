package vn.chophien.marketplace.terms;

import static vn.chophien.marketplace.terms.TermField.AMOUNT;
import static vn.chophien.marketplace.terms.TermField.BASIS_POINTS;
import static vn.chophien.marketplace.terms.TermField.CAP;
import static vn.chophien.marketplace.terms.TermField.CATEGORY_PATH;
import static vn.chophien.marketplace.terms.TermField.CHOICE;
import static vn.chophien.marketplace.terms.TermField.OCOP_STARS;
import static vn.chophien.marketplace.terms.TermField.SELLER_TYPE;
import static vn.chophien.marketplace.terms.TermField.SUBJECT;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a row of the terms says. */
public enum TermKind {
    /** The market's fee on goods: a rate, at least {@code amount} and at most {@code cap} đồng a line. */
    COMMISSION(true, TermAmount.DONG, SELLER_TYPE, CATEGORY_PATH, OCOP_STARS, BASIS_POINTS, AMOUNT, CAP),
    WITHHELD_VAT(false, TermAmount.NONE, SELLER_TYPE, SUBJECT, BASIS_POINTS),
    WITHHELD_PIT(false, TermAmount.NONE, SELLER_TYPE, SUBJECT, BASIS_POINTS),
    /** What the gateway keeps of a payment: a rate and a fixed part. */
    GATEWAY_FEE(false, TermAmount.DONG, SUBJECT, BASIS_POINTS, AMOUNT),
    /** Who bears the commission of what is refunded. */
    REFUND_COMMISSION(true, TermAmount.NONE, SUBJECT, CHOICE),
    REFUND_GATEWAY_FEE(true, TermAmount.NONE, SUBJECT, CHOICE),
    /** To whom a carrier hands the cash over. */
    COD_REMITTANCE(true, TermAmount.NONE, SUBJECT, CHOICE),
    /** For how long after delivery a buyer may change her mind, and a seller's money waits for it. */
    RETURN_WINDOW_DAYS(true, TermAmount.DAYS, AMOUNT),
    /** For how long after delivery goods that are not what was promised may be returned. */
    LEGAL_RETURN_DAYS(true, TermAmount.DAYS, AMOUNT),
    /** How long a shop may take to answer a return. */
    SHOP_ANSWER_DAYS(true, TermAmount.DAYS, AMOUNT),
    /** For how long after a shop's refusal the buyer may call the operator, and the seller's money waits for it. */
    APPEAL_DAYS(true, TermAmount.DAYS, AMOUNT),
    /** How long before it holds a change that costs sellers is published. */
    FEE_NOTICE_DAYS(false, TermAmount.DAYS, AMOUNT),
    /** 1 when tax is withheld of money that went straight to the seller too. */
    WITHHOLD_ON_DIRECT_MONEY(false, TermAmount.YES_OR_NO, AMOUNT),
    TAX_RETURN_DUE_DAY(false, TermAmount.DAY_OF_MONTH, AMOUNT),
    FEE_INVOICE_DUE_DAY(false, TermAmount.DAY_OF_MONTH, AMOUNT),
    VAT_METHOD(false, TermAmount.NONE, SELLER_TYPE, CHOICE),
    VAT_RATE(false, TermAmount.NONE, SUBJECT, BASIS_POINTS, CHOICE);

    private final boolean costsSellers;
    private final TermAmount amount;
    private final List<TermField> fields;

    TermKind(boolean costsSellers, TermAmount amount, TermField... fields) {
        this.costsSellers = costsSellers;
        this.amount = amount;
        this.fields = List.of(fields);
    }

    /** Whether a change has to be published some time before it holds. */
    boolean costsSellers() {
        return costsSellers;
    }

    /** Within which a number of this kind makes sense. */
    TermAmount amount() {
        return amount;
    }

    /** A row that says more than this would look as if it held for fewer, and hold for all. */
    boolean reads(TermField field) {
        return fields.contains(field);
    }

    /** Without which a row says nothing: its rate, else its number, else its choice. */
    Optional<TermField> needs() {
        return Stream.of(BASIS_POINTS, AMOUNT, CHOICE).filter(fields::contains).findFirst();
    }
}
