package vn.chophien.marketplace.pricefeed.alert;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.marketplace.pricefeed.KeptState;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.Observations;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.SharedReading;
import vn.chophien.marketplace.pricefeed.alert.AlertThresholds.Bands;

/**
 * What the indicators say of the series. The present state of all is kept, and after a publication only what it changed is
 * computed again; a few past states are kept for a while.
 */
@Component
class SeriesAlerts implements KeptState {
    /** As for ALPS: an older price alarms nobody. */
    private static final int MOST_MONTHS_OLD = 7;

    /** Series read by one statement. */
    private static final int BATCH = 500;

    private static final int PAST_KEPT = 4;

    private final SeriesCatalog catalog;
    private final Observations observations;
    private final AlertThresholds thresholds;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();
    private final Map<State, Kept> pastKept = new LinkedHashMap<>();
    private final SharedReading<State, Kept> reading = new SharedReading<>();

    SeriesAlerts(SeriesCatalog catalog, Observations observations, AlertThresholds thresholds) {
        this.catalog = catalog;
        this.observations = observations;
        this.thresholds = thresholds;
    }

    /** @param alert none for a series of which there is too little, or nothing fresh */
    record Assessed(PriceSeries series, @Nullable SeriesAlert alert) {}

    /** All that the alerts depend on: a publication may change them, and the end of a month. */
    private record State(int vintage, MonthlyPrices.Horizon horizon) {
        static State of(KnownAt known) {
            return new State(known.vintage(), MonthlyPrices.Horizon.of(known.day()));
        }

        boolean leadsTo(State later) {
            return vintage < later.vintage() && horizon.equals(later.horizon());
        }
    }

    private record Kept(State state, Map<Integer, Optional<SeriesAlert>> alerts) {}

    @Override
    public Mono<Void> readAhead(KnownAt known) {
        return current(known).then();
    }

    /** Of every series, in the order of the board. */
    Mono<List<Assessed>> current(KnownAt known) {
        return catalog.all(known.vintage())
                .collectList()
                .flatMap(all -> kept(all, known)
                        .map(found -> all.stream()
                                .map(series -> new Assessed(
                                        series,
                                        found.alerts()
                                                .getOrDefault(series.id(), Optional.empty())
                                                .orElse(null)))
                                .toList()));
    }

    /** The last months of one series, oldest first. */
    Mono<List<SeriesAlert>> history(PriceSeries series, int months, KnownAt known) {
        return Mono.zip(thresholds.bands(), monthly(series, known))
                .map(read -> SeriesAlert.history(read.getT2(), months, read.getT1()));
    }

    /** What there is to say of a series now, if it is fresh. */
    Mono<Optional<SeriesAlert>> of(PriceSeries series, Bands bands, KnownAt known) {
        return monthly(series, known).map(prices -> last(prices, bands, known));
    }

    private static Optional<SeriesAlert> last(NavigableMap<YearMonth, Double> prices, Bands bands, KnownAt known) {
        return SeriesAlert.last(prices, bands).filter(alert -> isFresh(alert, known));
    }

    private Mono<Kept> kept(List<PriceSeries> all, KnownAt known) {
        var state = State.of(known);
        return Mono.defer(() -> Mono.justOrEmpty(remembered(state)))
                .switchIfEmpty(reading.read(
                        state, () -> assess(all, known, state).doOnNext(found -> remember(found, known.past()))));
    }

    private Optional<Kept> remembered(State state) {
        var last = kept.get();
        if (last != null && last.state().equals(state)) {
            return Optional.of(last);
        }
        synchronized (pastKept) {
            return Optional.ofNullable(pastKept.get(state));
        }
    }

    private void remember(Kept found, boolean past) {
        if (!past) {
            kept.accumulateAndGet(
                    found,
                    (last, next) -> last != null
                                    && next != null
                                    && last.state().vintage() > next.state().vintage()
                            ? last
                            : next);
            return;
        }
        synchronized (pastKept) {
            pastKept.put(found.state(), found);
            if (pastKept.size() > PAST_KEPT) {
                pastKept.remove(pastKept.keySet().iterator().next());
            }
        }
    }

    private Mono<Kept> assess(List<PriceSeries> all, KnownAt known, State state) {
        var last = kept.get();
        return last != null && last.state().leadsTo(state)
                ? observations
                        .changedBetween(last.state().vintage(), known.vintage())
                        .flatMap(changed -> assess(
                                all.stream()
                                        .filter(series -> isAbout(series, changed.get(series.id()), state))
                                        .toList(),
                                last.alerts(),
                                known))
                        .map(alerts -> new Kept(state, alerts))
                : assess(all, Map.of(), known).map(alerts -> new Kept(state, alerts));
    }

    /** Today's prices of a month that is not over change nothing yet. */
    private static boolean isAbout(PriceSeries series, @Nullable LocalDate firstMonth, State state) {
        return firstMonth != null
                && !firstMonth.isAfter(state.horizon().last(series.frequency()).atEndOfMonth());
    }

    /** @param before what is said of the others */
    private Mono<Map<Integer, Optional<SeriesAlert>>> assess(
            List<PriceSeries> series, Map<Integer, Optional<SeriesAlert>> before, KnownAt known) {
        return thresholds
                .bands()
                .flatMap(bands -> Flux.fromIterable(series)
                        .buffer(BATCH)
                        .concatMap(batch -> observations
                                .monthlyMeans(
                                        batch.stream().map(PriceSeries::id).toList(), known.vintage())
                                // What follows is computing, for which no connection to the database should wait.
                                .publishOn(Schedulers.parallel())
                                .map(means -> batch.stream()
                                        .collect(Collectors.toMap(
                                                PriceSeries::id,
                                                one -> last(months(one, means, known), bands, known)))))
                        .collect(() -> new HashMap<>(before), Map::putAll));
    }

    private Mono<NavigableMap<YearMonth, Double>> monthly(PriceSeries series, KnownAt known) {
        return observations
                .monthlyMeans(List.of(series.id()), known.vintage())
                .map(means -> months(series, means, known));
    }

    private static NavigableMap<YearMonth, Double> months(
            PriceSeries series, Map<Integer, NavigableMap<LocalDate, Double>> means, KnownAt known) {
        return MonthlyPrices.of(series.frequency(), means.getOrDefault(series.id(), new TreeMap<>()), known.day());
    }

    private static boolean isFresh(SeriesAlert alert, KnownAt known) {
        return ChronoUnit.MONTHS.between(alert.month(), YearMonth.from(known.day())) <= MOST_MONTHS_OLD;
    }
}
