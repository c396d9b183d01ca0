package vn.chophien.storefront.forecastdesk;

import gg.jte.Content;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.chart.ChartPoint;
import vn.chophien.storefront.chart.ChartWords;
import vn.chophien.storefront.chart.Expectations;
import vn.chophien.storefront.chart.FanPoint;
import vn.chophien.storefront.chart.PriceChart;

/** Draws a draft after the prices that it was made from. */
@Component
class DraftCharts {
    private static final int LONGEST_GAP_DAYS = 70;

    private final Messages messages;

    DraftCharts(Messages messages) {
        this.messages = messages;
    }

    /** All sizes of the chart, of which the style sheet shows one; the fan is the one that readers will see. */
    Content draw(ForecastDeskApi.Draft draft, List<ForecastDeskApi.Observation> known, Language language) {
        var chart = new PriceChart(past(draft, known), LONGEST_GAP_DAYS, "forecast", new Words(draft, language))
                .expecting(new Expectations(fan(draft), List.of()));
        var markup = Arrays.stream(PriceChart.Format.values()).map(chart::draw).collect(Collectors.joining());
        return output -> output.writeContent(markup);
    }

    /** What the forecast was made from; its last price at least, as the record may have changed since. */
    private static List<ChartPoint> past(ForecastDeskApi.Draft draft, List<ForecastDeskApi.Observation> known) {
        var points = known.stream()
                .filter(observation -> !observation.date().isAfter(draft.origin()))
                .map(observation -> ChartPoint.of(observation.date(), observation.price()))
                .toList();
        return points.isEmpty() ? List.of(ChartPoint.of(draft.origin(), draft.lastPrice())) : points;
    }

    private static List<FanPoint> fan(ForecastDeskApi.Draft draft) {
        return expected(draft).stream()
                .map(point -> new FanPoint(
                        point.date(), point.mean(), point.lo80(), point.hi80(), point.lo95(), point.hi95()))
                .toList();
    }

    /** The officer's figures where she put any in the place of the model's. */
    private static List<ForecastDeskApi.Point> expected(ForecastDeskApi.Draft draft) {
        var replacement = draft.replacement();
        return replacement == null ? draft.modelPoints() : replacement.points();
    }

    private final class Words implements ChartWords {
        private final ForecastDeskApi.Draft draft;
        private final Language language;
        private final Formats formats;

        Words(ForecastDeskApi.Draft draft, Language language) {
            this.draft = draft;
            this.language = language;
            this.formats = Formats.of(language);
        }

        @Override
        public String title() {
            return messages.format(
                    language,
                    "forecastdesk.chart.title",
                    Map.of("title", draft.series().title(), "unit", draft.unit()));
        }

        @Override
        public String description() {
            var last = expected(draft).getLast();
            return messages.format(
                    language,
                    "forecastdesk.chart.description",
                    Map.of(
                            "origin", formats.date(draft.origin()),
                            "last", PointRow.figure(draft.lastPrice(), formats),
                            "date", formats.date(last.date()),
                            "mean", PointRow.figure(last.mean(), formats),
                            "low", PointRow.figure(last.lo80(), formats),
                            "high", PointRow.figure(last.hi80(), formats)));
        }

        @Override
        public String value(BigDecimal value) {
            return formats.decimal(value);
        }

        @Override
        public String day(LocalDate day) {
            return pattern("dd/MM", "d MMM").format(day);
        }

        @Override
        public String month(LocalDate month) {
            return pattern("MM/yyyy", "MMM yy").format(month);
        }

        private DateTimeFormatter pattern(String vietnamese, String other) {
            return DateTimeFormatter.ofPattern(language == Language.VI ? vietnamese : other, language.locale());
        }
    }
}
