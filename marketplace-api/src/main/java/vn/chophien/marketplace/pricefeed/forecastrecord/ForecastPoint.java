package vn.chophien.marketplace.pricefeed.forecastrecord;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import vn.chophien.marketplace.pricefeed.forecast.PriceForecast;

/** The price expected at one step, and the bounds that hold it in 80 and in 95 of 100 cases. */
public record ForecastPoint(
        LocalDate date, BigDecimal mean, BigDecimal lo80, BigDecimal hi80, BigDecimal lo95, BigDecimal hi95) {
    private static final int DIGITS = 8;

    /** Bounds are rounded outward, so that they hold what they held. */
    public static ForecastPoint from(PriceForecast.Point point) {
        return new ForecastPoint(
                point.date(),
                rounded(point.mean(), RoundingMode.HALF_EVEN),
                rounded(point.lower80(), RoundingMode.FLOOR),
                rounded(point.upper80(), RoundingMode.CEILING),
                rounded(point.lower95(), RoundingMode.FLOOR),
                rounded(point.upper95(), RoundingMode.CEILING));
    }

    /** An estimate in the digits that mean anything, without an exponent. */
    public static BigDecimal rounded(double price) {
        return rounded(price, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal rounded(double price, RoundingMode direction) {
        var rounded = new BigDecimal(price).round(new MathContext(DIGITS, direction));
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** Whether the bounds lie around the mean and around each other, above zero. */
    public boolean isOrdered() {
        return lo95.signum() > 0
                && lo95.compareTo(lo80) <= 0
                && lo80.compareTo(mean) <= 0
                && mean.compareTo(hi80) <= 0
                && hi80.compareTo(hi95) <= 0;
    }
}
