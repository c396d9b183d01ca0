package vn.chophien.marketplace.pricefeed.forecastrecord;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.forecast.Backtest;

/**
 * How good the same method would have been at earlier dates of this history.
 *
 * @param relativeToLastPrice mean absolute error, 1 for no better than repeating the last price
 */
public record ForecastAccuracy(
        int origins,
        int compared,
        BigDecimal mape,
        @Nullable BigDecimal relativeToLastPrice,
        @Nullable BigDecimal relativeToLastYear,
        BigDecimal coverage80,
        BigDecimal coverage95) {

    public static ForecastAccuracy from(Backtest.Accuracy accuracy) {
        return new ForecastAccuracy(
                accuracy.origins(),
                accuracy.compared(),
                rounded(accuracy.meanAbsolutePercentageError(), 2),
                optional(accuracy.comparedWithLastPrice()),
                optional(accuracy.comparedWithLastYear()),
                rounded(accuracy.covered80(), 1),
                rounded(accuracy.covered95(), 1));
    }

    private static @Nullable BigDecimal optional(@Nullable Double ratio) {
        return ratio == null ? null : rounded(ratio, 3);
    }

    private static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
