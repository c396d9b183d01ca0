package vn.chophien.marketplace.pricefeed.forecastrecord;

import org.jspecify.annotations.Nullable;

/**
 * A point of an issued forecast and the price that came.
 *
 * @param last the price that was the last at the origin
 * @param seasonAgo the price of the same season a year before
 * @param officer what an officer said instead
 */
record ScoredPoint(
        int forecast,
        int seriesId,
        int step,
        boolean retrospective,
        double came,
        double last,
        @Nullable Double seasonAgo,
        Bounds model,
        @Nullable Bounds officer) {

    record Bounds(double mean, double lo80, double hi80, double lo95, double hi95) {}

    /** What the department stood behind. */
    Bounds published() {
        return officer == null ? model : officer;
    }
}
