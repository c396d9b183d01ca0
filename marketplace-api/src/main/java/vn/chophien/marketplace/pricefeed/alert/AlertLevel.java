package vn.chophien.marketplace.pricefeed.alert;

import java.util.Locale;

/** How unusual a price is, in the words of its indicator; the texts are {@code prices.alert.level.<code>}. */
enum AlertLevel {
    NORMAL(0),
    /** ALPS. */
    STRESS(1),
    /** IFPA: moderately high. */
    MODERATE(1),
    /** ALPS. */
    ALERT(2),
    /** IFPA: abnormally high. */
    HIGH(2),
    /** ALPS. */
    CRISIS(3);

    private final int severity;

    AlertLevel(int severity) {
        this.severity = severity;
    }

    /** From 0 for a usual price to 3, comparable between indicators. */
    int severity() {
        return severity;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
