package vn.chophien.marketplace.pricefeed.forecastrecord;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.forecastrecord.ScoredPoint.Bounds;

/**
 * How near forecasts came, beside what a reader would have said without them at the same origin from the same data.
 *
 * <p>The interval score is that of Gneiting and Raftery, <i>Strictly Proper Scoring Rules, Prediction, and Estimation</i>,
 * Journal of the American Statistical Association 102 (2007): the width of the interval, and for a price outside it 2/α
 * times how far outside. Smaller is better, and nobody gains by bounds that are too wide or too narrow.
 *
 * @param compared prices that came
 * @param mae mean absolute error, in the series' currency
 * @param mape the same in percent of the price
 * @param relativeToLastPrice the mean absolute error as a share of that of repeating the last price: below 1 is better; none
 *     where prices stood still
 * @param relativeToLastYear the same beside the price of the same season a year before
 * @param coverage80 percent of prices inside the bounds that were to hold 80 %
 */
record Score(
        int compared,
        double mae,
        double mape,
        @Nullable Double relativeToLastPrice,
        @Nullable Double relativeToLastYear,
        double coverage80,
        double coverage95,
        double intervalScore80,
        double intervalScore95) {

    private static final double FIFTH = 0.2;
    private static final double TWENTIETH = 0.05;

    /** The error of a guess without bounds. */
    record Guess(int compared, double mae, double mape) {}

    /** @param points at least one */
    static Score of(List<ScoredPoint> points, Function<ScoredPoint, Bounds> forecast) {
        ToDoubleFunction<ScoredPoint> error =
                point -> Math.abs(point.came() - forecast.apply(point).mean());
        var withSeason =
                points.stream().filter(point -> point.seasonAgo() != null).toList();
        return new Score(
                points.size(),
                mean(points, error),
                100 * mean(points, point -> error.applyAsDouble(point) / point.came()),
                ratio(mean(points, error), mean(points, Score::missedByLast)),
                withSeason.isEmpty() ? null : ratio(mean(withSeason, error), mean(withSeason, Score::missedBySeason)),
                100
                        * mean(
                                points,
                                point -> holds(
                                        point.came(),
                                        forecast.apply(point).lo80(),
                                        forecast.apply(point).hi80())),
                100
                        * mean(
                                points,
                                point -> holds(
                                        point.came(),
                                        forecast.apply(point).lo95(),
                                        forecast.apply(point).hi95())),
                mean(points, point -> {
                    var bounds = forecast.apply(point);
                    return intervalScore(point.came(), bounds.lo80(), bounds.hi80(), FIFTH);
                }),
                mean(points, point -> {
                    var bounds = forecast.apply(point);
                    return intervalScore(point.came(), bounds.lo95(), bounds.hi95(), TWENTIETH);
                }));
    }

    static Guess lastPrice(List<ScoredPoint> points) {
        return new Guess(
                points.size(),
                mean(points, Score::missedByLast),
                100 * mean(points, point -> missedByLast(point) / point.came()));
    }

    /** None when no point has a price of the year before. */
    static @Nullable Guess lastYear(List<ScoredPoint> points) {
        var known = points.stream().filter(point -> point.seasonAgo() != null).toList();
        return known.isEmpty()
                ? null
                : new Guess(
                        known.size(),
                        mean(known, Score::missedBySeason),
                        100 * mean(known, point -> missedBySeason(point) / point.came()));
    }

    static double intervalScore(double came, double low, double high, double alpha) {
        return high - low + 2 / alpha * (Math.max(0, low - came) + Math.max(0, came - high));
    }

    private static double missedByLast(ScoredPoint point) {
        return Math.abs(point.came() - point.last());
    }

    private static double missedBySeason(ScoredPoint point) {
        var seasonAgo = point.seasonAgo();
        return seasonAgo == null ? 0 : Math.abs(point.came() - seasonAgo);
    }

    private static double holds(double came, double low, double high) {
        return low <= came && came <= high ? 1 : 0;
    }

    private static double mean(List<ScoredPoint> points, ToDoubleFunction<ScoredPoint> of) {
        return points.stream().mapToDouble(of).average().orElse(0);
    }

    private static @Nullable Double ratio(double error, double reference) {
        return reference == 0 ? null : error / reference;
    }
}
