package vn.chophien.marketplace.aftersales;

import java.time.Duration;

/**
 * A deadline in force on some day.
 *
 * @param reference what it rests on
 */
record AftersalesTerm(Kind kind, int days, String reference) {

    Duration length() {
        return Duration.ofDays(days);
    }

    enum Kind {
        /** For a return the law does not give a right to, after delivery. */
        ORDINARY_RETURN,
        /** For goods that are not what was promised, after delivery. */
        LEGAL_RETURN,
        /** For the shop's answer, after the request. */
        SHOP_ANSWER
    }
}
