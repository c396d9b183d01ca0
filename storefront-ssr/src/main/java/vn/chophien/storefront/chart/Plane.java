package vn.chophien.storefront.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ground of a chart: where a price of a day lies, and the axes with their round marks. */
final class Plane {
    private static final int LEFT_PER_LETTER = 8;
    private static final int LEFT_MARGIN = 14;
    private static final int RIGHT = 14;
    private static final int TOP = 14;
    private static final int BOTTOM = 30;

    private final PriceChart.Format format;
    private final ChartWords words;
    private final Scale scale;
    private final Calendar calendar;
    private final LocalDate first;
    private final long days;
    private final int left;
    private final StringBuilder svg = new StringBuilder(4096);

    Plane(
            PriceChart.Format format,
            BigDecimal low,
            BigDecimal high,
            LocalDate first,
            LocalDate last,
            ChartWords words) {
        this.format = format;
        this.words = words;
        this.scale = Scale.covering(low, high, format.valueSteps());
        this.calendar = Calendar.covering(first, last, format.timeMarks());
        this.first = first;
        this.days = ChronoUnit.DAYS.between(first, last);
        int letters = scale.ticks().stream()
                .mapToInt(tick -> words.value(tick).length())
                .max()
                .orElse(1);
        this.left = LEFT_MARGIN + letters * LEFT_PER_LETTER;
    }

    int width() {
        return format.width();
    }

    /** The days of the marks on the axis of time. */
    List<LocalDate> marks() {
        return calendar.ticks();
    }

    /** Begins the picture with its name and axes. A picture with links in it is a group: what is an image has no parts. */
    Plane begin(String id, boolean links) {
        var name = id + "-" + format.name().toLowerCase(Locale.ROOT);
        svg.append("<svg class=\"chart chart-")
                .append(format.name().toLowerCase(Locale.ROOT))
                .append("\" viewBox=\"0 0 ")
                .append(format.width())
                .append(' ')
                .append(format.height())
                .append("\" role=\"")
                .append(links ? "group" : "img")
                .append("\" aria-labelledby=\"")
                .append(name)
                .append("-title ")
                .append(name)
                .append("-desc\" focusable=\"false\">");
        element("title", name + "-title", words.title());
        element("desc", name + "-desc", words.description());
        svg.append("<g aria-hidden=\"true\">");
        values();
        times();
        svg.append("</g>");
        return this;
    }

    /** A line through points, interrupted where more than so many days lie between two of them. */
    void line(String style, List<ChartPoint> points, int longestGapDays) {
        svg.append("<path class=\"").append(style).append("\" d=\"");
        for (var run : runs(points, longestGapDays)) {
            char command = 'M';
            for (var point : run) {
                at(command, point.date(), point.value());
                command = 'L';
            }
            if (run.size() == 1) {
                // A lone point between two gaps is still a price: a line of no length shows its round ends.
                svg.append("h0");
            }
        }
        svg.append("\"/>");
    }

    /** The area between the lows and highs of points. */
    void area(String style, List<ChartPoint> run) {
        svg.append("<path class=\"").append(style).append("\" d=\"");
        char command = 'M';
        for (var point : run) {
            at(command, point.date(), point.high());
            command = 'L';
        }
        for (int index = run.size() - 1; index >= 0; index--) {
            at('L', run.get(index).date(), run.get(index).low());
        }
        svg.append("Z\"/>");
    }

    void circle(String style, LocalDate date, BigDecimal value, double radius) {
        svg.append("<circle class=\"")
                .append(style)
                .append("\" cx=\"")
                .append(Markup.number(x(date)))
                .append("\" cy=\"")
                .append(Markup.number(y(value)))
                .append("\" r=\"")
                .append(Markup.number(radius))
                .append("\"/>");
    }

    /** A place in the picture that leads to the row of the table; its value is shown while it has the focus or the pointer. */
    void link(String style, LocalDate date, BigDecimal value, ChartLinks.Link link) {
        svg.append("<a class=\"")
                .append(style)
                .append("\" href=\"")
                .append(Markup.escaped(link.href()))
                .append("\" aria-label=\"")
                .append(Markup.escaped(link.name()))
                .append("\">");
        circle("chart-hit", date, value, 12);
        circle("chart-dot", date, value, 3.5);
        double y = y(value);
        label("chart-tip", tipAnchor(x(date)), x(date), y < TOP + 24 ? y + 26 : y - 14, link.tip());
        svg.append("</a>");
    }

    /** An upright line through a day. */
    void upright(String style, LocalDate date) {
        svg.append("<path class=\"")
                .append(style)
                .append("\" d=\"M")
                .append(Markup.number(x(date)))
                .append(' ')
                .append(TOP)
                .append('V')
                .append(format.height() - BOTTOM)
                .append("\"/>");
    }

    String end() {
        return svg.append("</svg>").toString();
    }

    List<List<ChartPoint>> runs(List<ChartPoint> points, int longestGapDays) {
        var runs = new ArrayList<List<ChartPoint>>();
        var run = new ArrayList<ChartPoint>();
        for (var point : Thinning.toPixels(points, format.width())) {
            if (!run.isEmpty() && ChronoUnit.DAYS.between(run.getLast().date(), point.date()) > longestGapDays) {
                runs.add(run);
                run = new ArrayList<>();
            }
            run.add(point);
        }
        runs.add(run);
        return runs;
    }

    private void values() {
        for (var tick : scale.ticks()) {
            double y = y(tick);
            svg.append("<path class=\"chart-grid\" d=\"M")
                    .append(left)
                    .append(' ')
                    .append(Markup.number(y))
                    .append('H')
                    .append(format.width() - RIGHT)
                    .append("\"/>");
            label("chart-label", "end", left - 8, y + 4, words.value(tick));
        }
    }

    private void times() {
        for (var tick : calendar.ticks()) {
            double x = x(tick);
            svg.append("<path class=\"chart-mark\" d=\"M")
                    .append(Markup.number(x))
                    .append(' ')
                    .append(format.height() - BOTTOM)
                    .append("v5\"/>");
            var text = switch (calendar.unit()) {
                case DAY -> words.day(tick);
                case MONTH -> words.month(tick);
                case YEAR -> Integer.toString(tick.getYear());
            };
            label("chart-label", anchor(x), x, format.height() - BOTTOM + 20, text);
        }
    }

    /** A label at an edge is set inwards, or it would be cut off. */
    private String anchor(double x) {
        if (x > format.width() - RIGHT - 24) {
            return "end";
        }
        return x < left + 12 ? "start" : "middle";
    }

    private String tipAnchor(double x) {
        int half = format.width() / 4;
        if (x > format.width() - half) {
            return "end";
        }
        return x < half ? "start" : "middle";
    }

    private void at(char command, LocalDate date, BigDecimal value) {
        svg.append(command).append(Markup.number(x(date))).append(' ').append(Markup.number(y(value)));
    }

    private double x(LocalDate date) {
        double width = format.width() - left - RIGHT;
        return days == 0 ? left + width / 2 : left + width * ChronoUnit.DAYS.between(first, date) / days;
    }

    private double y(BigDecimal value) {
        double height = format.height() - TOP - BOTTOM;
        return TOP + height * (1 - scale.position(value));
    }

    private void label(String style, String anchor, double x, double y, String text) {
        svg.append("<text class=\"")
                .append(style)
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\" x=\"")
                .append(Markup.number(x))
                .append("\" y=\"")
                .append(Markup.number(y))
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
