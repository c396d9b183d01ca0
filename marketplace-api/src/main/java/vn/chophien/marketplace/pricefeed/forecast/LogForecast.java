package vn.chophien.marketplace.pricefeed.forecast;

/**
 * What one model says of the log price at steps 1, 2, … after the history.
 *
 * @param deviation the standard deviation of the model's own errors at that step
 */
record LogForecast(double[] mean, double[] deviation) {}
