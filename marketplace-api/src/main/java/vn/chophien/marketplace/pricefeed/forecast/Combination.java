package vn.chophien.marketplace.pricefeed.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.chophien.marketplace.pricefeed.Frequency;

/**
 * The average of the last price, exponential smoothing, Theta, ARIMA of changes and ARIMA of levels, in equal parts; of
 * daily quotes, which mostly repeat themselves, the last price makes up more. Equal parts because estimated ones do no better
 * (the "forecast combination puzzle", Claeskens, Magnus, Vasnev and Wang 2016).
 */
final class Combination {
    private static final int[][] CHANGES = {{0, 0}, {1, 0}, {0, 1}, {1, 1}, {2, 0}, {0, 2}, {2, 1}, {1, 2}, {3, 0}};
    private static final int[][] LEVELS = {{1, 0}, {2, 0}, {1, 1}, {2, 1}, {1, 2}, {3, 0}};

    private final LastPrice lastPrice;
    private final List<Model> models;
    private final double lastPriceShare;

    private Combination(LastPrice lastPrice, List<Model> models, double lastPriceShare) {
        this.lastPrice = lastPrice;
        this.models = models;
        this.lastPriceShare = lastPriceShare;
    }

    static Combination fit(Frequency frequency, double[] cleaned, LastPrice lastPrice) {
        var simple = FittedSmoothing.fit(new Smoothing(false, 1), cleaned);
        var models = List.of(
                ModelAverage.of(smoothing(frequency, simple, cleaned)),
                new Theta(simple, cleaned),
                ModelAverage.of(arima(CHANGES, 1, cleaned)),
                ModelAverage.of(arima(LEVELS, 0, cleaned)));
        return new Combination(lastPrice, models, frequency == Frequency.DAILY ? 0.6 : 0.2);
    }

    private static List<Model> smoothing(Frequency frequency, FittedSmoothing simple, double[] cleaned) {
        var family = new ArrayList<Model>(List.of(simple, FittedSmoothing.fit(new Smoothing(true, 1), cleaned)));
        if (frequency == Frequency.MONTHLY) {
            family.add(FittedSmoothing.fit(new Smoothing(false, 12), cleaned));
            family.add(FittedSmoothing.fit(new Smoothing(true, 12), cleaned));
        }
        return family;
    }

    private static List<Model> arima(int[][] grid, int differences, double[] cleaned) {
        var family = new ArrayList<Model>();
        for (var order : grid) {
            family.add(Arima.fit(new Arima.Order(order[0], differences, order[1]), cleaned));
        }
        return family;
    }

    /** The models by name, in the order of the record. */
    String method() {
        return "Mean of %s, %s"
                .formatted(lastPrice.name(), models.stream().map(Model::name).collect(Collectors.joining(", ")));
    }

    double[] means(int horizon) {
        var means = weighted(lastPrice.ahead(horizon).mean(), lastPriceShare);
        for (var model : models) {
            add(means, model.ahead(horizon).mean(), modelShare());
        }
        return means;
    }

    double[][] within(int[] origins, int horizon) {
        var means = lastPrice.within(origins, horizon);
        for (int k = 0; k < origins.length; k++) {
            means[k] = weighted(means[k], lastPriceShare);
        }
        for (var model : models) {
            var one = model.within(origins, horizon);
            for (int k = 0; k < origins.length; k++) {
                add(means[k], one[k], modelShare());
            }
        }
        return means;
    }

    /**
     * The mean of all models' bounds for normal errors.
     *
     * @param deviations from the mean, negative for a lower bound
     */
    double[] bound(int horizon, double deviations) {
        var bound = bound(lastPrice, horizon, deviations);
        for (var model : models) {
            var one = bound(model, horizon, deviations);
            for (int h = 0; h < horizon; h++) {
                bound[h] += one[h];
            }
        }
        return weighted(bound, 1.0 / (models.size() + 1));
    }

    private static double[] bound(Model model, int horizon, double deviations) {
        var forecast = model.ahead(horizon);
        var bound = forecast.mean().clone();
        add(bound, forecast.deviation(), deviations);
        return bound;
    }

    private double modelShare() {
        return (1 - lastPriceShare) / models.size();
    }

    private static double[] weighted(double[] values, double weight) {
        var weighted = new double[values.length];
        add(weighted, values, weight);
        return weighted;
    }

    private static void add(double[] sum, double[] values, double weight) {
        for (int h = 0; h < sum.length; h++) {
            sum[h] += weight * values[h];
        }
    }
}
