package vn.chophien.storefront.bulletin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.chart.ChartPoint;
import vn.chophien.storefront.chart.ChartWords;
import vn.chophien.storefront.chart.PriceChart;

/** Draws the charts of a bulletin. */
@Component
class BulletinCharts {
    private static final Map<String, Integer> LONGEST_GAPS = Map.of("DAILY", 10, "WEEKLY", 21, "MONTHLY", 70);
    private static final int USUAL_GAP = 70;

    private final Messages messages;

    BulletinCharts(Messages messages) {
        this.messages = messages;
    }

    /** All sizes of the chart, of which the style sheet shows one; {@code id} tells it from others on the page. */
    String all(BulletinApi.Figure figure, String id, Language language) {
        var chart = chart(figure, id, language);
        return Arrays.stream(PriceChart.Format.values()).map(chart::draw).collect(Collectors.joining());
    }

    /** For paper. */
    String medium(BulletinApi.Figure figure, Language language) {
        return chart(figure, "print", language).draw(PriceChart.Format.MEDIUM);
    }

    String title(BulletinApi.Figure figure, Language language) {
        return new Words(figure, language).title();
    }

    String description(BulletinApi.Figure figure, Language language) {
        return new Words(figure, language).description();
    }

    private PriceChart chart(BulletinApi.Figure figure, String id, Language language) {
        var words = new Words(figure, language);
        return new PriceChart(
                figure.points().stream().map(BulletinCharts::point).toList(),
                LONGEST_GAPS.getOrDefault(words.series.frequency(), USUAL_GAP),
                id,
                words);
    }

    private static ChartPoint point(BulletinApi.Point point) {
        var min = point.priceMin();
        var max = point.priceMax();
        return new ChartPoint(
                point.date(), point.price(), min == null ? point.price() : min, max == null ? point.price() : max);
    }

    private final class Words implements ChartWords {
        private final BulletinApi.SeriesName series;
        private final List<BulletinApi.Point> points;
        private final Language language;
        private final Formats formats;
        private final DateTimeFormatter days;
        private final DateTimeFormatter months;

        Words(BulletinApi.Figure figure, Language language) {
            this.series = Objects.requireNonNull(figure.series(), "a chart is of a series");
            this.points = figure.points();
            this.language = language;
            this.formats = Formats.of(language);
            this.days = DateTimeFormatter.ofPattern(language == Language.VI ? "dd/MM" : "d MMM", language.locale());
            this.months =
                    DateTimeFormatter.ofPattern(language == Language.VI ? "MM/yyyy" : "MMM yy", language.locale());
        }

        @Override
        public String title() {
            return messages.format(
                    language, "market.chart.title", Map.of("title", series.title(), "unit", series.unitLabel()));
        }

        @Override
        public String description() {
            var byPrice = Comparator.comparing(BulletinApi.Point::price);
            var lowest = points.stream().min(byPrice).orElseThrow();
            var highest = points.stream().max(byPrice).orElseThrow();
            return messages.format(
                    language,
                    "bulletin.chart.description",
                    Map.of(
                            "firstDate", formats.date(points.getFirst().date()),
                            "first", formats.decimal(points.getFirst().price()),
                            "lastDate", formats.date(points.getLast().date()),
                            "last", formats.decimal(points.getLast().price()),
                            "lowest", formats.decimal(lowest.price()),
                            "lowestDate", formats.date(lowest.date()),
                            "highest", formats.decimal(highest.price()),
                            "highestDate", formats.date(highest.date())));
        }

        @Override
        public String value(BigDecimal value) {
            return formats.decimal(value);
        }

        @Override
        public String day(LocalDate day) {
            return days.format(day);
        }

        @Override
        public String month(LocalDate month) {
            return months.format(month);
        }
    }
}
