package vn.chophien.marketplace.pricefeed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds published prices by what readers ask for. Whatever is not there is empty. */
@Component
class PriceLookup {
    private final SeriesCatalog catalog;
    private final Observations observations;
    private final PriceBoard board;

    PriceLookup(SeriesCatalog catalog, Observations observations, PriceBoard board) {
        this.catalog = catalog;
        this.observations = observations;
        this.board = board;
    }

    record CountedCommodity(Commodity commodity, int seriesCount) {}

    record DescribedSeries(PriceSeries series, Observations.@Nullable Extent extent) {}

    record ObservedSeries(PriceSeries series, List<Observation> observations) {}

    record RevisedSeries(PriceSeries series, List<Revision> revisions) {}

    record CorrectedDay(LocalDate day, List<Revision> revisions) {}

    /** The commodities that have series, in the order of the board. */
    Flux<CountedCommodity> commodities(KnownAt known) {
        return catalog.all(known.vintage())
                .collect(
                        LinkedHashMap<Commodity, Integer>::new,
                        (counts, series) -> counts.merge(series.commodity(), 1, Integer::sum))
                .flatMapIterable(counts -> counts.entrySet().stream()
                        .map(entry -> new CountedCommodity(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** The current quotes of a commodity, at least one, in the order of the board: the country's own markets before the world's. */
    Mono<List<Quote>> latest(String commodityCode, KnownAt known) {
        return board.at(known).map(state -> ofCommodity(state, commodityCode)).filter(quotes -> !quotes.isEmpty());
    }

    /** A page of {@link #latest}; empty for a commodity without current quotes. */
    Mono<BoardPage> latest(String commodityCode, @Nullable BoardPosition after, int size, KnownAt known) {
        return board.at(known)
                .flatMap(state -> Mono.just(ofCommodity(state, commodityCode))
                        .filter(quotes -> !quotes.isEmpty())
                        .map(quotes -> BoardPage.of(quotes, after, size))
                        .flatMap(page -> board.withTrends(state, page.shown()).map(page::showing)));
    }

    private static List<Quote> ofCommodity(BoardState state, String commodityCode) {
        var code = commodityCode.toUpperCase(Locale.ROOT);
        return state.quotes().stream()
                .filter(quote -> quote.series().commodity().code().equals(code))
                .toList();
    }

    /** The last price of a series, however long ago; empty for a series without any. */
    Mono<Quote> quote(String code, KnownAt known) {
        return catalog.find(code, known)
                .flatMap(series -> observations
                        .lastOf(List.of(series.id()), PriceBoard.TREND_LENGTH, known.vintage())
                        .flatMap(trends -> Mono.justOrEmpty(trends.get(series.id())))
                        .map(trend -> new Quote(series, trend)));
    }

    /** At most {@code count} series after a position, in the order of the board. */
    Mono<List<PriceSeries>> series(
            @Nullable String commodityCode,
            @Nullable String provinceCode,
            @Nullable BoardPosition after,
            int count,
            KnownAt known) {
        return catalog.all(known.vintage())
                .filter(one -> commodityCode == null || one.commodity().code().equalsIgnoreCase(commodityCode))
                .filter(one -> provinceCode == null || provinceCode.equals(one.provinceCode()))
                .filter(one -> after == null || BoardPosition.of(one).compareTo(after) > 0)
                .collectSortedList(Comparator.comparing(BoardPosition::of))
                .map(found -> found.subList(0, Math.min(count, found.size())));
    }

    Mono<DescribedSeries> described(String code, KnownAt known) {
        return catalog.find(code, known)
                .flatMap(series -> observations
                        .extent(series.id(), known.vintage())
                        .map(extent -> new DescribedSeries(series, extent))
                        .defaultIfEmpty(new DescribedSeries(series, null)));
    }

    Mono<ObservedSeries> observed(String code, @Nullable LocalDate from, @Nullable LocalDate to, KnownAt known) {
        return catalog.find(code, known)
                .flatMap(series -> observations
                        .between(series.id(), from, to, known.vintage())
                        .collectList()
                        .map(found -> new ObservedSeries(series, found)));
    }

    /** Every word there has been on a day of a series; empty when there was none. */
    Mono<RevisedSeries> revised(String code, LocalDate day, KnownAt known) {
        return catalog.find(code, known)
                .flatMap(series -> observations
                        .revisions(series.id(), day, known.vintage())
                        .collectList()
                        .filter(found -> !found.isEmpty())
                        .map(found -> new RevisedSeries(series, found)));
    }

    /** The last {@code count} days before one of which there has been more than one word, the latest first. */
    Mono<List<CorrectedDay>> corrected(
            String code, @Nullable LocalDate from, @Nullable LocalDate before, int count, KnownAt known) {
        return catalog.find(code, known)
                .flatMap(series -> observations
                        .corrected(series.id(), from, before, count, known.vintage())
                        .collect(
                                () -> new TreeMap<LocalDate, List<Revision>>(Comparator.reverseOrder()),
                                (days, dated) -> days.computeIfAbsent(dated.day(), day -> new ArrayList<>())
                                        .add(dated.revision())))
                .map(days -> days.entrySet().stream()
                        .map(day -> new CorrectedDay(day.getKey(), List.copyOf(day.getValue())))
                        .toList());
    }
}
