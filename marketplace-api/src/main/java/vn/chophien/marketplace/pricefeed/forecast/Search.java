package vn.chophien.marketplace.pricefeed.forecast;

import java.util.Arrays;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/** The lowest point of a function of a few unbounded arguments, found downhill from a fixed start: the same every time. */
final class Search {
    private static final double STEP = 0.6;
    private static final int MOST_EVALUATIONS = 400;

    private Search() {}

    /** The best point met, even when the search had to stop early. */
    static double[] minimum(MultivariateFunction function, double[] start) {
        var best = new Best(function, start);
        var steps = new double[start.length];
        Arrays.fill(steps, STEP);
        try {
            new SimplexOptimizer(new SimpleValueChecker(1e-6, 1e-9))
                    .optimize(
                            new MaxEval(MOST_EVALUATIONS),
                            new ObjectiveFunction(best::value),
                            GoalType.MINIMIZE,
                            new InitialGuess(start),
                            new NelderMeadSimplex(steps));
        } catch (MathIllegalStateException outOfEvaluations) {
            // The best point so far is near enough: the last evaluations only polish it.
        }
        return best.point.getPoint();
    }

    private static final class Best {
        private final MultivariateFunction function;
        private PointValuePair point;

        Best(MultivariateFunction function, double[] start) {
            this.function = function;
            this.point = new PointValuePair(start, Double.POSITIVE_INFINITY);
        }

        double value(double[] arguments) {
            double value = function.value(arguments);
            double comparable = Double.isFinite(value) ? value : Double.MAX_VALUE;
            if (comparable < point.getValue()) {
                point = new PointValuePair(arguments, comparable);
            }
            return comparable;
        }
    }
}
