package vn.chophien.marketplace.pricefeed.forecast;

import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;

/**
 * An ARIMA model without seasons, fitted by conditional least squares: errors before the start count as none. Stationary
 * and invertible by construction, since what is searched for are partial autocorrelations (Monahan 1984).
 */
final class Arima implements Model {
    /** How many first steps explain others but are explained by none, the same for all orders, so that they compare. */
    private static final int CONDITIONED = 4;

    private static final double STEP = 1e-6;

    /**
     * @param autoregressive terms
     * @param differences 0, with a mean, or 1, without a drift
     * @param movingAverage terms
     */
    record Order(int autoregressive, int differences, int movingAverage) {
        int free() {
            return autoregressive + movingAverage;
        }
    }

    private final Order order;
    private final double[] logs;
    private final double[] series;
    private final double[] ar;
    private final double[] ma;
    private final double mean;
    private final double[] errors;
    private final double squares;

    private Arima(Order order, double[] logs, double[] free) {
        this.order = order;
        this.logs = logs;
        this.series = order.differences == 0 ? logs : differences(logs);
        this.ar = coefficients(Arrays.copyOfRange(free, 0, order.autoregressive));
        this.ma = negated(coefficients(Arrays.copyOfRange(free, order.autoregressive, order.free())));
        this.mean = order.differences == 0 ? mean() : 0;
        this.errors = errors(series, mean);
        this.squares = Arrays.stream(errors).map(error -> error * error).sum();
    }

    /** @param logs more than five */
    static Arima fit(Order order, double[] logs) {
        var start = new double[order.free()];
        if (order.differences == 0) {
            start[0] = 1.5;
        }
        return start.length == 0 ? new Arima(order, logs, start) : search(order, logs, start);
    }

    private static Arima search(Order order, double[] logs, double[] start) {
        var problem = new LeastSquaresBuilder()
                .start(start)
                .target(new double[logs.length - CONDITIONED])
                .model(point -> linearized(order, logs, point.toArray()))
                .maxEvaluations(60)
                .maxIterations(30)
                .build();
        try {
            var best = new LevenbergMarquardtOptimizer()
                    .withCostRelativeTolerance(1e-6)
                    .withParameterRelativeTolerance(1e-5)
                    .optimize(problem);
            return new Arima(order, logs, best.getPoint().toArray());
        } catch (MathRuntimeException stuck) {
            // A flat or broken surface: the start is a poor model that its criterion will show as such.
            return new Arima(order, logs, start);
        }
    }

    private static Pair<RealVector, RealMatrix> linearized(Order order, double[] logs, double[] free) {
        var errors = new Arima(order, logs, free).errors;
        var slopes = new double[errors.length][free.length];
        for (int i = 0; i < free.length; i++) {
            var moved = free.clone();
            moved[i] += STEP;
            var nearby = new Arima(order, logs, moved).errors;
            for (int t = 0; t < errors.length; t++) {
                slopes[t][i] = (nearby[t] - errors[t]) / STEP;
            }
        }
        return new Pair<>(new ArrayRealVector(errors, false), new Array2DRowRealMatrix(slopes, false));
    }

    @Override
    public String name() {
        return "ARIMA(%d,%d,%d)".formatted(order.autoregressive, order.differences, order.movingAverage);
    }

    @Override
    public double criterion() {
        return Likelihood.correctedCriterion(squares, errors.length, parameters() + 1);
    }

    private int parameters() {
        return order.free() + (order.differences == 0 ? 1 : 0);
    }

    double[] autoregression() {
        return ar.clone();
    }

    double[] movingAverage() {
        return ma.clone();
    }

    @Override
    public LogForecast ahead(int horizon) {
        double variance = squares / Math.max(1, errors.length - parameters());
        var response = new double[horizon];
        var deviation = new double[horizon];
        double summed = 0;
        double spread = 0;
        for (int h = 0; h < horizon; h++) {
            response[h] = h == 0 ? 1 : h <= ma.length ? ma[h - 1] : 0;
            for (int i = 1; i <= Math.min(h, ar.length); i++) {
                response[h] += ar[i - 1] * response[h - i];
            }
            summed = order.differences == 0 ? response[h] : summed + response[h];
            spread += summed * summed;
            deviation[h] = Math.sqrt(variance * spread);
        }
        return new LogForecast(means(logs.length - 1, horizon), deviation);
    }

    /** @param origins from the fifth step on */
    @Override
    public double[][] within(int[] origins, int horizon) {
        return Arrays.stream(origins).mapToObj(origin -> means(origin, horizon)).toArray(double[][]::new);
    }

    private double[] means(int origin, int horizon) {
        int known = origin + 1 - order.differences;
        int missed = origin + 1 - CONDITIONED;
        var ahead = new double[horizon];
        var means = new double[horizon];
        double level = logs[origin];
        for (int h = 0; h < horizon; h++) {
            double value = mean;
            for (int i = 1; i <= ar.length; i++) {
                value += ar[i - 1] * ((i <= h ? ahead[h - i] : series[known + h - i]) - mean);
            }
            for (int j = h + 1; j <= Math.min(ma.length, missed + h); j++) {
                value += ma[j - 1] * errors[missed + h - j];
            }
            ahead[h] = value;
            level = order.differences == 0 ? value : level + value;
            means[h] = level;
        }
        return means;
    }

    /** The mean by least squares: it enters the errors linearly. */
    private double mean() {
        var without = errors(series, 0);
        var ones = new double[series.length];
        Arrays.fill(ones, 1);
        var response = errors(ones, 0);
        double product = 0;
        double square = 0;
        for (int t = 0; t < without.length; t++) {
            product += response[t] * without[t];
            square += response[t] * response[t];
        }
        return square == 0 ? series[series.length - 1] : product / square;
    }

    private double[] errors(double[] values, double center) {
        int first = CONDITIONED - order.differences;
        var found = new double[values.length - first];
        for (int t = first; t < values.length; t++) {
            double error = values[t] - center;
            for (int i = 1; i <= ar.length; i++) {
                error -= ar[i - 1] * (values[t - i] - center);
            }
            for (int j = 1; j <= Math.min(t - first, ma.length); j++) {
                error -= ma[j - 1] * found[t - first - j];
            }
            found[t - first] = error;
        }
        return found;
    }

    /** From free numbers by partial autocorrelations to the coefficients of a stationary autoregression. */
    private static double[] coefficients(double[] free) {
        var found = new double[free.length];
        for (int k = 0; k < free.length; k++) {
            double partial = 0.999 * Math.tanh(free[k]);
            var before = Arrays.copyOf(found, k);
            for (int i = 0; i < k; i++) {
                found[i] = before[i] - partial * before[k - 1 - i];
            }
            found[k] = partial;
        }
        return found;
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    private static double[] differences(double[] logs) {
        var found = new double[logs.length - 1];
        for (int t = 1; t < logs.length; t++) {
            found[t - 1] = logs[t] - logs[t - 1];
        }
        return found;
    }
}
