package vn.chophien.marketplace.pricefeed.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Models of one family by their Akaike weights (Burnham and Anderson 2002): the one that its criterion prefers counts most,
 * and one that is nearly as good counts nearly as much, so that a new price does not make the forecast jump.
 */
final class ModelAverage implements Model {
    /** Below this share of the best model's weight a model is left out. */
    private static final double NEGLIGIBLE = 0.02;

    private final List<Model> models = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    private ModelAverage() {}

    /** @param family at least one model */
    static ModelAverage of(List<? extends Model> family) {
        var average = new ModelAverage();
        double best = family.stream().mapToDouble(Model::criterion).min().orElseThrow();
        double sum = 0;
        for (var model : family.stream()
                .sorted(Comparator.comparingDouble(Model::criterion))
                .toList()) {
            double weight = average.models.isEmpty() ? 1 : Math.exp(-(model.criterion() - best) / 2);
            if (weight > NEGLIGIBLE) {
                average.models.add(model);
                average.weights.add(weight);
                sum += weight;
            }
        }
        double total = sum;
        average.weights.replaceAll(weight -> weight / total);
        return average;
    }

    /** The model that counts most. */
    @Override
    public String name() {
        return models.getFirst().name();
    }

    @Override
    public double criterion() {
        return models.getFirst().criterion();
    }

    @Override
    public LogForecast ahead(int horizon) {
        var mean = new double[horizon];
        var deviation = new double[horizon];
        for (int i = 0; i < models.size(); i++) {
            var one = models.get(i).ahead(horizon);
            add(mean, one.mean(), weights.get(i));
            add(deviation, one.deviation(), weights.get(i));
        }
        return new LogForecast(mean, deviation);
    }

    @Override
    public double[][] within(int[] origins, int horizon) {
        var found = new double[origins.length][horizon];
        for (int i = 0; i < models.size(); i++) {
            var one = models.get(i).within(origins, horizon);
            for (int k = 0; k < origins.length; k++) {
                add(found[k], one[k], weights.get(i));
            }
        }
        return found;
    }

    private static void add(double[] sum, double[] values, double weight) {
        for (int h = 0; h < sum.length; h++) {
            sum[h] += weight * values[h];
        }
    }
}
