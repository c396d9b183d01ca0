package vn.chophien.storefront.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of prices over time with round axes, a band where prices are ranges, a gap where there are none, and the fan of a
 * forecast. The same points are drawn for narrow and wide windows, because text in a scaled picture would be scaled with it.
 */
public final class PriceChart {

    /** A size for a kind of window; the text has the size of the page's text in each. */
    public enum Format {
        NARROW(360, 260, 4, 4),
        MEDIUM(720, 300, 5, 8),
        WIDE(1120, 360, 5, 12);

        private final int width;
        private final int height;
        private final int valueSteps;
        private final int timeMarks;

        Format(int width, int height, int valueSteps, int timeMarks) {
            this.width = width;
            this.height = height;
            this.valueSteps = valueSteps;
            this.timeMarks = timeMarks;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }

        int valueSteps() {
            return valueSteps;
        }

        int timeMarks() {
            return timeMarks;
        }
    }

    private static final double LAST_RADIUS = 4;

    private final List<ChartPoint> points;
    private final int longestGapDays;
    private final ChartWords words;
    private final String id;
    private final Expectations expectations;
    private final @Nullable ChartLinks links;

    /**
     * @param points in order of days, at least one
     * @param longestGapDays beyond this many days between two points the line is interrupted
     * @param id distinguishes this chart from others on the page
     */
    public PriceChart(List<ChartPoint> points, int longestGapDays, String id, ChartWords words) {
        this(points, longestGapDays, id, words, Expectations.NONE, null);
    }

    private PriceChart(
            List<ChartPoint> points,
            int longestGapDays,
            String id,
            ChartWords words,
            Expectations expectations,
            @Nullable ChartLinks links) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A chart needs a point");
        }
        this.points = List.copyOf(points);
        this.longestGapDays = longestGapDays;
        this.id = id;
        this.words = words;
        this.expectations = expectations;
        this.links = links;
    }

    public PriceChart expecting(Expectations expected) {
        return new PriceChart(points, longestGapDays, id, words, expected, links);
    }

    public PriceChart linked(ChartLinks to) {
        return new PriceChart(points, longestGapDays, id, words, expectations, to);
    }

    /** The SVG element. All text in it is escaped. */
    public String draw(Format format) {
        var fan = fan();
        var earlier = earlier();
        var drawn = Stream.of(
                        points,
                        fan.stream().map(FanPoint::within95).toList(),
                        earlier.stream().flatMap(List::stream).toList())
                .flatMap(List::stream)
                .toList();
        var plane = new Plane(
                        format,
                        drawn.stream()
                                .map(ChartPoint::low)
                                .reduce(BigDecimal::min)
                                .orElseThrow(),
                        drawn.stream()
                                .map(ChartPoint::high)
                                .reduce(BigDecimal::max)
                                .orElseThrow(),
                        points.getFirst().date(),
                        drawn.stream()
                                .map(ChartPoint::date)
                                .max(Comparator.naturalOrder())
                                .orElseThrow(),
                        words)
                .begin(id, links != null);
        drawFan(plane, fan);
        if (points.stream().anyMatch(ChartPoint::isRange)) {
            plane.runs(points, longestGapDays).forEach(run -> plane.area("chart-band", run));
        }
        earlier.forEach(one -> plane.line("chart-earlier", one, Integer.MAX_VALUE));
        plane.line("chart-line", points, longestGapDays);
        plane.circle("chart-last", points.getLast().date(), points.getLast().value(), LAST_RADIUS);
        if (links != null) {
            drawLinks(plane, fan, links);
        }
        return plane.end();
    }

    private void drawFan(Plane plane, List<FanPoint> fan) {
        if (fan.isEmpty()) {
            return;
        }
        plane.upright("chart-origin", fan.getFirst().date());
        plane.area("chart-fan95", fan.stream().map(FanPoint::within95).toList());
        plane.area("chart-fan80", fan.stream().map(FanPoint::within80).toList());
        plane.line("chart-mean", fan.stream().map(FanPoint::within80).toList(), Integer.MAX_VALUE);
    }

    /** The fan opens at the price it was made from. */
    private List<FanPoint> fan() {
        var fan = expectations.fan();
        if (fan.isEmpty()) {
            return fan;
        }
        var opened = new ArrayList<FanPoint>();
        points.stream()
                .filter(point -> point.date().isBefore(fan.getFirst().date()))
                .reduce((before, last) -> last)
                .map(from ->
                        new FanPoint(from.date(), from.value(), from.value(), from.value(), from.value(), from.value()))
                .ifPresent(opened::add);
        fan.stream().filter(this::isShown).forEach(opened::add);
        return opened;
    }

    private boolean isShown(FanPoint point) {
        return !point.date().isBefore(points.getFirst().date());
    }

    private List<List<ChartPoint>> earlier() {
        var first = points.getFirst().date();
        return expectations.earlier().stream()
                .map(one -> one.stream()
                        .filter(point -> !point.date().isBefore(first))
                        .toList())
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /**
     * Few enough to walk through: one a mark of the axis, the ends, the lowest and highest, and what is marked. In the order
     * of days.
     */
    private void drawLinks(Plane plane, List<FanPoint> fan, ChartLinks to) {
        var byValue = Comparator.comparing(ChartPoint::value);
        var byDay = new TreeMap<LocalDate, ChartPoint>();
        points.forEach(point -> byDay.put(point.date(), point));
        var chosen = new TreeMap<LocalDate, ChartPoint>();
        Stream.of(
                        Stream.of(
                                points.getFirst(),
                                points.getLast(),
                                points.stream().min(byValue).orElseThrow(),
                                points.stream().max(byValue).orElseThrow()),
                        plane.marks().stream()
                                .flatMap(mark -> Stream.ofNullable(byDay.ceilingEntry(mark))
                                        .map(Map.Entry::getValue)),
                        to.marked().stream().flatMap(day -> Stream.ofNullable(byDay.get(day))))
                .flatMap(found -> found)
                .forEach(point -> chosen.put(point.date(), point));
        chosen.forEach((day, point) -> plane.link(
                to.marked().contains(day) ? "chart-point chart-point-marked" : "chart-point",
                day,
                point.value(),
                to.to(point)));
        expectations.fan().stream()
                .filter(point -> point == expectations.fan().getFirst()
                        || point == expectations.fan().getLast())
                .filter(point -> fan.contains(point))
                .forEach(point ->
                        plane.link("chart-point chart-point-expected", point.date(), point.mean(), to.to(point)));
    }
}
