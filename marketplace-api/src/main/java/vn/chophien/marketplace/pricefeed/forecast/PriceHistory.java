package vn.chophien.marketplace.pricefeed.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.Frequency;

/**
 * What is known of a series, step by step. A step without a quote repeats the last price; several quotes within a step count
 * by the last. Only the recent past is kept: what was usual long ago says little of the next weeks.
 */
public final class PriceHistory {
    private final StepCalendar calendar;
    private final LocalDate last;
    private final double[] logs;
    private final boolean[] observed;

    private PriceHistory(StepCalendar calendar, LocalDate last, double[] logs, boolean[] observed) {
        this.calendar = calendar;
        this.last = last;
        this.logs = logs;
        this.observed = observed;
    }

    /** @param prices at least one, all above zero */
    public static PriceHistory of(Frequency frequency, NavigableMap<LocalDate, Double> prices) {
        var calendar = StepCalendar.through(frequency, prices.lastKey());
        var last = calendar.step(prices.lastKey());
        var earliest = calendar.after(last, 1L - longest(frequency));
        var known = prices.tailMap(earliest, true);
        var first = calendar.step(known.firstKey());
        int length = Math.toIntExact(calendar.between(first, last)) + 1;
        var logs = new double[length];
        var observed = new boolean[length];
        known.forEach((date, price) -> {
            int step = Math.toIntExact(calendar.between(first, calendar.step(date)));
            logs[step] = Math.log(price);
            observed[step] = true;
        });
        for (int t = 1; t < length; t++) {
            logs[t] = observed[t] ? logs[t] : logs[t - 1];
        }
        return new PriceHistory(calendar, last, logs, observed);
    }

    private static int longest(Frequency frequency) {
        return switch (frequency) {
            case DAILY -> 1250;
            case WEEKLY -> 520;
            case MONTHLY -> 400;
        };
    }

    public Frequency frequency() {
        return calendar.frequency();
    }

    /** The step of the last quote. */
    public LocalDate last() {
        return last;
    }

    /** Steps from the first quote to the last, holes included. */
    public int length() {
        return logs.length;
    }

    /** The share of the latest steps that have a quote of their own. */
    public double observedShare(int latest) {
        int from = Math.max(0, observed.length - latest);
        int quotes = 0;
        for (int t = from; t < observed.length; t++) {
            quotes += observed[t] ? 1 : 0;
        }
        return (double) quotes / (observed.length - from);
    }

    /** The last price, of a step that repeats it too. */
    public double lastPrice() {
        return Math.exp(logs[logs.length - 1]);
    }

    /** The price of the same season in the last year known, so many steps ahead; none when that is before the first quote. */
    public @Nullable Double seasonAgo(int stepsAhead) {
        int step = logs.length - 1 + stepsAhead;
        while (step >= logs.length) {
            step -= stepsPerYear();
        }
        return step < 0 ? null : Math.exp(logs[step]);
    }

    /** The date so many steps after the last quote. */
    public LocalDate dateAhead(int steps) {
        return calendar.after(last, steps);
    }

    int stepsPerYear() {
        return calendar.steps();
    }

    boolean isObserved(int step) {
        return observed[step];
    }

    /** Natural logarithms of the prices; the caller's own copy. */
    double[] logs() {
        return logs.clone();
    }

    /** The history as it was known after its first so many steps. */
    PriceHistory first(int steps) {
        return new PriceHistory(
                calendar,
                calendar.after(last, steps - (long) logs.length),
                Arrays.copyOf(logs, steps),
                Arrays.copyOf(observed, steps));
    }
}
