package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceRecord;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.Publication;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.Vintages;
import vn.chophien.marketplace.pricefeed.forecast.ForecastGate;
import vn.chophien.marketplace.pricefeed.forecast.PriceHistory;
import vn.chophien.marketplace.pricefeed.forecastrecord.ForecastContent;
import vn.chophien.marketplace.pricefeed.forecastrecord.IssuedForecasts;
import vn.chophien.marketplace.pricefeed.forecastrecord.SeriesHistories;

/**
 * Forecasts for a demonstration market, of one series of invented prices per commodity: a current one, and a few from
 * earlier origins, marked as made afterwards, so that there is something to hold against what came.
 */
@Component
public class DemonstrationForecasts {
    private static final int EARLIER_ORIGINS = 4;
    private static final ForecastContent.Words LABEL = new ForecastContent.Words(
            "Dự báo minh họa, lập từ giá minh họa; không dùng để tham khảo.",
            "A demonstration forecast made from invented prices; please do not rely on it.",
            null,
            null);

    private final SeriesCatalog catalog;
    private final SeriesHistories histories;
    private final ForecastComputing computing;
    private final IssuedForecasts issued;
    private final Vintages vintages;
    private final PriceRecord record;
    private final TransactionalOperator transaction;

    DemonstrationForecasts(
            SeriesCatalog catalog,
            SeriesHistories histories,
            ForecastComputing computing,
            IssuedForecasts issued,
            Vintages vintages,
            PriceRecord record,
            TransactionalOperator transaction) {
        this.catalog = catalog;
        this.histories = histories;
        this.computing = computing;
        this.issued = issued;
        this.vintages = vintages;
        this.record = record;
        this.transaction = transaction;
    }

    private record Made(ForecastContent content, boolean retrospective) {}

    /** Does nothing the second time. */
    public Mono<Void> issue() {
        return issued.hasDemonstration()
                .filter(present -> !present)
                .flatMap(absent -> vintages.latest())
                .flatMap(known -> chosen(known)
                        .concatMap(series -> made(series, known))
                        .collectSortedList(
                                Comparator.comparing(made -> made.content().origin())))
                .filter(made -> !made.isEmpty())
                .flatMap(this::publish);
    }

    private Mono<Void> publish(List<Made> made) {
        return record.publishForecasts(
                        new Publication.Origin.Import(),
                        vintage -> Flux.fromIterable(made)
                                .concatMap(one -> issued.insert(vintage, null, one.retrospective(), one.content()))
                                .then(Mono.just(made.size())))
                .as(transaction::transactional)
                .then();
    }

    /** The first series of each commodity. */
    private Flux<PriceSeries> chosen(KnownAt known) {
        return catalog.all(known.vintage())
                .filter(PriceSeries::demonstration)
                .collect(
                        LinkedHashMap<String, PriceSeries>::new,
                        (first, series) -> first.putIfAbsent(series.commodity().code(), series))
                .flatMapIterable(LinkedHashMap::values);
    }

    private Flux<Made> made(PriceSeries series, KnownAt known) {
        return histories.prices(series, known).flatMapMany(prices -> {
            var history = PriceHistory.of(series.frequency(), prices);
            if (ForecastGate.PUBLICATION.obstacle(history, known.day()) != null) {
                return Flux.empty();
            }
            int horizon = ForecastHorizon.usual(series.frequency());
            return Flux.fromIterable(origins(prices, horizon))
                    .concatMap(origin -> retrospective(series, prices.headMap(origin, true), horizon, known))
                    .concatWith(current(series, history, horizon, known));
        });
    }

    private static List<LocalDate> origins(NavigableMap<LocalDate, Double> prices, int horizon) {
        var days = List.copyOf(prices.keySet());
        var origins = new ArrayList<LocalDate>();
        for (int back = EARLIER_ORIGINS; back >= 1; back--) {
            origins.add(days.get(days.size() - 1 - back * horizon));
        }
        return origins;
    }

    private Mono<Made> retrospective(
            PriceSeries series, NavigableMap<LocalDate, Double> prices, int horizon, KnownAt known) {
        var history = PriceHistory.of(series.frequency(), prices);
        return computing
                .forecast(history, horizon)
                .map(forecast -> ForecastContent.of(series.id(), known.vintage(), history, forecast, null))
                .map(content -> new Made(content.reviewed(LABEL, List.of()), true));
    }

    private Mono<Made> current(PriceSeries series, PriceHistory history, int horizon, KnownAt known) {
        return computing
                .compute(history, horizon)
                .map(computed -> ForecastContent.of(
                        series.id(), known.vintage(), history, computed.forecast(), computed.accuracy()))
                .map(content -> new Made(content.reviewed(LABEL, List.of()), false));
    }
}
