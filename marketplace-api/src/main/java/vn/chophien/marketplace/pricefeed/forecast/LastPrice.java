package vn.chophien.marketplace.pricefeed.forecast;

import java.util.Arrays;

/** The last price for ever, uncertain as a random walk is. */
final class LastPrice implements Model {
    private final double[] logs;
    private final double last;
    private final double variance;

    /**
     * @param logs the history, for how much prices change
     * @param last what counts as the last price
     */
    LastPrice(double[] logs, double last) {
        this.logs = logs;
        this.last = last;
        double squares = 0;
        for (int t = 1; t < logs.length; t++) {
            double change = logs[t] - logs[t - 1];
            squares += change * change;
        }
        this.variance = squares / Math.max(1, logs.length - 1);
    }

    @Override
    public String name() {
        return "last price";
    }

    @Override
    public double criterion() {
        return Likelihood.correctedCriterion(variance * (logs.length - 1), logs.length - 1, 1);
    }

    @Override
    public LogForecast ahead(int horizon) {
        var deviation = new double[horizon];
        for (int h = 1; h <= horizon; h++) {
            deviation[h - 1] = Math.sqrt(h * variance);
        }
        return new LogForecast(repeated(last, horizon), deviation);
    }

    @Override
    public double[][] within(int[] origins, int horizon) {
        var found = new double[origins.length][];
        for (int k = 0; k < origins.length; k++) {
            found[k] = repeated(logs[origins[k]], horizon);
        }
        return found;
    }

    private static double[] repeated(double value, int horizon) {
        var values = new double[horizon];
        Arrays.fill(values, value);
        return values;
    }
}
