package vn.chophien.marketplace.pricefeed.forecast;

/**
 * Exponential smoothing with additive errors as an innovations state space model (Hyndman, Koehler, Ord and Snyder 2008): a
 * level, with or without a damped trend, with or without seasons.
 *
 * @param trended whether there is a damped trend
 * @param seasons steps in a year, 1 for none
 */
record Smoothing(boolean trended, int seasons) {
    /** What is chosen freely for a shape: the smoothing parameters; those that a shape lacks are zero. */
    record Weights(double level, double trend, double damping, double season) {}

    String name() {
        return "ETS(A," + (trended ? "Ad" : "N") + "," + (seasonal() ? "A" : "N") + ")";
    }

    boolean seasonal() {
        return seasons > 1;
    }

    /** The seeds: the level, the trend and all seasons but one, which sum to zero. */
    int seeds() {
        return (trended ? 1 : 0) + seasons;
    }

    int weights() {
        return 1 + (trended ? 2 : 0) + (seasonal() ? 1 : 0);
    }

    /** Weights inside their bounds, from numbers without any. */
    Weights weights(double[] free) {
        double level = 1e-4 + (1 - 2e-4) * logistic(free[0]);
        double trend = trended ? level * logistic(free[1]) : 0;
        double damping = trended ? 0.8 + 0.18 * logistic(free[2]) : 0;
        double season = seasonal() ? (1 - level) * logistic(free[trended ? 3 : 1]) : 0;
        return new Weights(level, trend, damping, season);
    }

    /** Where the search begins: much weight on the newest price, little on its trend and season. */
    double[] start() {
        var start = new double[weights()];
        start[0] = 1.5;
        for (int i = 1; i < start.length; i++) {
            start[i] = i == 2 ? 1 : -2;
        }
        return start;
    }

    /** The states as they run along a history. */
    final class Run {
        private static final double FADED = 1e-9;

        private final Weights weights;
        private final double[] season = new double[seasons];
        private double level;
        private double trend;
        private int next;

        Run(Weights weights) {
            this.weights = weights;
        }

        /** With all seeds zero but one. */
        Run seeded(int seed) {
            var seeds = new double[seeds()];
            seeds[seed] = 1;
            return seeded(seeds);
        }

        Run seeded(double[] seeds) {
            level = seeds[0];
            int at = 1;
            if (trended) {
                trend = seeds[at++];
            }
            for (int s = 0; s < seasons - 1; s++) {
                season[s] = seeds[at++];
                season[seasons - 1] -= season[s];
            }
            return this;
        }

        /** Takes in one value and answers by how much it was missed. */
        double step(double value) {
            double held = weights.damping * trend;
            double error = value - (level + held + season[next]);
            level += held + weights.level * error;
            trend = held + weights.trend * error;
            if (seasonal()) {
                season[next] += weights.season * error;
                next = next + 1 == seasons ? 0 : next + 1;
            }
            return error;
        }

        /** Whether nothing is left of the seed that a value would show. */
        boolean faded() {
            return !seasonal() && Math.abs(level) + Math.abs(trend) < FADED;
        }

        double[] means(int horizon) {
            var means = new double[horizon];
            double factor = 1;
            double damped = 0;
            for (int h = 0; h < horizon; h++) {
                factor *= weights.damping;
                damped += factor;
                means[h] = level + damped * trend + season[(next + h) % seasons];
            }
            return means;
        }

        /** @param variance of the errors one step ahead */
        double[] deviations(int horizon, double variance) {
            var deviations = new double[horizon];
            double factor = 1;
            double damped = 0;
            double spread = 1;
            for (int h = 1; h <= horizon; h++) {
                deviations[h - 1] = Math.sqrt(variance * spread);
                factor *= weights.damping;
                damped += factor;
                double weight =
                        weights.level + weights.trend * damped + (seasonal() && h % seasons == 0 ? weights.season : 0);
                spread += weight * weight;
            }
            return deviations;
        }
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
