package vn.chophien.marketplace.pricefeed.forecast;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How good forecasts of a series would have been: made anew at earlier dates, with what was known then, against what came. */
public final class Backtest {
    /** How many earlier dates are forecast from; each costs as much as the forecast itself. */
    private static final int ORIGINS = 6;

    /** The fewest steps known at the first of them. */
    private static final int FEWEST_KNOWN = PriceForecaster.SHORTEST;

    private final PriceHistory history;
    private final double[] logs;
    private final int horizon;
    private int compared;
    private int besideSeason;
    private double missed;
    private double missedShare;
    private double missedByLast;
    private double missedByModelBesideSeason;
    private double missedBySeason;
    private int within80;
    private int within95;

    private Backtest(PriceHistory history, int horizon) {
        this.history = history;
        this.logs = history.logs();
        this.horizon = horizon;
    }

    /**
     * @param origins from how many earlier dates
     * @param compared prices that came on dates that were forecast
     * @param meanAbsolutePercentageError of the forecasts, 5.0 for 5 %
     * @param comparedWithLastPrice the mean absolute error as a share of that of repeating the last price; none where prices
     *     stood still
     * @param comparedWithLastYear the same beside the price of the same season a year before
     * @param covered80 percent of prices inside the bounds that 80 % are to be inside of
     */
    public record Accuracy(
            int origins,
            int compared,
            double meanAbsolutePercentageError,
            @Nullable Double comparedWithLastPrice,
            @Nullable Double comparedWithLastYear,
            double covered80,
            double covered95) {}

    /** @return nothing when the history is too short to look back */
    public static @Nullable Accuracy of(PriceHistory history, int horizon) {
        var backtest = new Backtest(history, horizon);
        var origins = backtest.origins();
        origins.forEach(backtest::compare);
        return backtest.compared == 0 ? null : backtest.accuracy(origins.size());
    }

    /** The latest dates with a quote whose horizons are over and do not overlap, as histories up to them. */
    private List<PriceHistory> origins() {
        var origins = new ArrayList<PriceHistory>();
        int needed = Math.max(FEWEST_KNOWN, 2 * horizon + 1);
        for (int steps = logs.length - horizon; steps >= needed && origins.size() < ORIGINS; steps--) {
            if (history.isObserved(steps - 1)) {
                origins.add(history.first(steps));
                steps -= horizon - 1;
            }
        }
        return origins;
    }

    private void compare(PriceHistory known) {
        var points = PriceForecaster.forecast(known, horizon).points();
        for (int h = 0; h < horizon; h++) {
            int step = known.length() + h;
            if (history.isObserved(step)) {
                compare(known.length() - 1, step, points.get(h));
            }
        }
    }

    private void compare(int origin, int step, PriceForecast.Point point) {
        double came = Math.exp(logs[step]);
        double error = Math.abs(came - point.mean());
        compared++;
        missed += error;
        missedShare += error / came;
        missedByLast += Math.abs(came - Math.exp(logs[origin]));
        within80 += came >= point.lower80() && came <= point.upper80() ? 1 : 0;
        within95 += came >= point.lower95() && came <= point.upper95() ? 1 : 0;
        int yearBefore = step - history.stepsPerYear();
        if (yearBefore >= 0 && yearBefore <= origin) {
            besideSeason++;
            missedByModelBesideSeason += error;
            missedBySeason += Math.abs(came - Math.exp(logs[yearBefore]));
        }
    }

    private Accuracy accuracy(int origins) {
        return new Accuracy(
                origins,
                compared,
                100 * missedShare / compared,
                ratio(missed, missedByLast),
                besideSeason == 0 ? null : ratio(missedByModelBesideSeason, missedBySeason),
                100.0 * within80 / compared,
                100.0 * within95 / compared);
    }

    private static @Nullable Double ratio(double error, double reference) {
        return reference == 0 ? null : error / reference;
    }
}
