package vn.chophien.marketplace.pricefeed.alert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.alert.SeriesAlert.Reading;
import vn.chophien.marketplace.pricefeed.forecastrecord.ForecastPoint;

/**
 * What the indicators say of a month of a series.
 *
 * @param month its first day
 * @param price of the month, or the mean of its prices
 * @param level the worse of the two indicators'
 * @param severity from 0 for a usual price to 3
 */
record AlertResource(
        LocalDate month,
        BigDecimal price,
        AlertLevel level,
        String levelName,
        int severity,
        @Nullable ReadingResource alps,
        @Nullable ReadingResource ifpa) {

    record ReadingResource(BigDecimal value, AlertLevel level, String levelName, int severity) {
        private static final int DECIMALS = 3;

        static @Nullable ReadingResource of(@Nullable Reading reading, Messages messages, Language language) {
            return reading == null
                    ? null
                    : new ReadingResource(
                            BigDecimal.valueOf(reading.value()).setScale(DECIMALS, RoundingMode.HALF_EVEN),
                            reading.level(),
                            name(reading.level(), messages, language),
                            reading.level().severity());
        }
    }

    static AlertResource of(SeriesAlert alert, Messages messages, Language language) {
        return new AlertResource(
                alert.month().atDay(1),
                ForecastPoint.rounded(alert.price()),
                alert.level(),
                name(alert.level(), messages, language),
                alert.level().severity(),
                ReadingResource.of(alert.alps(), messages, language),
                ReadingResource.of(alert.ifpa(), messages, language));
    }

    static String name(AlertLevel level, Messages messages, Language language) {
        return messages.format(language, "prices.alert.level." + level.code());
    }
}
