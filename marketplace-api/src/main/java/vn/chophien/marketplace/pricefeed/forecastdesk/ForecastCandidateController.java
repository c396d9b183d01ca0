package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.Vintages;
import vn.chophien.marketplace.pricefeed.forecastrecord.IssuedForecast;
import vn.chophien.marketplace.pricefeed.forecastrecord.IssuedForecasts;
import vn.chophien.marketplace.pricefeed.forecastrecord.SeriesHistories;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;

/** Which series can be forecast, and why the others cannot. */
@RestController
@RequestMapping("/api/v1/prices/forecast-candidates")
class ForecastCandidateController {
    private final SeriesCatalog catalog;
    private final SeriesHistories histories;
    private final IssuedForecasts issued;
    private final Vintages vintages;
    private final SeriesTexts texts;

    ForecastCandidateController(
            SeriesCatalog catalog,
            SeriesHistories histories,
            IssuedForecasts issued,
            Vintages vintages,
            SeriesTexts texts) {
        this.catalog = catalog;
        this.histories = histories;
        this.issued = issued;
        this.vintages = vintages;
        this.texts = texts;
    }

    /**
     * @param newest the last forecast that was issued
     * @param obstacles what bars a new one; none for a series that can be forecast
     */
    record CandidateResource(
            DraftResource.SeriesName series,
            Frequency frequency,
            @Nullable NewestResource newest,
            List<PreviewResource.WarningResource> obstacles) {}

    record NewestResource(int number, LocalDate origin, LocalDate lastDate) {
        static @Nullable NewestResource of(@Nullable IssuedForecast forecast) {
            return forecast == null
                    ? null
                    : new NewestResource(
                            forecast.number(),
                            forecast.content().origin(),
                            forecast.content().lastDate());
        }
    }

    /** In the order of the board. */
    @GetMapping
    Mono<PageResponse<CandidateResource>> list(
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "50") int pageSize,
            Language language) {
        var size = PageSizes.checked(pageSize);
        var start = cursor == null ? 0 : Math.max(0, Cursor.number(cursor));
        return vintages.latest()
                .flatMap(known -> catalog.all(known.vintage()).collectList().flatMap(all -> {
                    var shown = all.subList(Math.min(start, all.size()), Math.min(start + size, all.size()));
                    var next = start + size < all.size() ? Cursor.encode(start + size) : null;
                    return candidates(shown, known, language).map(items -> new PageResponse<>(items, next, null));
                }));
    }

    private Mono<List<CandidateResource>> candidates(List<PriceSeries> shown, KnownAt known, Language language) {
        return issued.newestOf(shown.stream().map(PriceSeries::id).toList())
                .collect(Collectors.toMap(one -> one.content().seriesId(), Function.identity()))
                .flatMap(newest -> Flux.fromIterable(shown)
                        .concatMap(series -> candidate(series, newest, known, language))
                        .collectList());
    }

    private Mono<CandidateResource> candidate(
            PriceSeries series, Map<Integer, IssuedForecast> newest, KnownAt known, Language language) {
        return histories
                .obstacles(series, known)
                .map(found -> new CandidateResource(
                        DraftResource.SeriesName.of(series, texts, language),
                        series.frequency(),
                        NewestResource.of(newest.get(series.id())),
                        found.stream()
                                .map(obstacle -> new PreviewResource.WarningResource(
                                        obstacle.kind().code(), histories.text(obstacle, language)))
                                .toList()));
    }
}
