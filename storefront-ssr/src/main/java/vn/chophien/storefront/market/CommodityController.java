package vn.chophien.storefront.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.storefront.api.AllPages;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.PriceGlanceApi;
import vn.chophien.storefront.chart.ComparisonChart;
import vn.chophien.storefront.page.Answer;

/** A commodity: all its series, and those of one unit side by side. */
@Controller
class CommodityController {

    private final MarketPricesApi prices;
    private final PriceGlanceApi glance;
    private final SeriesCharts charts;

    CommodityController(MarketPricesApi prices, PriceGlanceApi glance, SeriesCharts charts) {
        this.prices = prices;
        this.glance = glance;
        this.charts = charts;
    }

    /** The current prices of a commodity, and whom to thank for them. */
    private record Current(List<MarketPricesApi.Quote> quotes, List<MarketPricesApi.Credit> credits) {
        static Current of(List<MarketPricesApi.Latest> pages) {
            return new Current(
                    pages.stream().flatMap(page -> page.items().stream()).toList(),
                    pages.stream()
                            .flatMap(page -> page.credits().stream())
                            .distinct()
                            .toList());
        }
    }

    @GetMapping("/market-prices/{commodity}")
    Mono<Answer> commodity(
            @PathVariable String commodity,
            @RequestParam(name = "range", required = false) @Nullable String key,
            Language language) {
        return Mono.zip(series(commodity), latest(commodity), glance.seasons(commodity, null))
                .flatMap(found -> {
                    var series = found.getT1();
                    if (series.isEmpty()) {
                        return Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
                    }
                    return view(series, found.getT2(), found.getT3().items(), key, language)
                            .map(view -> Answer.page("market/commodity", view).cached(Answer.Caching.PUBLIC));
                });
    }

    private Mono<CommodityView> view(
            List<MarketPricesApi.Series> series,
            Current latest,
            List<PriceGlanceApi.Season> seasons,
            @Nullable String key,
            Language language) {
        var current =
                latest.quotes().stream().map(quote -> quote.series().code()).collect(Collectors.toSet());
        var ended = series.stream().filter(one -> !current.contains(one.code())).toList();
        var name = series.getFirst().commodity();
        Function<Optional<CommodityView.Compared>, CommodityView> view = compared -> new CommodityView(
                name.code(),
                name.name(),
                name.nameInSentence(),
                latest.quotes(),
                ended,
                latest.credits(),
                seasons,
                compared);
        return compared(name.nameInSentence(), comparable(latest.quotes()), key, language)
                .map(compared -> view.apply(Optional.of(compared)))
                .switchIfEmpty(Mono.fromSupplier(() -> view.apply(Optional.empty())));
    }

    /** The largest set of series with one unit and frequency, the first ones of it; fewer than two are not compared. */
    private static List<MarketPricesApi.Quote> comparable(List<MarketPricesApi.Quote> quotes) {
        var alike = new LinkedHashMap<String, List<MarketPricesApi.Quote>>();
        quotes.forEach(quote -> alike.computeIfAbsent(
                        quote.series().unitLabel() + quote.series().frequency(), unit -> new ArrayList<>())
                .add(quote));
        return alike.values().stream()
                .filter(group -> group.size() > 1)
                .reduce((left, right) -> right.size() > left.size() ? right : left)
                .map(group -> group.subList(0, Math.min(ComparisonChart.MOST_LINES, group.size())))
                .orElse(List.of());
    }

    private Mono<CommodityView.Compared> compared(
            String commodity, List<MarketPricesApi.Quote> quotes, @Nullable String key, Language language) {
        if (quotes.isEmpty()) {
            return Mono.empty();
        }
        var range = ChartRange.chosen(key, quotes.getFirst().series());
        var last = quotes.stream()
                .map(MarketPricesApi.Quote::date)
                .max(LocalDate::compareTo)
                .orElseThrow();
        return Flux.fromIterable(quotes)
                .concatMap(quote -> prices.observations(
                        quote.series().code(), range.from(last).orElse(null), null))
                .filter(observed -> !observed.items().isEmpty())
                .collectList()
                .filter(observed -> observed.size() > 1)
                .map(observed -> {
                    var series = observed.stream()
                            .map(MarketPricesApi.Observations::series)
                            .toList();
                    var observations = observed.stream()
                            .map(MarketPricesApi.Observations::items)
                            .toList();
                    return new CommodityView.Compared(
                            range,
                            series,
                            series.getFirst().unitLabel(),
                            charts.compare(commodity, series, observations, language),
                            ComparedRows.of(observations, series.getFirst().isMonthly()));
                });
    }

    private Mono<List<MarketPricesApi.Series>> series(String commodity) {
        return AllPages.of(cursor -> prices.series(commodity, cursor), MarketPricesApi.SeriesList::nextCursor)
                .map(pages ->
                        pages.stream().flatMap(page -> page.items().stream()).toList());
    }

    /** A commodity whose prices all ended has a page, too. */
    private Mono<Current> latest(String commodity) {
        return AllPages.of(cursor -> prices.latest(commodity, cursor), MarketPricesApi.Latest::nextCursor)
                .map(Current::of)
                .onErrorResume(
                        ApiProblem.class,
                        problem -> problem.status().isSameCodeAs(HttpStatus.NOT_FOUND)
                                ? Mono.just(new Current(List.of(), List.of()))
                                : Mono.error(problem));
    }
}
