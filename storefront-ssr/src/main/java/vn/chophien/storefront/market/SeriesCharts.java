package vn.chophien.storefront.market;

import gg.jte.Content;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.chart.ChartPoint;
import vn.chophien.storefront.chart.ChartWords;
import vn.chophien.storefront.chart.PriceChart;

/** Draws the observations of a series with texts in the reader's language. */
@Component
class SeriesCharts {
    private static final Map<String, Integer> LONGEST_GAPS = Map.of("DAILY", 10, "WEEKLY", 21, "MONTHLY", 70);
    private static final int USUAL_GAP = 70;

    private final Messages messages;

    SeriesCharts(Messages messages) {
        this.messages = messages;
    }

    /** All sizes of the chart, of which the style sheet shows one; empty without observations. */
    Optional<Content> draw(
            MarketPricesApi.Series series, List<MarketPricesApi.Observation> observations, Language language) {
        if (observations.isEmpty()) {
            return Optional.empty();
        }
        var chart = new PriceChart(
                observations.stream().map(SeriesCharts::point).toList(),
                LONGEST_GAPS.getOrDefault(series.frequency(), USUAL_GAP),
                "prices",
                new Words(series, observations, language));
        var markup = Arrays.stream(PriceChart.Format.values()).map(chart::draw).collect(Collectors.joining());
        return Optional.of(output -> output.writeContent(markup));
    }

    private static ChartPoint point(MarketPricesApi.Observation observation) {
        var min = observation.priceMin();
        var max = observation.priceMax();
        return new ChartPoint(
                observation.date(),
                observation.price(),
                min == null ? observation.price() : min,
                max == null ? observation.price() : max);
    }

    private final class Words implements ChartWords {
        private final MarketPricesApi.Series series;
        private final List<MarketPricesApi.Observation> observations;
        private final Language language;
        private final Formats formats;
        private final DateTimeFormatter days;
        private final DateTimeFormatter months;

        Words(MarketPricesApi.Series series, List<MarketPricesApi.Observation> observations, Language language) {
            this.series = series;
            this.observations = observations;
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
            var byPrice = Comparator.comparing(MarketPricesApi.Observation::price);
            var first = observations.getFirst();
            var last = observations.getLast();
            var lowest = observations.stream().min(byPrice).orElseThrow();
            var highest = observations.stream().max(byPrice).orElseThrow();
            return messages.format(
                    language,
                    "market.chart.description",
                    Map.of(
                            "firstDate", formats.date(first.date()),
                            "first", formats.decimal(first.price()),
                            "lastDate", formats.date(last.date()),
                            "last", formats.decimal(last.price()),
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
