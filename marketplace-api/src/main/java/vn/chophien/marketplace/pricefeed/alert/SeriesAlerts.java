package vn.chophien.marketplace.pricefeed.alert;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.Observations;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.alert.AlertThresholds.Bands;
import vn.chophien.marketplace.pricefeed.forecastrecord.SeriesHistories;

/**
 * What the indicators say of the series. The present state of all is kept, and after a publication only what it changed is
 * computed again.
 */
@Component
class SeriesAlerts {
    /** As for ALPS: an older price alarms nobody. */
    private static final int MOST_MONTHS_OLD = 7;

    private final SeriesCatalog catalog;
    private final Observations observations;
    private final SeriesHistories histories;
    private final AlertThresholds thresholds;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    SeriesAlerts(
            SeriesCatalog catalog, Observations observations, SeriesHistories histories, AlertThresholds thresholds) {
        this.catalog = catalog;
        this.observations = observations;
        this.histories = histories;
        this.thresholds = thresholds;
    }

    /** @param alert none for a series of which there is too little, or nothing fresh */
    record Assessed(PriceSeries series, @Nullable SeriesAlert alert) {}

    private record Kept(KnownAt known, Map<Integer, Optional<SeriesAlert>> alerts) {
        /** Whether a later state differs by publications alone: another day may end a month. */
        boolean leadsTo(KnownAt later) {
            return !later.past()
                    && later.vintage() >= known.vintage()
                    && YearMonth.from(later.day()).equals(YearMonth.from(known.day()));
        }
    }

    /** Of every series, in the order of the board. */
    Mono<List<Assessed>> current(KnownAt known) {
        return catalog.all(known.vintage())
                .collectList()
                .flatMap(all -> alerts(all, known)
                        .map(alerts -> all.stream()
                                .map(series -> new Assessed(
                                        series,
                                        alerts.getOrDefault(series.id(), Optional.empty())
                                                .orElse(null)))
                                .toList()));
    }

    /** The last months of one series, oldest first. */
    Mono<List<SeriesAlert>> history(PriceSeries series, int months, KnownAt known) {
        return Mono.zip(thresholds.bands(), monthly(series, known))
                .map(read -> SeriesAlert.history(read.getT2(), months, read.getT1()))
                .defaultIfEmpty(List.of());
    }

    /** What there is to say of a series now, if it is fresh. */
    Mono<Optional<SeriesAlert>> of(PriceSeries series, Bands bands, KnownAt known) {
        return monthly(series, known)
                .map(prices -> SeriesAlert.last(prices, bands).filter(alert -> isFresh(alert, known)))
                .defaultIfEmpty(Optional.empty());
    }

    private Mono<Map<Integer, Optional<SeriesAlert>>> alerts(List<PriceSeries> all, KnownAt known) {
        var last = kept.get();
        if (last != null && last.leadsTo(known)) {
            return last.known().vintage() == known.vintage()
                    ? Mono.just(last.alerts())
                    : observations
                            .changedBetween(last.known().vintage(), known.vintage())
                            .collect(Collectors.toSet())
                            .flatMap(changed -> assess(all, changed, last.alerts(), known))
                            .doOnNext(alerts -> kept.set(new Kept(known, alerts)));
        }
        return assess(all, null, Map.of(), known).doOnNext(alerts -> {
            if (!known.past()) {
                kept.set(new Kept(known, alerts));
            }
        });
    }

    /** @param changed which series to look at; null for all */
    private Mono<Map<Integer, Optional<SeriesAlert>>> assess(
            List<PriceSeries> all,
            @Nullable Set<Integer> changed,
            Map<Integer, Optional<SeriesAlert>> before,
            KnownAt known) {
        return thresholds
                .bands()
                .flatMap(bands -> Flux.fromIterable(all)
                        .filter(series -> changed == null || changed.contains(series.id()))
                        .concatMap(series -> of(series, bands, known).map(alert -> Map.entry(series.id(), alert)))
                        .collect(
                                () -> new HashMap<>(before),
                                (alerts, entry) -> alerts.put(entry.getKey(), entry.getValue())));
    }

    private Mono<NavigableMap<YearMonth, Double>> monthly(PriceSeries series, KnownAt known) {
        return histories.prices(series, known).map(prices -> MonthlyPrices.of(series.frequency(), prices, known.day()));
    }

    private static boolean isFresh(SeriesAlert alert, KnownAt known) {
        return ChronoUnit.MONTHS.between(alert.month(), YearMonth.from(known.day())) <= MOST_MONTHS_OLD;
    }
}
