package vn.chophien.marketplace.pricefeed.forecast;

import java.time.LocalDate;
import vn.chophien.marketplace.pricefeed.Frequency;

/**
 * Bounds that cover what they say: the mean of what the models claim for normal errors and of what the series has really
 * done, by its past changes and by the forecaster's past errors. Shares and widening were set once, over the developer series
 * of all three frequencies, so that the shares covered are as named; see {@code ForecastBenchmark} in infra/load.
 */
final class Intervals {
    private static final double[] TAILS = {0.1, 0.025};
    private static final double[] DEVIATIONS = {1.2815515655446004, 1.959963984540054};

    /** A price that never moved can still move: by one in a thousand. */
    private static final double NARROWEST = 0.001;

    /** How far beyond the largest past change a bound may lie, whatever the models claim. */
    private static final double FURTHEST = 2;

    private final PastSteps past;
    private final double[] logs;
    private final double modelShare;
    private final double widening;
    private final double[][] lower = new double[TAILS.length][];
    private final double[][] upper = new double[TAILS.length][];

    Intervals(Frequency frequency, Combination combination, PastSteps past, double[] logs) {
        this.past = past;
        this.logs = logs;
        // Daily quotes stand still and then jump, which normal errors describe badly.
        this.modelShare = frequency == Frequency.DAILY ? 0.1 : 0.5;
        this.widening = switch (frequency) {
            case DAILY -> 0.9;
            case WEEKLY -> 1.1;
            case MONTHLY -> 1.05;
        };
        for (int level = 0; level < TAILS.length; level++) {
            lower[level] = combination.bound(past.horizon(), -DEVIATIONS[level]);
            upper[level] = combination.bound(past.horizon(), DEVIATIONS[level]);
        }
    }

    PriceForecast.Point around(int steps, double mean, LocalDate date) {
        double last = logs[logs.length - 1];
        double low = Math.min(mean, last) - NARROWEST;
        double high = Math.max(mean, last) + NARROWEST;
        var lows = new double[TAILS.length];
        var highs = new double[TAILS.length];
        for (int level = 0; level < TAILS.length; level++) {
            low = Math.min(low, bound(steps, mean, TAILS[level], lower[level][steps - 1]));
            high = Math.max(high, bound(steps, mean, 1 - TAILS[level], upper[level][steps - 1]));
            lows[level] = low;
            highs[level] = high;
        }
        return new PriceForecast.Point(
                date, Math.exp(mean), Math.exp(lows[0]), Math.exp(highs[0]), Math.exp(lows[1]), Math.exp(highs[1]));
    }

    private double bound(int steps, double mean, double share, double claimed) {
        double done = (past.changeQuantile(steps, share) + past.errorQuantile(steps, share)) / 2;
        double off = modelShare * (claimed - mean) + (1 - modelShare) * done;
        // Models of short histories are themselves uncertain, the more the further they look ahead.
        double wide = off * widening * Math.sqrt(1 + 2.0 * steps / logs.length);
        double furthest = FURTHEST * past.largestChange(steps);
        return mean + Math.clamp(wide, -furthest, furthest);
    }
}
