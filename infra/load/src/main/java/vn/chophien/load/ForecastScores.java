package vn.chophien.load;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.pricefeed.forecast.PriceForecast;

/** The measures of one frequency: over the targets of an origin, then over a series' origins, then over the series. */
final class ForecastScores {
    private final Map<String, List<Score>> bySeries = new TreeMap<>();
    private long forecasts;
    private long nanoseconds;

    /** @param naive the mean absolute scaled error of the last price */
    private record Score(double mase, double naive, double cov80, double cov95, double msis80, double msis95) {}

    void add(ForecastOrigins.Origin origin, PriceForecast forecast, long spent) {
        forecasts++;
        nanoseconds += spent;
        double scale = scale(origin);
        double last = origin.known().lastEntry().getValue();
        var sums = new double[6];
        int observed = 0;
        for (var point : forecast.points()) {
            var came = origin.came().get(point.date());
            if (came == null || !origin.targets().contains(point.date())) {
                continue;
            }
            observed++;
            sums[0] += Math.abs(came - point.mean()) / scale;
            sums[1] += Math.abs(came - last) / scale;
            sums[2] += came >= point.lower80() && came <= point.upper80() ? 100 : 0;
            sums[3] += came >= point.lower95() && came <= point.upper95() ? 100 : 0;
            sums[4] += interval(came, point.lower80(), point.upper80(), 0.2) / scale;
            sums[5] += interval(came, point.lower95(), point.upper95(), 0.05) / scale;
        }
        if (observed > 0) {
            bySeries.computeIfAbsent(origin.series(), series -> new ArrayList<>())
                    .add(new Score(
                            sums[0] / observed,
                            sums[1] / observed,
                            sums[2] / observed,
                            sums[3] / observed,
                            sums[4] / observed,
                            sums[5] / observed));
        }
    }

    boolean coversWhatItSays() {
        double cov80 = mean(Score::cov80);
        double cov95 = mean(Score::cov95);
        return cov80 >= 76 && cov80 <= 86 && cov95 >= 92 && cov95 <= 97;
    }

    String line(Frequency frequency, String name) {
        return String.format(
                Locale.ROOT,
                "%-8s %-20s %7.4f %7.4f %7.1f %7.1f %8.3f %8.3f %8.1f",
                frequency.name().toLowerCase(Locale.ROOT),
                name,
                Math.exp(bySeries.values().stream()
                        .mapToDouble(ForecastScores::logRatio)
                        .average()
                        .orElse(Double.NaN)),
                mean(Score::mase),
                mean(Score::cov80),
                mean(Score::cov95),
                mean(Score::msis80),
                mean(Score::msis95),
                nanoseconds / 1e6 / forecasts);
    }

    List<String> seriesLines() {
        var lines = new ArrayList<String>();
        bySeries.forEach((series, scores) -> lines.add(String.format(
                Locale.ROOT,
                "  %-36s %7.4f %7.4f %7.1f %7.1f",
                series,
                Math.exp(logRatio(scores)),
                mean(scores, Score::mase),
                mean(scores, Score::cov80),
                mean(scores, Score::cov95))));
        return lines;
    }

    private double mean(ToDoubleFunction<Score> measure) {
        return bySeries.values().stream()
                .mapToDouble(scores -> mean(scores, measure))
                .average()
                .orElse(Double.NaN);
    }

    private static double mean(List<Score> scores, ToDoubleFunction<Score> measure) {
        return scores.stream().mapToDouble(measure).average().orElse(Double.NaN);
    }

    private static double logRatio(List<Score> scores) {
        return Math.log(mean(scores, Score::mase) / mean(scores, Score::naive));
    }

    private static double interval(double came, double low, double high, double alpha) {
        return high - low + 2 / alpha * Math.max(low - came, 0) + 2 / alpha * Math.max(came - high, 0);
    }

    /** The mean change within a season (monthly) or a step, holes of the history filled with the last price. */
    private static double scale(ForecastOrigins.Origin origin) {
        var filled = filled(origin.frequency(), origin.known());
        int season = origin.frequency() == Frequency.MONTHLY ? 12 : 1;
        double sum = 0;
        for (int t = season; t < filled.size(); t++) {
            sum += Math.abs(filled.get(t) - filled.get(t - season));
        }
        return sum / (filled.size() - season);
    }

    private static List<Double> filled(Frequency frequency, NavigableMap<LocalDate, Double> prices) {
        var filled = new ArrayList<Double>();
        for (var date = prices.firstKey(); !date.isAfter(prices.lastKey()); ) {
            filled.add(prices.floorEntry(date).getValue());
            date = switch (frequency) {
                case MONTHLY -> date.plusMonths(1);
                case WEEKLY -> date.plusWeeks(1);
                case DAILY -> date.plusDays(date.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
            };
        }
        return filled;
    }
}
