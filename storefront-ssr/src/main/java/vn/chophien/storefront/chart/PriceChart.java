package vn.chophien.storefront.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A line of prices over time with round axes, a band where prices are ranges, and a gap where there are none. The same
 * points are drawn for narrow and wide windows, because text in a scaled picture would be scaled with it.
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
    }

    private static final int LEFT_PER_LETTER = 8;
    private static final int LEFT_MARGIN = 14;
    private static final int RIGHT = 14;
    private static final int TOP = 14;
    private static final int BOTTOM = 30;

    private final List<ChartPoint> points;
    private final int longestGapDays;
    private final ChartWords words;
    private final String id;

    /**
     * @param points in order of days, at least one
     * @param longestGapDays beyond this many days between two points the line is interrupted
     * @param id distinguishes this chart from others on the page
     */
    public PriceChart(List<ChartPoint> points, int longestGapDays, String id, ChartWords words) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A chart needs a point");
        }
        this.points = List.copyOf(points);
        this.longestGapDays = longestGapDays;
        this.id = id;
        this.words = words;
    }

    /** The SVG element. All text in it is escaped. */
    public String draw(Format format) {
        return new Drawing(format).draw();
    }

    private final class Drawing {
        private final Format format;
        private final Scale scale;
        private final LocalDate first = points.getFirst().date();
        private final long days =
                ChronoUnit.DAYS.between(first, points.getLast().date());
        private final int left;
        private final StringBuilder svg = new StringBuilder(4096);

        Drawing(Format format) {
            this.format = format;
            var low =
                    points.stream().map(ChartPoint::low).reduce(BigDecimal::min).orElseThrow();
            var high = points.stream()
                    .map(ChartPoint::high)
                    .reduce(BigDecimal::max)
                    .orElseThrow();
            this.scale = Scale.covering(low, high, format.valueSteps);
            int letters = scale.ticks().stream()
                    .mapToInt(tick -> words.value(tick).length())
                    .max()
                    .orElse(1);
            this.left = LEFT_MARGIN + letters * LEFT_PER_LETTER;
        }

        String draw() {
            var name = id + "-" + format.name().toLowerCase(Locale.ROOT);
            svg.append("<svg class=\"chart chart-")
                    .append(format.name().toLowerCase(Locale.ROOT))
                    .append("\" viewBox=\"0 0 ")
                    .append(format.width)
                    .append(' ')
                    .append(format.height)
                    .append("\" role=\"img\" aria-labelledby=\"")
                    .append(name)
                    .append("-title ")
                    .append(name)
                    .append("-desc\" focusable=\"false\">");
            element("title", name + "-title", words.title());
            element("desc", name + "-desc", words.description());
            values();
            times();
            band();
            line();
            last();
            return svg.append("</svg>").toString();
        }

        private void values() {
            for (var tick : scale.ticks()) {
                double y = y(tick);
                svg.append("<path class=\"chart-grid\" d=\"M")
                        .append(left)
                        .append(' ')
                        .append(number(y))
                        .append('H')
                        .append(format.width - RIGHT)
                        .append("\"/>");
                label("end", left - 8, y + 4, words.value(tick));
            }
        }

        private void times() {
            var calendar = Calendar.covering(first, points.getLast().date(), format.timeMarks);
            for (var tick : calendar.ticks()) {
                double x = x(tick);
                svg.append("<path class=\"chart-mark\" d=\"M")
                        .append(number(x))
                        .append(' ')
                        .append(format.height - BOTTOM)
                        .append("v5\"/>");
                var text = switch (calendar.unit()) {
                    case DAY -> words.day(tick);
                    case MONTH -> words.month(tick);
                    case YEAR -> Integer.toString(tick.getYear());
                };
                label(anchor(x), x, format.height - BOTTOM + 20, text);
            }
        }

        /** A label at an edge is set inwards, or it would be cut off. */
        private String anchor(double x) {
            if (x > format.width - RIGHT - 24) {
                return "end";
            }
            return x < left + 12 ? "start" : "middle";
        }

        private void band() {
            if (points.stream().noneMatch(ChartPoint::isRange)) {
                return;
            }
            for (var run : runs()) {
                svg.append("<path class=\"chart-band\" d=\"");
                append(run, true);
                for (int index = run.size() - 1; index >= 0; index--) {
                    at('L', run.get(index).date(), run.get(index).low());
                }
                svg.append("Z\"/>");
            }
        }

        private void append(List<ChartPoint> run, boolean high) {
            char command = 'M';
            for (var point : run) {
                at(command, point.date(), high ? point.high() : point.value());
                command = 'L';
            }
        }

        private void line() {
            svg.append("<path class=\"chart-line\" d=\"");
            for (var run : runs()) {
                append(run, false);
                if (run.size() == 1) {
                    // A lone point between two gaps is still a price: a line of no length shows its round ends.
                    svg.append("h0");
                }
            }
            svg.append("\"/>");
        }

        private void last() {
            var point = points.getLast();
            svg.append("<circle class=\"chart-last\" cx=\"")
                    .append(number(x(point.date())))
                    .append("\" cy=\"")
                    .append(number(y(point.value())))
                    .append("\" r=\"4\"/>");
        }

        private List<List<ChartPoint>> runs() {
            var runs = new ArrayList<List<ChartPoint>>();
            var run = new ArrayList<ChartPoint>();
            for (var point : Thinning.toPixels(points, format.width)) {
                if (!run.isEmpty() && ChronoUnit.DAYS.between(run.getLast().date(), point.date()) > longestGapDays) {
                    runs.add(run);
                    run = new ArrayList<>();
                }
                run.add(point);
            }
            runs.add(run);
            return runs;
        }

        private void at(char command, LocalDate date, BigDecimal value) {
            svg.append(command).append(number(x(date))).append(' ').append(number(y(value)));
        }

        private double x(LocalDate date) {
            double width = format.width - left - RIGHT;
            return days == 0 ? left + width / 2 : left + width * ChronoUnit.DAYS.between(first, date) / days;
        }

        private double y(BigDecimal value) {
            double height = format.height - TOP - BOTTOM;
            return TOP + height * (1 - scale.position(value));
        }

        private void label(String anchor, double x, double y, String text) {
            svg.append("<text class=\"chart-label\" text-anchor=\"")
                    .append(anchor)
                    .append("\" x=\"")
                    .append(number(x))
                    .append("\" y=\"")
                    .append(number(y))
                    .append("\">")
                    .append(Markup.escaped(text))
                    .append("</text>");
        }

        private void element(String name, String elementId, String text) {
            svg.append('<')
                    .append(name)
                    .append(" id=\"")
                    .append(elementId)
                    .append("\">")
                    .append(Markup.escaped(text))
                    .append("</")
                    .append(name)
                    .append('>');
        }
    }

    private static String number(double value) {
        return Markup.number(value);
    }
}
