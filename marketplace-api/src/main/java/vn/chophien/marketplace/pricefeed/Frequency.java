package vn.chophien.marketplace.pricefeed;

/** How often a series is observed; monthly prices are averages dated the first of their month. */
public enum Frequency {
    DAILY,
    WEEKLY,
    MONTHLY
}
