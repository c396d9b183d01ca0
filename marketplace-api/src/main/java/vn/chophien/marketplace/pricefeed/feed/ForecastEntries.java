package vn.chophien.marketplace.pricefeed.feed;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.Publication;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.forecastrecord.IssuedForecast;
import vn.chophien.marketplace.pricefeed.forecastrecord.IssuedForecasts;

/** Tells publications of forecasts in words. */
@Component
class ForecastEntries {
    private static final int LINES = 40;

    private final IssuedForecasts forecasts;
    private final SeriesTexts texts;
    private final Messages messages;

    ForecastEntries(IssuedForecasts forecasts, SeriesTexts texts, Messages messages) {
        this.forecasts = forecasts;
        this.texts = texts;
        this.messages = messages;
    }

    /** @param lines one a forecast, of the series asked about */
    record Told(String title, List<String> lines, List<PriceSeries> about) {}

    /** @param series those asked about; empty when none of them was forecast */
    Mono<Told> of(Publication publication, Map<Integer, PriceSeries> series, Language language) {
        return forecasts
                .issuedBy(publication.vintage(), series.keySet(), LINES)
                .collectList()
                .filter(found -> !found.isEmpty())
                .map(found -> new Told(
                        messages.format(
                                language,
                                "prices.feed.forecasts",
                                Map.of(
                                        "time", Formats.of(language).dateTime(publication.publishedAt()),
                                        "forecasts", publication.forecasts())),
                        found.stream()
                                .map(issued -> line(issued, of(issued, series), language))
                                .toList(),
                        found.stream()
                                .map(issued -> of(issued, series))
                                .distinct()
                                .toList()));
    }

    private static PriceSeries of(IssuedForecast issued, Map<Integer, PriceSeries> series) {
        return Objects.requireNonNull(series.get(issued.content().seriesId()));
    }

    /** The last point of the forecast with the bounds that hold it in four of five cases. */
    private String line(IssuedForecast issued, PriceSeries series, Language language) {
        var formats = Formats.of(language);
        var last = issued.content().publishedPoints().getLast();
        return messages.format(
                language,
                "prices.feed.line.forecast",
                Map.of(
                        "title", texts.title(series, language),
                        "unit", texts.unit(series, language),
                        "date", formats.date(last.date()),
                        "mean", formats.decimal(last.mean()),
                        "low", formats.decimal(last.lo80()),
                        "high", formats.decimal(last.hi80())));
    }
}
