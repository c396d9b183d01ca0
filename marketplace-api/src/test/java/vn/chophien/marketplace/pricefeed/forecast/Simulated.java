package vn.chophien.marketplace.pricefeed.forecast;

import java.time.LocalDate;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import vn.chophien.marketplace.pricefeed.Frequency;

/** Histories that are made up, the same every time. */
final class Simulated {
    /** A Friday, the first of a month. */
    private static final LocalDate START = LocalDate.of(2010, 1, 1);

    private Simulated() {}

    static PriceHistory history(Frequency frequency, int length, IntToDoubleFunction price) {
        var calendar = StepCalendar.through(frequency, START);
        var prices = new TreeMap<LocalDate, Double>();
        for (int t = 0; t < length; t++) {
            prices.put(calendar.after(START, t), price.applyAsDouble(t));
        }
        return PriceHistory.of(frequency, prices);
    }

    /** x[t] = persistence · x[t−1] + a normal error of deviation one. */
    static double[] autoregression(double persistence, int length, long seed) {
        var chance = new Random(seed);
        var values = new double[length];
        for (int t = 1; t < length; t++) {
            values[t] = persistence * values[t - 1] + chance.nextGaussian();
        }
        return values;
    }

    static double[] randomWalk(double deviation, int length, long seed) {
        var walk = autoregression(1, length, seed);
        for (int t = 0; t < length; t++) {
            walk[t] *= deviation;
        }
        return walk;
    }
}
