package vn.chophien.storefront.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** Lines of several series on one ground. Each has its own pattern of dashes beside its colour; a legend tells them apart. */
public final class ComparisonChart {

    /** As many as one can tell apart. */
    public static final int MOST_LINES = 6;

    private final List<List<ChartPoint>> lines;
    private final int longestGapDays;
    private final String id;
    private final ChartWords words;

    /** @param lines each in order of days; between one and {@link #MOST_LINES}, none of them empty */
    public ComparisonChart(List<List<ChartPoint>> lines, int longestGapDays, String id, ChartWords words) {
        if (lines.isEmpty() || lines.size() > MOST_LINES || lines.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("Not to be compared: " + lines.size() + " lines");
        }
        this.lines = List.copyOf(lines);
        this.longestGapDays = longestGapDays;
        this.id = id;
        this.words = words;
    }

    /** The SVG element. All text in it is escaped. */
    public String draw(PriceChart.Format format) {
        var all = lines.stream().flatMap(List::stream).toList();
        var plane = new Plane(
                        format,
                        all.stream()
                                .map(ChartPoint::value)
                                .reduce(BigDecimal::min)
                                .orElseThrow(),
                        all.stream()
                                .map(ChartPoint::value)
                                .reduce(BigDecimal::max)
                                .orElseThrow(),
                        all.stream()
                                .map(ChartPoint::date)
                                .min(LocalDate::compareTo)
                                .orElseThrow(),
                        all.stream()
                                .map(ChartPoint::date)
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        words)
                .begin(id, false);
        for (int index = 0; index < lines.size(); index++) {
            plane.line(style(index), lines.get(index), longestGapDays);
        }
        return plane.end();
    }

    /** The classes of the line at an index, for the chart and its legend. */
    public static String style(int index) {
        return "chart-line chart-line-" + (index + 1);
    }
}
