package vn.chophien.marketplace.order;

import java.util.Locale;

/** Why the market or the buyer gave an order up; a shop gives its reason in its own words. */
enum CancelReason {
    BUYER_REQUEST,
    NOT_PAID_IN_TIME,
    /** The money came after the goods were given to somebody else. */
    STOCK_LOST;

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
