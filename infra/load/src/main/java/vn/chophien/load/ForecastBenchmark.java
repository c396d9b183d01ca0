package vn.chophien.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.pricefeed.forecast.PriceForecast;
import vn.chophien.marketplace.pricefeed.forecast.PriceForecaster;
import vn.chophien.marketplace.pricefeed.forecast.PriceHistory;

/**
 * How good the forecasts of prices are: from each origin of a folder of series, with only what was known there, against what
 * came. Prints the measures for each frequency beside those of the folder's baselines, and the processor time of a forecast.
 *
 * <p>{@code ForecastBenchmark FOLDER [--series]} with {@code prices.csv}, {@code origins.csv}, {@code targets.csv} and, if
 * there, {@code baselines.csv}; exits with 2 when there is nothing to measure, with 1 when a frequency's intervals do not cover what they say.
 */
public final class ForecastBenchmark {
    private static final int WARM_UP = 20;

    private final ForecastOrigins origins;
    private final Map<Frequency, ForecastScores> scores = new EnumMap<>(Frequency.class);

    private ForecastBenchmark(ForecastOrigins origins) {
        this.origins = origins;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("ForecastBenchmark FOLDER [--series]");
            System.exit(2);
        }
        var folder = Path.of(arguments[0]);
        var origins = ForecastOrigins.read(folder);
        if (origins.all().isEmpty()) {
            System.err.println("No origins in " + folder + ": nothing was measured.");
            System.exit(2);
        }
        var benchmark = new ForecastBenchmark(origins);
        benchmark.run();
        benchmark.print(ForecastBaselines.read(folder), arguments.length > 1);
        System.exit(benchmark.scores.values().stream().allMatch(ForecastScores::coversWhatItSays) ? 0 : 1);
    }

    private void run() {
        origins.all().stream().limit(WARM_UP).forEach(ForecastBenchmark::forecast);
        var processor = ManagementFactory.getThreadMXBean();
        for (var origin : origins.all()) {
            long before = processor.getCurrentThreadCpuTime();
            var forecast = forecast(origin);
            long spent = processor.getCurrentThreadCpuTime() - before;
            scores.computeIfAbsent(origin.frequency(), frequency -> new ForecastScores())
                    .add(origin, forecast, spent);
        }
    }

    private static PriceForecast forecast(ForecastOrigins.Origin origin) {
        return PriceForecaster.forecast(
                PriceHistory.of(origin.frequency(), origin.known()),
                origin.targets().size());
    }

    private void print(ForecastBaselines baselines, boolean bySeries) {
        System.out.printf(
                "%-8s %-20s %7s %7s %7s %7s %8s %8s %8s%n",
                "", "", "relMAE", "MASE", "cov80", "cov95", "MSIS80", "MSIS95", "CPU ms");
        scores.forEach((frequency, found) -> {
            System.out.println(found.line(frequency, "this forecaster"));
            baselines.lines(frequency).forEach(System.out::println);
            if (bySeries) {
                found.seriesLines().forEach(System.out::println);
            }
        });
    }
}
