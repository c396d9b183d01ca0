package vn.chophien.marketplace.pricefeed.forecastrecord;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesTexts;

/**
 * How good the forecasts of a series have been.
 *
 * @param against {@code current} for the prices as they stand, {@code first_published} for what was said first
 * @param forecasts how many of them met a price
 * @param retrospective whether some were made afterwards, on a demonstration market
 * @param overall none while no price has come
 * @param replacements where officers put their own figures: these beside the model's, over the same points
 */
record TrackRecordResource(
        String series,
        String title,
        String currency,
        String unit,
        String against,
        int forecasts,
        boolean retrospective,
        boolean demonstration,
        @Nullable Comparison overall,
        List<Horizon> byHorizon,
        @Nullable Replacements replacements) {

    /** Smaller is better, but for the coverages, which should be 80 and 95. */
    record Measures(
            BigDecimal mae,
            BigDecimal mape,
            @Nullable BigDecimal relativeToLastPrice,
            @Nullable BigDecimal relativeToLastYear,
            BigDecimal coverage80,
            BigDecimal coverage95,
            BigDecimal intervalScore80,
            BigDecimal intervalScore95) {
        static Measures of(Score score) {
            return new Measures(
                    ForecastPoint.rounded(score.mae()),
                    rounded(score.mape(), 2),
                    optional(score.relativeToLastPrice()),
                    optional(score.relativeToLastYear()),
                    rounded(score.coverage80(), 1),
                    rounded(score.coverage95(), 1),
                    ForecastPoint.rounded(score.intervalScore80()),
                    ForecastPoint.rounded(score.intervalScore95()));
        }
    }

    /** What a guess without bounds missed by. */
    record GuessMeasures(int compared, BigDecimal mae, BigDecimal mape) {
        static GuessMeasures of(Score.Guess guess) {
            return new GuessMeasures(guess.compared(), ForecastPoint.rounded(guess.mae()), rounded(guess.mape(), 2));
        }
    }

    /**
     * @param compared prices that came
     * @param published what the department stood behind
     * @param lastPrice "same as last time"
     * @param lastYear "same season last year"; none where the data go back no further
     */
    record Comparison(
            int compared,
            Measures published,
            Measures model,
            GuessMeasures lastPrice,
            @Nullable GuessMeasures lastYear) {
        static Comparison of(List<ScoredPoint> points) {
            var lastYear = Score.lastYear(points);
            return new Comparison(
                    points.size(),
                    Measures.of(Score.of(points, ScoredPoint::published)),
                    Measures.of(Score.of(points, ScoredPoint::model)),
                    GuessMeasures.of(Score.lastPrice(points)),
                    lastYear == null ? null : GuessMeasures.of(lastYear));
        }
    }

    /** @param step how many steps ahead, from 1 */
    record Horizon(
            int step,
            int compared,
            Measures published,
            Measures model,
            GuessMeasures lastPrice,
            @Nullable GuessMeasures lastYear) {
        static Horizon of(int step, Comparison of) {
            return new Horizon(step, of.compared(), of.published(), of.model(), of.lastPrice(), of.lastYear());
        }
    }

    record Replacements(int forecasts, int compared, Measures officer, Measures model) {}

    static TrackRecordResource from(
            PriceSeries series,
            List<ScoredPoint> points,
            ForecastScoring.Against against,
            SeriesTexts texts,
            Language language) {
        var byStep =
                points.stream().collect(Collectors.groupingBy(ScoredPoint::step, TreeMap::new, Collectors.toList()));
        return new TrackRecordResource(
                series.code().value(),
                texts.title(series, language),
                series.currency(),
                texts.unit(series, language),
                against.name().toLowerCase(Locale.ROOT),
                forecasts(points),
                points.stream().anyMatch(ScoredPoint::retrospective),
                series.demonstration(),
                points.isEmpty() ? null : Comparison.of(points),
                byStep.entrySet().stream()
                        .map(entry -> Horizon.of(entry.getKey(), Comparison.of(entry.getValue())))
                        .toList(),
                replacements(points));
    }

    private static @Nullable Replacements replacements(List<ScoredPoint> points) {
        var replaced = points.stream().filter(point -> point.officer() != null).toList();
        Function<ScoredPoint, ScoredPoint.Bounds> officer = ScoredPoint::published;
        return replaced.isEmpty()
                ? null
                : new Replacements(
                        forecasts(replaced),
                        replaced.size(),
                        Measures.of(Score.of(replaced, officer)),
                        Measures.of(Score.of(replaced, ScoredPoint::model)));
    }

    private static int forecasts(List<ScoredPoint> points) {
        return Math.toIntExact(
                points.stream().map(ScoredPoint::forecast).distinct().count());
    }

    static @Nullable BigDecimal optional(@Nullable Double ratio) {
        return ratio == null ? null : rounded(ratio, 3);
    }

    static BigDecimal rounded(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }
}
