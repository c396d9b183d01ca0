package vn.chophien.marketplace.pricefeed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;

/**
 * The latest price of a series with what it is compared to. {@code price} is the middle of a range; prices are decimals
 * in the series' currency and measure.
 */
record QuoteResource(
        SeriesResource series,
        LocalDate date,
        BigDecimal price,
        @Nullable BigDecimal priceMin,
        @Nullable BigDecimal priceMax,
        Status status,
        @Nullable String note,
        Instant recordedAt,
        @Nullable Previous previous,
        @Nullable BigDecimal change,
        @Nullable BigDecimal changeRatio,
        @Nullable Previous weekAgo,
        @Nullable BigDecimal weekChange,
        @Nullable BigDecimal weekChangeRatio,
        List<BigDecimal> sparkline) {

    record Previous(LocalDate date, BigDecimal price) {
        static @Nullable Previous of(Quote.@Nullable Change change) {
            return change == null
                    ? null
                    : new Previous(
                            change.from().validOn(), change.from().price().middle());
        }
    }

    static QuoteResource from(Quote quote, SeriesTexts texts, Language language) {
        var latest = quote.latest();
        var price = latest.price();
        var change = quote.change().orElse(null);
        var week = quote.weekChange().orElse(null);
        return new QuoteResource(
                SeriesResource.from(quote.series(), null, texts, language),
                latest.validOn(),
                price.middle(),
                price.isRange() ? price.min() : null,
                price.isRange() ? price.max() : null,
                latest.status(),
                latest.note(),
                latest.recordedAt(),
                Previous.of(change),
                change == null ? null : change.amount(),
                change == null ? null : change.ratio(),
                Previous.of(week),
                week == null ? null : week.amount(),
                week == null ? null : week.ratio(),
                quote.trend().stream()
                        .map(observation -> observation.price().middle())
                        .toList());
    }
}
