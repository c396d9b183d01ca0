package vn.chophien.marketplace.pricefeed.forecastrecord;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceFiles;
import vn.chophien.marketplace.pricefeed.PriceQuestion;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.PublishedAnswers;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.RequestProblem;

/** The forecasts of a series that were issued, for everybody, as they are or as they were. */
@RestController
@RequestMapping("/api/v1/prices/series/{code}")
class IssuedForecastController {
    private final IssuedForecasts forecasts;
    private final SeriesHistories histories;
    private final SeriesCatalog catalog;
    private final PublishedAnswers answers;
    private final SeriesTexts texts;

    IssuedForecastController(
            IssuedForecasts forecasts,
            SeriesHistories histories,
            SeriesCatalog catalog,
            PublishedAnswers answers,
            SeriesTexts texts) {
        this.forecasts = forecasts;
        this.histories = histories;
        this.catalog = catalog;
        this.answers = answers;
        this.texts = texts;
    }

    /** The newest forecast; where there is none the problem says why. */
    @GetMapping("/forecast")
    Mono<ResponseEntity<ForecastResource>> newest(@PathVariable String code, PriceQuestion question) {
        return answers.json(
                question,
                (known, language) -> series(code, known)
                        .flatMap(series -> newest(series, known, language)
                                .map(issued -> ForecastResource.from(issued, series, known, texts, language))));
    }

    @GetMapping("/forecast.csv")
    Mono<ResponseEntity<String>> newestFile(@PathVariable String code, PriceQuestion question) {
        return answers.answer(
                        question,
                        PriceFiles.TYPE,
                        (known, language) -> series(code, known)
                                .flatMap(series -> newest(series, known, language)
                                        .map(issued -> ForecastFile.write(issued, series))))
                .map(answer -> PriceFiles.named(answer, code + "-forecast.csv", "forecast.csv"));
    }

    /** All that were issued, newest first; each is as it was said. */
    @GetMapping("/forecasts")
    Mono<ResponseEntity<PageResponse<ForecastResource>>> list(
            @PathVariable String code,
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize,
            PriceQuestion question) {
        var size = PageSizes.checked(pageSize);
        var before = cursor == null ? Integer.MAX_VALUE : Cursor.number(cursor);
        return answers.json(
                question,
                (known, language) -> series(code, known)
                        .flatMap(series -> forecasts
                                .before(series.id(), before, size + 1, known.vintage())
                                .map(issued -> ForecastResource.from(issued, series, known, texts, language))
                                .collectList()
                                .map(found -> PageResponse.cut(found, size, one -> Cursor.encode(one.number())))));
    }

    @GetMapping("/forecasts/{number}")
    Mono<ResponseEntity<ForecastResource>> one(
            @PathVariable String code, @PathVariable int number, PriceQuestion question) {
        return answers.json(
                question,
                (known, language) -> series(code, known)
                        .flatMap(series -> numbered(series, number, known)
                                .map(issued -> ForecastResource.from(issued, series, known, texts, language))));
    }

    @GetMapping("/forecasts/{number}.csv")
    Mono<ResponseEntity<String>> file(@PathVariable String code, @PathVariable int number, PriceQuestion question) {
        return answers.answer(
                        question,
                        PriceFiles.TYPE,
                        (known, _) -> series(code, known)
                                .flatMap(series -> numbered(series, number, known)
                                        .map(issued -> ForecastFile.write(issued, series))))
                .map(answer -> PriceFiles.named(answer, code + "-forecast-" + number + ".csv", "../forecast.csv"));
    }

    private Mono<IssuedForecast> newest(PriceSeries series, KnownAt known, Language language) {
        return forecasts
                .newest(series.id(), known.vintage())
                .switchIfEmpty(Mono.defer(() -> absent(series, known, language)));
    }

    private Mono<IssuedForecast> absent(PriceSeries series, KnownAt known, Language language) {
        return histories
                .obstacles(series, known)
                .flatMap(found -> Mono.error(() -> found.isEmpty()
                        ? new NoForecast.NotIssued()
                        : new NoForecast.Refused(histories.text(found.getFirst(), language))));
    }

    private Mono<IssuedForecast> numbered(PriceSeries series, int number, KnownAt known) {
        return forecasts.find(series.id(), number, known.vintage()).switchIfEmpty(Mono.error(RequestProblem::notFound));
    }

    private Mono<PriceSeries> series(String code, KnownAt known) {
        return catalog.find(code, known).switchIfEmpty(Mono.error(RequestProblem::notFound));
    }
}
