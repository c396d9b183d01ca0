package vn.chophien.marketplace.pricefeed.forecast;

/**
 * The Theta method of Assimakopoulos and Nikolopoulos (2000) in the form of Hyndman and Billah (2003): simple exponential
 * smoothing with half the slope of a line through the history as drift.
 */
final class Theta implements Model {
    private final FittedSmoothing simple;
    private final int length;
    private final double drift;

    Theta(FittedSmoothing simple, double[] logs) {
        this.simple = simple;
        this.length = logs.length;
        this.drift = slope(logs) / 2;
    }

    @Override
    public String name() {
        return "Theta";
    }

    @Override
    public double criterion() {
        return simple.criterion();
    }

    @Override
    public LogForecast ahead(int horizon) {
        var smoothed = simple.ahead(horizon);
        return new LogForecast(drifted(smoothed.mean(), length), smoothed.deviation());
    }

    @Override
    public double[][] within(int[] origins, int horizon) {
        var found = simple.within(origins, horizon);
        for (int k = 0; k < origins.length; k++) {
            found[k] = drifted(found[k], origins[k] + 1);
        }
        return found;
    }

    private double[] drifted(double[] means, int observed) {
        double level = simple.levelWeight();
        double begun = (1 - Math.pow(1 - level, observed)) / level;
        var drifted = means.clone();
        for (int h = 0; h < means.length; h++) {
            drifted[h] += drift * (h + begun);
        }
        return drifted;
    }

    private static double slope(double[] logs) {
        double middle = (logs.length - 1) / 2.0;
        double covariance = 0;
        double variance = 0;
        for (int t = 0; t < logs.length; t++) {
            covariance += (t - middle) * logs[t];
            variance += (t - middle) * (t - middle);
        }
        return variance == 0 ? 0 : covariance / variance;
    }
}
