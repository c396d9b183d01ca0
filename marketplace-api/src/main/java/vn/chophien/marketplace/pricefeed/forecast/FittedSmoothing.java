package vn.chophien.marketplace.pricefeed.forecast;

/**
 * Exponential smoothing fitted to a history by maximum likelihood. The seeds enter the errors linearly, so for given weights
 * they follow by least squares; only the weights are searched for.
 */
final class FittedSmoothing implements Model {
    private final Smoothing shape;
    private final Smoothing.Weights weights;
    private final double[] logs;
    private final double[] seeds;
    private final double squares;

    private FittedSmoothing(Smoothing shape, Smoothing.Weights weights, double[] logs) {
        this.shape = shape;
        this.weights = weights;
        this.logs = logs;
        this.seeds = seeds(shape, weights, logs);
        this.squares = squares(shape.new Run(weights).seeded(seeds));
    }

    static FittedSmoothing fit(Smoothing shape, double[] logs) {
        var best = Search.minimum(free -> new FittedSmoothing(shape, shape.weights(free), logs).squares, shape.start());
        return new FittedSmoothing(shape, shape.weights(best), logs);
    }

    @Override
    public String name() {
        return shape.name();
    }

    @Override
    public double criterion() {
        return Likelihood.correctedCriterion(squares, logs.length, shape.weights() + shape.seeds() + 1);
    }

    @Override
    public LogForecast ahead(int horizon) {
        var run = shape.new Run(weights).seeded(seeds);
        squares(run);
        int freedom = Math.max(1, logs.length - shape.weights() - shape.seeds());
        return new LogForecast(run.means(horizon), run.deviations(horizon, squares / freedom));
    }

    @Override
    public double[][] within(int[] origins, int horizon) {
        var found = new double[origins.length][];
        var run = shape.new Run(weights).seeded(seeds);
        int next = 0;
        for (int t = 0; t < logs.length && next < origins.length; t++) {
            run.step(logs[t]);
            if (origins[next] == t) {
                found[next++] = run.means(horizon);
            }
        }
        return found;
    }

    /** The weight of the newest error in the level. */
    double levelWeight() {
        return weights.level();
    }

    private double squares(Smoothing.Run run) {
        double sum = 0;
        for (double value : logs) {
            double error = run.step(value);
            sum += error * error;
        }
        return sum;
    }

    private static double[] seeds(Smoothing shape, Smoothing.Weights weights, double[] logs) {
        var unseeded = new double[logs.length];
        var run = shape.new Run(weights);
        for (int t = 0; t < logs.length; t++) {
            unseeded[t] = run.step(logs[t]);
        }
        var responses = new double[shape.seeds()][logs.length];
        for (int seed = 0; seed < responses.length; seed++) {
            var alone = shape.new Run(weights).seeded(seed);
            for (int t = 0; t < logs.length && !alone.faded(); t++) {
                responses[seed][t] = -alone.step(0);
            }
        }
        return LeastSquares.coefficients(responses, unseeded);
    }
}
