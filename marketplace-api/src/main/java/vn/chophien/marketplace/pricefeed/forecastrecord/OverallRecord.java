package vn.chophien.marketplace.pricefeed.forecastrecord;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;

/**
 * How good the forecasts of all series have been, by frequency. The state after the last publication is kept, since it
 * takes all forecasts there are.
 */
@Component
class OverallRecord {
    private final ForecastScoring scoring;
    private final SeriesCatalog catalog;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    OverallRecord(ForecastScoring scoring, SeriesCatalog catalog) {
        this.scoring = scoring;
        this.catalog = catalog;
    }

    private record Kept(int vintage, List<Summary> summaries) {}

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

    Mono<List<Summary>> summaries(KnownAt known) {
        var last = kept.get();
        if (last != null && last.vintage() == known.vintage()) {
            return Mono.just(last.summaries());
        }
        return read(known).doOnNext(found -> {
            if (!known.past()) {
                kept.set(new Kept(known.vintage(), found));
            }
        });
    }

    private Mono<List<Summary>> read(KnownAt known) {
        return catalog.all(known.vintage())
                .collectMap(PriceSeries::id, PriceSeries::frequency)
                .flatMap(frequencies -> scoring.ofAll(ForecastScoring.Against.CURRENT, known)
                        .bufferUntilChanged(ScoredPoint::seriesId)
                        .collect(() -> new Tally(frequencies), Tally::add)
                        .map(Tally::summaries));
    }

    /** What adds up over series of different currencies and levels: shares and ratios. */
    private static final class Tally {
        private final Map<Integer, Frequency> frequencies;
        private final Map<Frequency, List<Score>> scores = new EnumMap<>(Frequency.class);
        private final Map<Frequency, Boolean> retrospective = new EnumMap<>(Frequency.class);

        Tally(Map<Integer, Frequency> frequencies) {
            this.frequencies = frequencies;
        }

        void add(List<ScoredPoint> ofSeries) {
            var frequency =
                    Objects.requireNonNull(frequencies.get(ofSeries.getFirst().seriesId()));
            scores.computeIfAbsent(frequency, key -> new ArrayList<>()).add(Score.of(ofSeries, ScoredPoint::published));
            retrospective.merge(frequency, ofSeries.stream().anyMatch(ScoredPoint::retrospective), Boolean::logicalOr);
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
