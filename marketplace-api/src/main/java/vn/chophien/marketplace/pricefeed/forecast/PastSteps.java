package vn.chophien.marketplace.pricefeed.forecast;

import java.util.Arrays;

/** What a series has done within so many steps: how much it changed, and by how much the forecaster would have missed it. */
final class PastSteps {
    private static final int MOST_ORIGINS = 240;

    /** Before this step a model has not seen enough to be held to its errors. */
    private static final int BURN_IN = 30;

    private static final int FEWEST_ORIGINS = 20;

    private final double[][] changes;
    private final double[][] errors;

    /**
     * @param logs as quoted, slips included: the forecaster meets them too
     */
    PastSteps(double[] logs, Combination combination, int horizon) {
        this.changes = changes(logs, horizon);
        var origins = origins(logs.length, horizon);
        this.errors = origins.length < FEWEST_ORIGINS
                ? changes
                : errors(logs, origins, combination.within(origins, horizon), horizon);
    }

    private static double[][] changes(double[] logs, int horizon) {
        var changes = new double[horizon][];
        for (int h = 1; h <= horizon; h++) {
            var found = new double[Math.max(1, logs.length - h)];
            for (int t = h; t < logs.length; t++) {
                found[t - h] = logs[t] - logs[t - h];
            }
            Arrays.sort(found);
            changes[h - 1] = found;
        }
        return changes;
    }

    private static double[][] errors(double[] logs, int[] origins, double[][] means, int horizon) {
        var errors = new double[horizon][origins.length];
        for (int h = 0; h < horizon; h++) {
            for (int k = 0; k < origins.length; k++) {
                errors[h][k] = logs[origins[k] + 1 + h] - means[k][h];
            }
            Arrays.sort(errors[h]);
        }
        return errors;
    }

    /** Evenly over the history, each with a whole horizon after it. */
    private static int[] origins(int length, int horizon) {
        int usable = Math.max(0, length - BURN_IN - horizon);
        int count = Math.min(usable, MOST_ORIGINS);
        var origins = new int[count];
        for (int k = 0; k < count; k++) {
            origins[k] = BURN_IN + (int) ((long) k * (usable - 1) / Math.max(1, count - 1));
        }
        return origins;
    }

    int horizon() {
        return changes.length;
    }

    /** The change within so many steps that this share of the past changes stays below. */
    double changeQuantile(int steps, double share) {
        return quantile(changes[steps - 1], share);
    }

    double errorQuantile(int steps, double share) {
        return quantile(errors[steps - 1], share);
    }

    /** The largest change within so many steps, up or down. */
    double largestChange(int steps) {
        var sorted = changes[steps - 1];
        return Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1]));
    }

    private static double quantile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
