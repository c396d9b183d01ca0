package vn.chophien.storefront.market;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.CallContext;
import vn.chophien.storefront.page.Answer;

/** The pages of the market prices, the same for everybody. */
@Controller
class MarketController {

    private final MarketPricesApi prices;
    private final SeriesCharts charts;

    MarketController(MarketPricesApi prices, SeriesCharts charts) {
        this.prices = prices;
        this.charts = charts;
    }

    @GetMapping("/market-prices")
    Mono<Answer> board() {
        return prices.board()
                .map(board -> Answer.page("market/board", new BoardView(board)).cached(Answer.Caching.PUBLIC));
    }

    @GetMapping("/market-prices/{commodity}")
    Mono<Answer> commodity(@PathVariable String commodity) {
        return Mono.zip(prices.series(commodity), latest(commodity)).map(found -> {
            var series = found.getT1().items();
            var latest = found.getT2();
            if (series.isEmpty()) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            var current =
                    latest.items().stream().map(quote -> quote.series().code()).toList();
            var ended =
                    series.stream().filter(one -> !current.contains(one.code())).toList();
            var name = series.getFirst().commodity();
            return Answer.page(
                            "market/commodity",
                            new CommodityView(name.code(), name.name(), latest.items(), ended, latest.credits()))
                    .cached(Answer.Caching.PUBLIC);
        });
    }

    @GetMapping("/market-prices/series/{code}")
    Mono<Answer> series(
            @PathVariable String code, @RequestParam(name = "range", required = false) @Nullable String key) {
        return prices.oneSeries(code).flatMap(series -> {
            var range = ChartRange.chosen(key, series);
            var last = series.lastDate();
            var from = last == null ? null : range.from(last).orElse(null);
            return page(series, range, from);
        });
    }

    private Mono<Answer> page(MarketPricesApi.Series series, ChartRange range, @Nullable LocalDate from) {
        return Mono.deferContextual(context -> {
            var language = context.<CallContext>getOrEmpty(CallContext.class)
                    .map(CallContext::language)
                    .orElse(Language.VI);
            return prices.observations(series.code(), from)
                    .map(observed -> new SeriesView(
                            series, observed.items(), range, charts.draw(series, observed.items(), language)))
                    .map(view -> Answer.page("market/series", view).cached(Answer.Caching.PUBLIC));
        });
    }

    /** A commodity whose prices all ended has a page, too. */
    private Mono<MarketPricesApi.Latest> latest(String commodity) {
        return prices.latest(commodity)
                .onErrorResume(
                        ApiProblem.class,
                        problem -> problem.status().isSameCodeAs(HttpStatus.NOT_FOUND)
                                ? Mono.just(new MarketPricesApi.Latest(
                                        new MarketPricesApi.Name(commodity, commodity), List.of(), List.of()))
                                : Mono.error(problem));
    }
}
