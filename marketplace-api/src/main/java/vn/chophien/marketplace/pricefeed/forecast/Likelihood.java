package vn.chophien.marketplace.pricefeed.forecast;

/** Comparing models of the same history by how well they fit and how much freedom that took. */
final class Likelihood {
    private Likelihood() {}

    /**
     * Akaike's information criterion with Hurvich and Tsai's correction for short histories, for normal errors; lower is
     * better.
     */
    static double correctedCriterion(double squares, int observations, int parameters) {
        if (observations - parameters - 1 <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        double variance = Math.max(squares / observations, 1e-18);
        return observations * Math.log(variance)
                + 2.0 * parameters
                + 2.0 * parameters * (parameters + 1) / (observations - parameters - 1);
    }
}
