package vn.chophien.marketplace.pricefeed.forecastrecord;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesTexts;

/**
 * An issued forecast as clients see it.
 *
 * @param publication that issued it, which {@code as_of} takes
 * @param dataVintage the state of the record that it was made from
 * @param origin the day of the last price in it
 * @param points what the department stands behind: the officer's own figures if {@code replaced}, else the model's
 * @param current whether any of its points is still to come
 * @param retrospective made afterwards from the prices up to its origin, on a demonstration market
 */
record ForecastResource(
        String series,
        String title,
        int number,
        Instant issuedAt,
        String publication,
        int vintage,
        int dataVintage,
        LocalDate origin,
        int horizon,
        String method,
        BigDecimal lastPrice,
        List<ForecastPoint> modelPoints,
        List<ForecastPoint> points,
        boolean replaced,
        @Nullable String replacementReason,
        @Nullable String annotation,
        @Nullable ForecastAccuracy accuracy,
        boolean current,
        boolean retrospective,
        boolean demonstration,
        String currency,
        String unit,
        String source,
        String licence) {

    static ForecastResource from(
            IssuedForecast issued, PriceSeries series, KnownAt known, SeriesTexts texts, Language language) {
        var content = issued.content();
        return new ForecastResource(
                series.code().value(),
                texts.title(series, language),
                issued.number(),
                issued.issuedAt(),
                issued.publication().toString(),
                issued.vintage(),
                content.dataVintage(),
                content.origin(),
                content.steps().size(),
                content.method(),
                content.lastPrice(),
                content.modelPoints(),
                content.publishedPoints(),
                content.isReplaced(),
                content.words().reason(language),
                content.words().annotation(language),
                content.accuracy(),
                !content.lastDate().isBefore(known.day()),
                issued.retrospective(),
                series.demonstration(),
                series.currency(),
                texts.unit(series, language),
                series.source().name(language),
                series.source().licence());
    }
}
