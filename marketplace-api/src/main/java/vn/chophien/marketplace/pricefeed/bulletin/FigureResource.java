package vn.chophien.marketplace.pricefeed.bulletin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.pricefeed.Observation;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesTexts;

/**
 * What a directive in a bulletin's text stands for.
 *
 * @param directive as it is written in the text, with its braces
 * @param text for one within a sentence
 * @param value the same for programs, where it is one number
 * @param lines sentences, one below the other
 */
record FigureResource(
        String directive,
        @Nullable String text,
        @Nullable BigDecimal value,
        @Nullable BulletinSeries series,
        @Nullable List<ChartPoint> points,
        @Nullable FigureTable table,
        @Nullable List<String> lines) {

    record BulletinSeries(String code, String title, String unitLabel, Frequency frequency, boolean demonstration) {
        static BulletinSeries of(PriceSeries series, SeriesTexts texts, Language language) {
            return new BulletinSeries(
                    series.code().value(),
                    texts.title(series, language),
                    texts.unit(series, language),
                    series.frequency(),
                    series.demonstration());
        }
    }

    record ChartPoint(
            LocalDate date,
            BigDecimal price,
            @Nullable BigDecimal priceMin,
            @Nullable BigDecimal priceMax) {
        static ChartPoint of(Observation observation) {
            var price = observation.price();
            return new ChartPoint(
                    observation.validOn(),
                    price.middle(),
                    price.isRange() ? price.min() : null,
                    price.isRange() ? price.max() : null);
        }
    }

    /** @param rows the first cell names the series */
    record FigureTable(List<String> columns, List<FigureRow> rows) {}

    record FigureRow(String series, List<String> cells) {}

    static List<FigureResource> all(Map<String, Figure> figures, SeriesTexts texts, Language language) {
        return figures.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), texts, language))
                .toList();
    }

    private static FigureResource of(String directive, Figure figure, SeriesTexts texts, Language language) {
        return switch (figure) {
            case Figure.Words words -> {
                var series = words.series();
                yield new FigureResource(
                        directive,
                        words.text(),
                        words.value(),
                        series == null ? null : BulletinSeries.of(series, texts, language),
                        null,
                        null,
                        null);
            }
            case Figure.Chart chart ->
                new FigureResource(
                        directive,
                        null,
                        null,
                        BulletinSeries.of(chart.series(), texts, language),
                        chart.observations().stream().map(ChartPoint::of).toList(),
                        null,
                        null);
            case Figure.Table table ->
                new FigureResource(
                        directive,
                        null,
                        null,
                        null,
                        null,
                        new FigureTable(
                                table.columns(),
                                table.rows().stream()
                                        .map(row -> new FigureRow(
                                                row.series().code().value(), row.cells()))
                                        .toList()),
                        null);
            case Figure.Lines lines -> new FigureResource(directive, null, null, null, null, null, lines.lines());
        };
    }
}
