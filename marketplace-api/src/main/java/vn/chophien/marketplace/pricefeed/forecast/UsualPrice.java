package vn.chophien.marketplace.pricefeed.forecast;

import java.util.Arrays;

/**
 * What to hold for the last price: the last quote, or, where single quotes jump about a price that holds, the median of the
 * last few. The series' own past decides: the one that the prices after it were nearest to.
 */
final class UsualPrice {
    private static final int[] WINDOWS = {3, 5, 7};
    private static final int LONGEST = 7;

    /** How much nearer than the last quote a median must have been. */
    private static final double NEARER = 0.97;

    private UsualPrice() {}

    /**
     * @param logs as quoted
     * @param cleaned the same without slips, from which the price is taken
     */
    static double of(double[] logs, double[] cleaned, int horizon) {
        int best = 1;
        double nearest = missed(logs, 1, horizon) * NEARER;
        for (int window : WINDOWS) {
            double missed = missed(logs, window, horizon);
            if (missed < nearest) {
                best = window;
                nearest = missed;
            }
        }
        return median(cleaned, cleaned.length - 1, best);
    }

    /** By how much the median of so many quotes missed all the prices of the next steps. */
    private static double missed(double[] logs, int window, int horizon) {
        double sum = 0;
        for (int t = LONGEST - 1; t < logs.length - horizon; t++) {
            double usual = median(logs, t, window);
            for (int h = 1; h <= horizon; h++) {
                sum += Math.abs(logs[t + h] - usual);
            }
        }
        return sum;
    }

    private static double median(double[] values, int last, int window) {
        if (window == 1) {
            return values[last];
        }
        var latest = Arrays.copyOfRange(values, Math.max(0, last + 1 - window), last + 1);
        Arrays.sort(latest);
        return latest[latest.length / 2];
    }
}
