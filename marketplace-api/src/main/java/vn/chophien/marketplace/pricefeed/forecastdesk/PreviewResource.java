package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.forecast.Backtest;
import vn.chophien.marketplace.pricefeed.forecast.PriceForecast;

/**
 * A preview as an officer's desk reads it.
 *
 * @param publishable whether a published series with this history could be published
 * @param warnings why not
 */
record PreviewResource(
        String method,
        List<PointResource> points,
        @Nullable AccuracyResource accuracy,
        boolean publishable,
        List<WarningResource> warnings) {

    /** Bounds are rounded outward, so that they hold what they held. */
    record PointResource(
            LocalDate date, BigDecimal mean, BigDecimal lo80, BigDecimal hi80, BigDecimal lo95, BigDecimal hi95) {
        private static final int DIGITS = 8;

        static PointResource from(PriceForecast.Point point) {
            return new PointResource(
                    point.date(),
                    rounded(point.mean(), RoundingMode.HALF_EVEN),
                    rounded(point.lower80(), RoundingMode.FLOOR),
                    rounded(point.upper80(), RoundingMode.CEILING),
                    rounded(point.lower95(), RoundingMode.FLOOR),
                    rounded(point.upper95(), RoundingMode.CEILING));
        }

        private static BigDecimal rounded(double price, RoundingMode direction) {
            return plain(new BigDecimal(price).round(new MathContext(DIGITS, direction)));
        }
    }

    /**
     * How good the same method would have been at earlier dates of this history.
     *
     * @param relativeToLastPrice mean absolute error, 1 for no better than repeating the last price
     */
    record AccuracyResource(
            int origins,
            int compared,
            BigDecimal mape,
            @Nullable BigDecimal relativeToLastPrice,
            @Nullable BigDecimal relativeToLastYear,
            BigDecimal coverage80,
            BigDecimal coverage95) {

        static AccuracyResource from(Backtest.Accuracy accuracy) {
            return new AccuracyResource(
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
            return plain(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN));
        }
    }

    record WarningResource(String code, String message) {}

    static PreviewResource from(ForecastPreview.Preview preview, Messages messages, Language language) {
        var accuracy = preview.accuracy();
        return new PreviewResource(
                preview.forecast().method(),
                preview.forecast().points().stream().map(PointResource::from).toList(),
                accuracy == null ? null : AccuracyResource.from(accuracy),
                preview.obstacles().isEmpty(),
                preview.obstacles().stream()
                        .map(obstacle -> new WarningResource(
                                obstacle.kind().code(),
                                messages.format(
                                        language,
                                        "prices.forecast.obstacle."
                                                + obstacle.kind().code(),
                                        obstacle.arguments())))
                        .toList());
    }

    /** Without an exponent, as people and spreadsheets write numbers. */
    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
