package vn.chophien.marketplace.pricefeed.forecast;

import java.util.Arrays;

/**
 * Takes slips out of a history before models are fitted: quotes that leave the price for up to three steps and come back,
 * as a mistyped or misread one does. What stays at the new price is a real change and is kept.
 */
final class Slips {
    /** Steps on either side that a quote is compared with. */
    private static final int REACH = 3;

    /** By how many usual changes a slip is off. */
    private static final double FAR = 6;

    private final double[] raw;
    private final double far;

    private Slips(double[] logs) {
        this.raw = logs;
        this.far = FAR * usualChange(logs);
    }

    static double[] without(double[] logs) {
        if (logs.length <= 2 * REACH) {
            return logs;
        }
        return new Slips(logs).removed();
    }

    private double[] removed() {
        var cleaned = raw.clone();
        for (int t = REACH; t < raw.length - REACH; t++) {
            double around = median(t - REACH, t + REACH + 1);
            if (far > 0 && Math.abs(raw[t] - around) > far) {
                cleaned[t] = around;
            }
        }
        int last = raw.length - 1;
        if (slipped(last)) {
            double before = median(last - REACH, last);
            cleaned[last] = before;
        }
        return cleaned;
    }

    /** Whether the last quote is off by so much that such quotes have mostly come back before. */
    private boolean slipped(int last) {
        double off = departure(last);
        if (off <= far || far == 0) {
            return false;
        }
        int seen = 1;
        int back = 0;
        for (int t = REACH; t < raw.length - REACH; t++) {
            double before = median(t - REACH, t);
            double then = departure(t);
            if (then > Math.max(far, off / 2)) {
                seen++;
                back += Math.abs(median(t + 1, t + 1 + REACH) - before) < then / 2 ? 1 : 0;
            }
        }
        return back * 2 > seen;
    }

    /** How far a quote is from those before it; none when the one before had left them already. */
    private double departure(int t) {
        double before = median(t - REACH, t);
        double off = Math.abs(raw[t] - before);
        return Math.abs(raw[t - 1] - before) < off / 4 ? off : 0;
    }

    private double median(int from, int to) {
        var window = Arrays.copyOfRange(raw, from, to);
        Arrays.sort(window);
        int middle = window.length / 2;
        return window.length % 2 == 1 ? window[middle] : (window[middle - 1] + window[middle]) / 2;
    }

    /** The mean change from step to step without the largest twentieth. */
    private static double usualChange(double[] logs) {
        var changes = new double[logs.length - 1];
        for (int t = 1; t < logs.length; t++) {
            changes[t - 1] = Math.abs(logs[t] - logs[t - 1]);
        }
        Arrays.sort(changes);
        int kept = Math.max(1, changes.length - changes.length / 20);
        return Arrays.stream(changes, 0, kept).average().orElse(0);
    }
}
