package vn.chophien.storefront.market;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.chart.ChartPoint;
import vn.chophien.storefront.chart.ComparisonChart;
import vn.chophien.storefront.chart.Expectations;
import vn.chophien.storefront.chart.FanPoint;
import vn.chophien.storefront.chart.PriceChart;

/** Draws series with texts in the reader's language. Every chart comes in all sizes, of which the style sheet shows one. */
@Component
class SeriesCharts {
    private static final Map<String, Integer> LONGEST_GAPS = Map.of("DAILY", 10, "WEEKLY", 21, "MONTHLY", 70);
    private static final int USUAL_GAP = 70;
    private static final int MOST_MARKED = 8;

    private final Messages messages;

    SeriesCharts(Messages messages) {
        this.messages = messages;
    }

    /** A series with its forecasts; its points lead to the rows of the table. Empty without observations. */
    Optional<Content> draw(
            MarketPricesApi.Series series,
            List<MarketPricesApi.Observation> observations,
            List<MarketPricesApi.CorrectedDay> corrections,
            ForecastView forecast,
            PriceRows table,
            Language language) {
        if (observations.isEmpty()) {
            return Optional.empty();
        }
        var marked = corrections.stream()
                .limit(MOST_MARKED)
                .map(MarketPricesApi.CorrectedDay::date)
                .collect(Collectors.toSet());
        var chart = new PriceChart(
                        observations.stream().map(SeriesCharts::point).toList(),
                        gap(series),
                        "prices",
                        SeriesChartWords.of(series, observations, language, messages))
                .expecting(expectations(forecast))
                .linked(links(series, table, marked, language));
        return Optional.of(all(chart::draw));
    }

    /** Series of one unit on one ground; between two and {@link ComparisonChart#MOST_LINES}, all with observations. */
    Content compare(
            String commodity,
            List<MarketPricesApi.Series> series,
            List<List<MarketPricesApi.Observation>> observations,
            Language language) {
        var chart = new ComparisonChart(
                observations.stream()
                        .map(one -> one.stream().map(SeriesCharts::point).toList())
                        .toList(),
                gap(series.getFirst()),
                "compared",
                SeriesChartWords.comparing(commodity, series, language, messages));
        return all(chart::draw);
    }

    private static Content all(Function<PriceChart.Format, String> chart) {
        var markup = Arrays.stream(PriceChart.Format.values()).map(chart).collect(Collectors.joining());
        return output -> output.writeContent(markup);
    }

    private SeriesLinks links(
            MarketPricesApi.Series series, PriceRows table, Set<LocalDate> marked, Language language) {
        return new SeriesLinks(series.unitLabel(), table, marked, language, messages);
    }

    private static Expectations expectations(ForecastView forecast) {
        return new Expectations(
                forecast.newest().map(SeriesCharts::fan).orElse(List.of()),
                forecast.earlier().stream()
                        .map(one -> one.points().stream()
                                .map(point -> ChartPoint.of(point.date(), point.mean()))
                                .toList())
                        .toList());
    }

    private static List<FanPoint> fan(IssuedForecastsApi.Forecast forecast) {
        return forecast.points().stream()
                .map(point -> new FanPoint(
                        point.date(), point.mean(), point.lo80(), point.hi80(), point.lo95(), point.hi95()))
                .toList();
    }

    private static int gap(MarketPricesApi.Series series) {
        return LONGEST_GAPS.getOrDefault(series.frequency(), USUAL_GAP);
    }

    private static ChartPoint point(MarketPricesApi.Observation observation) {
        return new ChartPoint(observation.date(), observation.price(), observation.low(), observation.high());
    }
}
