package vn.chophien.storefront.forecastdesk;

import gg.jte.Content;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
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
import vn.chophien.storefront.chart.PriceChart;

/** Draws a draft after the prices that it was made from. */
@Component
class DraftCharts {
    private static final int LONGEST_GAP_DAYS = 70;

    private final Messages messages;

    DraftCharts(Messages messages) {
        this.messages = messages;
    }

    /** All sizes of the chart, of which the style sheet shows one. */
    Content draw(ForecastDeskApi.Draft draft, List<ForecastDeskApi.Observation> known, Language language) {
        var points = new ArrayList<ChartPoint>();
        known.stream()
                .filter(observation -> !observation.date().isAfter(draft.origin()))
                .forEach(observation -> points.add(ChartPoint.of(observation.date(), observation.price())));
        var replacement = draft.replacement();
        (replacement == null ? draft.modelPoints() : replacement.points())
                .forEach(point -> points.add(new ChartPoint(point.date(), point.mean(), point.lo80(), point.hi80())));
        var chart = new PriceChart(points, LONGEST_GAP_DAYS, "forecast", new Words(draft, language));
        var markup = Arrays.stream(PriceChart.Format.values()).map(chart::draw).collect(Collectors.joining());
        return output -> output.writeContent(markup);
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
            var last = draft.modelPoints().getLast();
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
