package vn.chophien.marketplace.terms;

import java.util.Locale;

/** What a row of the terms may say: for whom it holds, and what. */
enum TermField {
    SELLER_TYPE,
    CATEGORY_PATH,
    OCOP_STARS,
    SUBJECT,
    BASIS_POINTS,
    AMOUNT,
    CAP,
    CHOICE;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
