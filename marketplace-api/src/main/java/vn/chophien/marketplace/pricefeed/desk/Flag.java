package vn.chophien.marketplace.pricefeed.desk;

import java.util.Locale;

/** What there is to see about an entry before it becomes public; the texts are {@code prices.flag.<code>}. */
public enum Flag {
    /** More than {@value EntryChecks#UNUSUAL_PERCENT} percent from the price before. */
    UNUSUAL_CHANGE,
    /** Further from the price before than this series usually goes. */
    OUTSIDE_BAND,
    /** Another price is public for this day. */
    CORRECTS_PUBLISHED,
    WITHDRAWS_PUBLISHED,
    /** The same is public already. */
    REPEATS_PUBLISHED,
    NOTHING_TO_WITHDRAW;

    /** Whether an officer must say that she looked again. */
    boolean needsConfirmation() {
        return this == UNUSUAL_CHANGE || this == OUTSIDE_BAND;
    }

    /** Whether the public is owed an explanation. */
    boolean needsReason() {
        return this == CORRECTS_PUBLISHED || this == WITHDRAWS_PUBLISHED;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
