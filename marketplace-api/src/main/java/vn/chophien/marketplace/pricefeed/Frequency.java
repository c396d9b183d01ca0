package vn.chophien.marketplace.pricefeed;

/** How often a series is observed; monthly prices are averages dated the first of their month. */
public enum Frequency {
    DAILY(45),
    WEEKLY(90),
    /** International statistics appear months after the month they are about. */
    MONTHLY(400);

    private final int daysCurrent;

    Frequency(int daysCurrent) {
        this.daysCurrent = daysCurrent;
    }

    /** For how many days a price is worth showing as the latest. */
    public int daysCurrent() {
        return daysCurrent;
    }
}
