package vn.chophien.marketplace.terms;

/** What the number of a row counts, and how small and large it can be. */
enum TermAmount {
    /** The kind has no number. */
    NONE(0, 0),
    DONG(0, 1_000_000_000),
    DAYS(0, 366),
    /** Every month has it. */
    DAY_OF_MONTH(1, 28),
    YES_OR_NO(0, 1);

    private final long least;
    private final long most;

    TermAmount(long least, long most) {
        this.least = least;
        this.most = most;
    }

    long least() {
        return least;
    }

    long most() {
        return most;
    }

    boolean allows(long amount) {
        return amount >= least && amount <= most;
    }
}
