package vn.chophien.storefront.market;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.page.Answer;

/** The board and the pages of series, the same for everybody. */
@Controller
class MarketController {

    private final MarketPricesApi prices;
    private final ForecastReading forecasts;
    private final SeriesCharts charts;
    private final InstantSource clock;

    MarketController(MarketPricesApi prices, ForecastReading forecasts, SeriesCharts charts, InstantSource clock) {
        this.prices = prices;
        this.forecasts = forecasts;
        this.charts = charts;
        this.clock = clock;
    }

    @GetMapping("/market-prices")
    Mono<Answer> board(@RequestParam MultiValueMap<String, String> parameters) {
        var query = BoardQuery.of(parameters);
        var asOf = AsOf.of(query.value(BoardQuery.AS_OF), clock);
        return Mono.zip(
                prices.board(query.selection(), query.cursor(), asOf.parameter()),
                prices.filters(asOf.parameter()),
                (board, filters) -> Answer.page("market/board", new BoardView(board, filters, query, asOf))
                        .cached(Answer.Caching.PUBLIC));
    }

    @GetMapping("/market-prices/series/{code}")
    Mono<Answer> series(
            @PathVariable String code,
            @RequestParam(name = "range", required = false) @Nullable String key,
            @RequestParam(name = "as_of", required = false) @Nullable String asked,
            Language language) {
        var asOf = AsOf.of(asked, clock);
        return prices.oneSeries(code, asOf.parameter())
                .flatMap(series -> known(series, ChartRange.chosen(key, series), asOf, language))
                .onErrorResume(
                        failure -> asOf.isPast() && isNotFound(failure),
                        unknown -> prices.oneSeries(code, null)
                                .map(series -> view(
                                        series,
                                        asOf,
                                        ChartRange.chosen(key, series),
                                        List.of(),
                                        List.of(),
                                        ForecastView.NONE,
                                        language)))
                .map(view -> Answer.page("market/series", view).cached(Answer.Caching.PUBLIC));
    }

    private Mono<SeriesView> known(MarketPricesApi.Series series, ChartRange range, AsOf asOf, Language language) {
        var code = series.code();
        var last = series.lastDate();
        @Nullable LocalDate from = last == null ? null : range.from(last).orElse(null);
        return Mono.zip(
                        prices.observations(code, from, asOf.parameter()),
                        prices.corrections(code, from, asOf.parameter()),
                        forecasts.of(code, asOf.parameter()))
                .map(found -> view(
                        series,
                        asOf,
                        range,
                        found.getT1().items(),
                        found.getT2().items(),
                        found.getT3(),
                        language));
    }

    private SeriesView view(
            MarketPricesApi.Series series,
            AsOf asOf,
            ChartRange range,
            List<MarketPricesApi.Observation> observations,
            List<MarketPricesApi.CorrectedDay> corrections,
            ForecastView forecast,
            Language language) {
        var table = PriceRows.of(observations);
        return new SeriesView(
                series,
                asOf,
                range,
                observations,
                corrections,
                forecast,
                table,
                charts.draw(series, observations, corrections, forecast, table, language));
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof ApiProblem problem && problem.status().isSameCodeAs(HttpStatus.NOT_FOUND);
    }
}
