package vn.chophien.marketplace.pricefeed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The latest price of every current series. Asked on every product page, so the present state is kept, and after a
 * publication only what it changed is read again. Of a past state only the last price of each series is read, and kept for
 * a while, and what is shown beside it is read for the page that shows it.
 */
@Component
public class PriceBoard implements KeptState {
    static final int TREND_LENGTH = 30;

    /** More than this is quicker read anew than word by word. */
    private static final int MOST_WORDS = 50_000;

    private static final int PAST_KEPT = 4;

    private final SeriesCatalog catalog;
    private final Observations observations;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();
    private final SharedReading<Integer, Kept> present = new SharedReading<>();
    private final SharedReading<Integer, BoardState> past = new SharedReading<>();
    private final Map<Integer, BoardState> pastKept = new LinkedHashMap<>();
    private volatile @Nullable Shown shown;

    PriceBoard(SeriesCatalog catalog, Observations observations) {
        this.catalog = catalog;
        this.observations = observations;
    }

    /** A daily series and its last price, which is null before the first. */
    public record DailyPrice(PriceSeries series, @Nullable Price last) {}

    private record Kept(Map<Integer, List<Observation>> trends, BoardState state) {
        static Kept of(int vintage, List<PriceSeries> series, Map<Integer, List<Observation>> trends) {
            return new Kept(trends, new BoardState(vintage, true, quotes(series, trends)));
        }

        int vintage() {
            return state.vintage();
        }
    }

    /** @param current what of the whole had not ended by the day */
    private record Shown(BoardState whole, LocalDate day, BoardState current) {}

    private static List<Quote> quotes(List<PriceSeries> series, Map<Integer, List<Observation>> trends) {
        return series.stream()
                .filter(one -> trends.containsKey(one.id()))
                // Not in the database's order of letters: cursors compare here.
                .sorted(Comparator.comparing(BoardPosition::of))
                .map(one -> new Quote(one, trends.getOrDefault(one.id(), List.of())))
                .toList();
    }

    /** The board as it was, without what had ended by then; empty before the first publication. */
    Mono<BoardState> at(KnownAt known) {
        return Mono.defer(() -> {
                    var last = kept.get();
                    if (last != null && last.vintage() == known.vintage()) {
                        return Mono.just(last.state());
                    }
                    return known.past() || last != null && last.vintage() > known.vintage()
                            ? past(known.vintage())
                            : present.read(known.vintage(), () -> present(known.vintage()))
                                    .map(Kept::state);
                })
                .map(state -> on(state, known.day()));
    }

    @Override
    public Mono<Void> readAhead(KnownAt known) {
        return at(known).then();
    }

    /** The same for everybody who asks on one day. */
    private BoardState on(BoardState state, LocalDate day) {
        var last = shown;
        if (last != null && last.whole() == state && last.day().equals(day)) {
            return last.current();
        }
        var current = state.on(day);
        if (state.trends()) {
            shown = new Shown(state, day, current);
        }
        return current;
    }

    /** These quotes of a state with as many prices before the last as changes and small charts take. */
    Mono<List<Quote>> withTrends(BoardState state, List<Quote> shown) {
        return state.trends() || shown.isEmpty()
                ? Mono.just(shown)
                : observations
                        .lastOf(
                                shown.stream().map(quote -> quote.series().id()).toList(),
                                TREND_LENGTH,
                                state.vintage())
                        .map(trends -> shown.stream()
                                .map(quote -> new Quote(
                                        quote.series(),
                                        trends.getOrDefault(quote.series().id(), quote.trend())))
                                .toList());
    }

    private Mono<Kept> present(int vintage) {
        return Mono.defer(() -> {
                    var last = kept.get();
                    if (last == null || last.vintage() > vintage) {
                        return read(vintage);
                    }
                    return last.vintage() == vintage ? Mono.just(last) : forward(last, vintage);
                })
                .doOnNext(this::keep);
    }

    private void keep(Kept found) {
        kept.accumulateAndGet(
                found, (last, next) -> last != null && next != null && last.vintage() > next.vintage() ? last : next);
    }

    private Mono<BoardState> past(int vintage) {
        synchronized (pastKept) {
            var found = pastKept.get(vintage);
            if (found != null) {
                return Mono.just(found);
            }
        }
        return past.read(
                vintage,
                () -> catalog.all(vintage)
                        .collectList()
                        .flatMap(series -> observations
                                .lastOfEach(1, vintage)
                                .map(last -> new BoardState(vintage, false, quotes(series, last))))
                        .doOnNext(this::keepPast));
    }

    private void keepPast(BoardState state) {
        synchronized (pastKept) {
            pastKept.put(state.vintage(), state);
            if (pastKept.size() > PAST_KEPT) {
                pastKept.remove(pastKept.keySet().iterator().next());
            }
        }
    }

    private Mono<Kept> read(int vintage) {
        return catalog.all(vintage)
                .collectList()
                .flatMap(series ->
                        observations.lastOfEach(TREND_LENGTH, vintage).map(trends -> Kept.of(vintage, series, trends)));
    }

    /** A publication says something about some of many series: the others are as they were. */
    private Mono<Kept> forward(Kept from, int vintage) {
        return observations
                .countSaid(from.vintage(), vintage)
                .flatMap(count -> count <= MOST_WORDS
                        ? observations
                                .said(from.vintage(), vintage)
                                .collect(Collectors.groupingBy(Observations.Said::seriesId))
                                .flatMap(said -> followed(from.trends(), said, vintage))
                        : observations
                                .changedBetween(from.vintage(), vintage)
                                .flatMap(changed -> readAgain(from.trends(), changed.keySet(), vintage)))
                .flatMap(trends -> catalog.all(vintage).collectList().map(series -> Kept.of(vintage, series, trends)));
    }

    /** Most of what is said is the next price of a series. */
    private Mono<Map<Integer, List<Observation>>> followed(
            Map<Integer, List<Observation>> trends, Map<Integer, List<Observations.Said>> said, int vintage) {
        var all = new HashMap<>(trends);
        var other = new HashSet<Integer>();
        said.forEach((id, words) -> following(trends.getOrDefault(id, List.of()), words)
                .ifPresentOrElse(longer -> all.put(id, longer), () -> other.add(id)));
        return other.isEmpty() ? Mono.just(all) : readAgain(all, other, vintage);
    }

    /** Empty unless each word is a price of a later day than the one before. */
    private static Optional<List<Observation>> following(List<Observation> trend, List<Observations.Said> words) {
        if (trend.isEmpty()) {
            return Optional.empty();
        }
        var longer = new ArrayList<>(trend);
        for (var word : words) {
            var observation = word.observation();
            if (observation == null || !word.day().isAfter(longer.getLast().validOn())) {
                return Optional.empty();
            }
            longer.add(observation);
        }
        return Optional.of(List.copyOf(longer.subList(Math.max(0, longer.size() - TREND_LENGTH), longer.size())));
    }

    private Mono<Map<Integer, List<Observation>>> readAgain(
            Map<Integer, List<Observation>> trends, Set<Integer> changed, int vintage) {
        return observations.lastOf(changed, TREND_LENGTH, vintage).map(found -> {
            var all = new HashMap<>(trends);
            all.keySet().removeAll(changed);
            all.putAll(found);
            return all;
        });
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
