package vn.chophien.marketplace.pricefeed.forecast;

/** A model of log prices fitted to a history. */
interface Model {
    String name();

    /** Which of two models of one history to prefer: the lower is better. */
    double criterion();

    LogForecast ahead(int horizon);

    /**
     * What the fitted model would have said at earlier steps.
     *
     * @param origins steps of the history in ascending order
     * @return for each origin the means at steps 1, 2, … after it
     */
    double[][] within(int[] origins, int horizon);
}
