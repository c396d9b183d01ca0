package vn.chophien.marketplace.pricefeed.forecastrecord;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.pricefeed.KeptState;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.SharedReading;

/**
 * How good the forecasts of all series have been, by frequency. The scores of each series as they are now are kept, since
 * together they take all forecasts there are; after a publication only those that it changed are read again.
 */
@Component
class OverallRecord implements KeptState {
    /** Series read by one statement, so that none takes long however many there are. */
    private static final int BATCH = 50;

    private static final int PAST_KEPT = 16;

    private final ForecastScoring scoring;
    private final SeriesCatalog catalog;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();
    private final Map<Integer, Kept> pastKept = new LinkedHashMap<>();
    private final SharedReading<Integer, Kept> reading = new SharedReading<>();

    OverallRecord(ForecastScoring scoring, SeriesCatalog catalog) {
        this.scoring = scoring;
        this.catalog = catalog;
    }

    private record Scored(Score score, boolean retrospective) {
        static Scored of(List<ScoredPoint> ofSeries) {
            return new Scored(
                    Score.of(ofSeries, ScoredPoint::published),
                    ofSeries.stream().anyMatch(ScoredPoint::retrospective));
        }
    }

    /** @param scores by series, in the order of their ids; of a past state none are kept */
    private record Kept(int vintage, SortedMap<Integer, Scored> scores, List<Summary> summaries) {
        Kept withoutScores() {
            return new Kept(vintage, new TreeMap<>(), summaries);
        }
    }

    /**
     * @param relativeToLastPrice the geometric mean over the series of their errors relative to repeating the last price;
     *     series whose prices stood still have none
     * @param retrospective whether some forecasts were made afterwards, on a demonstration market
     */
    record Summary(
            Frequency frequency,
            int series,
            int compared,
            BigDecimal mape,
            @Nullable BigDecimal relativeToLastPrice,
            @Nullable BigDecimal relativeToLastYear,
            BigDecimal coverage80,
            BigDecimal coverage95,
            boolean retrospective) {}

    @Override
    public Mono<Void> readAhead(KnownAt known) {
        return summaries(known).then();
    }

    Mono<List<Summary>> summaries(KnownAt known) {
        return Mono.defer(() -> Mono.justOrEmpty(remembered(known.vintage())))
                .switchIfEmpty(reading.read(
                        known.vintage(), () -> read(known).doOnNext(found -> remember(found, known))))
                .map(Kept::summaries);
    }

    private Optional<Kept> remembered(int vintage) {
        var last = kept.get();
        if (last != null && last.vintage() == vintage) {
            return Optional.of(last);
        }
        synchronized (pastKept) {
            return Optional.ofNullable(pastKept.get(vintage));
        }
    }

    private void remember(Kept found, KnownAt known) {
        if (!known.past()) {
            kept.accumulateAndGet(
                    found,
                    (last, next) -> last != null && next != null && last.vintage() > next.vintage() ? last : next);
            return;
        }
        synchronized (pastKept) {
            pastKept.put(found.vintage(), found.withoutScores());
            if (pastKept.size() > PAST_KEPT) {
                pastKept.remove(pastKept.keySet().iterator().next());
            }
        }
    }

    private Mono<Kept> read(KnownAt known) {
        var last = kept.get();
        var before = last != null && last.vintage() < known.vintage() ? last : null;
        return (before == null ? scoring.forecast(known) : scoring.forecastAndTouched(before.vintage(), known))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .buffer(BATCH)
                .concatMap(batch -> scoring.ofEach(batch, ForecastScoring.Against.CURRENT, known)
                        // What follows is computing, for which no connection to the database should wait.
                        .collectList()
                        .publishOn(Schedulers.parallel())
                        .map(points -> scores(batch, points)))
                .collect(
                        () -> before == null ? new TreeMap<Integer, Scored>() : new TreeMap<>(before.scores()),
                        OverallRecord::replace)
                .zipWith(catalog.all(known.vintage()).collectMap(PriceSeries::id, PriceSeries::frequency))
                .map(found ->
                        new Kept(known.vintage(), found.getT1(), new Tally(found.getT2(), found.getT1()).summaries()));
    }

    /** Nothing for a series of whose forecasts no price has come. */
    private static Map<Integer, Optional<Scored>> scores(List<Integer> batch, List<ScoredPoint> points) {
        var ofEach = points.stream().collect(Collectors.groupingBy(ScoredPoint::seriesId));
        return batch.stream()
                .collect(Collectors.toMap(
                        id -> id, id -> Optional.ofNullable(ofEach.get(id)).map(Scored::of)));
    }

    private static void replace(TreeMap<Integer, Scored> scores, Map<Integer, Optional<Scored>> anew) {
        anew.forEach((id, scored) -> scored.ifPresentOrElse(found -> scores.put(id, found), () -> scores.remove(id)));
    }

    /** What adds up over series of different currencies and levels: shares and ratios. */
    private static final class Tally {
        private final Map<Frequency, List<Score>> scores = new EnumMap<>(Frequency.class);
        private final Map<Frequency, Boolean> retrospective = new EnumMap<>(Frequency.class);

        Tally(Map<Integer, Frequency> frequencies, SortedMap<Integer, Scored> ofSeries) {
            ofSeries.forEach((id, scored) -> {
                var frequency = Objects.requireNonNull(frequencies.get(id));
                scores.computeIfAbsent(frequency, key -> new ArrayList<>()).add(scored.score());
                retrospective.merge(frequency, scored.retrospective(), Boolean::logicalOr);
            });
        }

        List<Summary> summaries() {
            return scores.entrySet().stream()
                    .map(entry -> summary(entry.getKey(), entry.getValue()))
                    .toList();
        }

        private Summary summary(Frequency frequency, List<Score> ofSeries) {
            int compared = ofSeries.stream().mapToInt(Score::compared).sum();
            return new Summary(
                    frequency,
                    ofSeries.size(),
                    compared,
                    TrackRecordResource.rounded(weighted(ofSeries, Score::mape, compared), 2),
                    TrackRecordResource.optional(geometricMean(ofSeries, Score::relativeToLastPrice)),
                    TrackRecordResource.optional(geometricMean(ofSeries, Score::relativeToLastYear)),
                    TrackRecordResource.rounded(weighted(ofSeries, Score::coverage80, compared), 1),
                    TrackRecordResource.rounded(weighted(ofSeries, Score::coverage95, compared), 1),
                    retrospective.getOrDefault(frequency, false));
        }

        private static double weighted(List<Score> scores, ToDoubleFunction<Score> of, int compared) {
            return scores.stream()
                            .mapToDouble(score -> of.applyAsDouble(score) * score.compared())
                            .sum()
                    / compared;
        }

        private static @Nullable Double geometricMean(List<Score> scores, Function<Score, @Nullable Double> of) {
            var logs = scores.stream()
                    .map(of)
                    .filter(Objects::nonNull)
                    .filter(ratio -> ratio > 0)
                    .mapToDouble(Math::log)
                    .average();
            return logs.isPresent() ? Math.exp(logs.getAsDouble()) : null;
        }
    }
}
