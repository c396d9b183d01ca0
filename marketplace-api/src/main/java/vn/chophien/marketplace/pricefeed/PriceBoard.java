package vn.chophien.marketplace.pricefeed;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The latest price of every current series. Asked on every product page, so the state is kept, and after a publication
 * only what it changed is read again.
 */
@Component
public class PriceBoard {
    static final int TREND_LENGTH = 30;

    private final SeriesCatalog catalog;
    private final Observations observations;
    private final Vintages vintages;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    PriceBoard(SeriesCatalog catalog, Observations observations, Vintages vintages) {
        this.catalog = catalog;
        this.observations = observations;
        this.vintages = vintages;
    }

    /** A daily series and its last price, which is null before the first. */
    public record DailyPrice(PriceSeries series, @Nullable Price last) {}

    private record Kept(int vintage, Map<Integer, List<Observation>> trends, List<Quote> quotes) {
        static Kept of(int vintage, List<PriceSeries> series, Map<Integer, List<Observation>> trends) {
            return new Kept(
                    vintage,
                    trends,
                    series.stream()
                            .filter(one -> trends.containsKey(one.id()))
                            // Not in the database's order of letters: cursors compare here.
                            .sorted(Comparator.comparing(BoardPosition::of))
                            .map(one -> new Quote(one, trends.getOrDefault(one.id(), List.of())))
                            .toList());
        }
    }

    /** The board as it was, in its order; empty before the first publication. */
    Mono<List<Quote>> quotes(KnownAt known) {
        var last = kept.get();
        Mono<Kept> state;
        if (last != null && last.vintage() == known.vintage()) {
            state = Mono.just(last);
        } else if (last != null && last.vintage() < known.vintage() && !known.past()) {
            state = forward(last, known.vintage()).doOnNext(this::keep);
        } else {
            state = read(known.vintage()).doOnNext(found -> {
                if (!known.past()) {
                    keep(found);
                }
            });
        }
        return state.map(found -> found.quotes().stream()
                .filter(quote -> quote.isCurrentOn(known.day()))
                .toList());
    }

    Mono<List<Quote>> quotes() {
        return vintages.latest().flatMap(this::quotes);
    }

    private void keep(Kept found) {
        kept.accumulateAndGet(
                found, (last, next) -> last != null && next != null && last.vintage() > next.vintage() ? last : next);
    }

    private Mono<Kept> read(int vintage) {
        return catalog.all(vintage)
                .collectList()
                .flatMap(series ->
                        observations.lastOfEach(TREND_LENGTH, vintage).map(trends -> Kept.of(vintage, series, trends)));
    }

    /** A publication says something about few of many series: the others are as they were. */
    private Mono<Kept> forward(Kept from, int vintage) {
        return observations
                .changedBetween(from.vintage(), vintage)
                .map(Map::keySet)
                .flatMap(changed -> observations
                        .lastOf(changed, TREND_LENGTH, vintage)
                        .flatMap(trends -> {
                            var all = new HashMap<>(from.trends());
                            all.keySet().removeAll(changed);
                            all.putAll(trends);
                            return catalog.all(vintage).collectList().map(series -> Kept.of(vintage, series, all));
                        }));
    }

    /** What officers report each working day: every daily series, with its last price if it has one. */
    public Mono<List<DailyPrice>> dailyPrices() {
        return catalog.all()
                .filter(series -> series.frequency() == Frequency.DAILY)
                .collectList()
                .flatMap(series -> observations
                        .lastOfEach(1, Integer.MAX_VALUE)
                        .map(last -> series.stream()
                                .map(one -> new DailyPrice(one, lastPrice(last.get(one.id()))))
                                .toList()));
    }

    private static @Nullable Price lastPrice(@Nullable List<Observation> observations) {
        return observations == null || observations.isEmpty()
                ? null
                : observations.getLast().price();
    }
}
