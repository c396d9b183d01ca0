package vn.chophien.storefront.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.chart.ChartWords;

/** The texts of charts of series. */
record SeriesChartWords(String title, String description, Language language) implements ChartWords {

    static SeriesChartWords of(
            MarketPricesApi.Series series,
            List<MarketPricesApi.Observation> observations,
            Language language,
            Messages messages) {
        var formats = Formats.of(language);
        var byPrice = Comparator.comparing(MarketPricesApi.Observation::price);
        var first = observations.getFirst();
        var last = observations.getLast();
        var lowest = observations.stream().min(byPrice).orElseThrow();
        var highest = observations.stream().max(byPrice).orElseThrow();
        return new SeriesChartWords(
                messages.format(
                        language, "market.chart.title", Map.of("title", series.title(), "unit", series.unitLabel())),
                messages.format(
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
                                "highestDate", formats.date(highest.date()))),
                language);
    }

    static SeriesChartWords comparing(
            String commodity, List<MarketPricesApi.Series> series, Language language, Messages messages) {
        return new SeriesChartWords(
                messages.format(
                        language,
                        "market.compare.chart",
                        Map.of("commodity", commodity, "unit", series.getFirst().unitLabel())),
                messages.format(
                        language,
                        "market.compare.description",
                        Map.of(
                                "series",
                                series.stream()
                                        .map(MarketPricesApi.Series::place)
                                        .collect(Collectors.joining(", ")))),
                language);
    }

    @Override
    public String value(BigDecimal value) {
        return Formats.of(language).decimal(value);
    }

    @Override
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(language == Language.VI ? "dd/MM" : "d MMM", language.locale())
                .format(day);
    }

    @Override
    public String month(LocalDate month) {
        return DateTimeFormatter.ofPattern(language == Language.VI ? "MM/yyyy" : "MMM yy", language.locale())
                .format(month);
    }
}
