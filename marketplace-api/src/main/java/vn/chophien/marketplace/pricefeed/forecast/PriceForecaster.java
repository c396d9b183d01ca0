package vn.chophien.marketplace.pricefeed.forecast;

import java.util.ArrayList;

/** Forecasts any series of prices from its own past; the same history always gives the same forecast. */
public final class PriceForecaster {
    /** The fewest steps that models can be fitted to at all. */
    public static final int SHORTEST = 40;

    private PriceForecaster() {}

    /**
     * @param history of at least {@link #SHORTEST} steps
     * @param horizon how many steps ahead, fewer than half of the history
     */
    public static PriceForecast forecast(PriceHistory history, int horizon) {
        if (history.length() < SHORTEST || horizon < 1 || horizon * 2 >= history.length()) {
            throw new IllegalArgumentException("Cannot forecast %d steps from %d".formatted(horizon, history.length()));
        }
        var logs = history.logs();
        var cleaned = Slips.without(logs);
        double usual = UsualPrice.of(logs, cleaned, horizon);
        var combination = Combination.fit(history.frequency(), cleaned, new LastPrice(logs, usual));
        var past = new PastSteps(logs, combination, horizon);
        var intervals = new Intervals(history.frequency(), combination, past, logs);
        var means = combination.means(horizon);
        var points = new ArrayList<PriceForecast.Point>();
        for (int h = 1; h <= horizon; h++) {
            // No further than the price has ever gone in as many steps, whatever a model makes of an odd history.
            double reach = past.largestChange(h);
            double mean = Math.clamp(means[h - 1], usual - reach, usual + reach);
            points.add(intervals.around(h, mean, history.dateAhead(h)));
        }
        return new PriceForecast(combination.method(), points);
    }
}
