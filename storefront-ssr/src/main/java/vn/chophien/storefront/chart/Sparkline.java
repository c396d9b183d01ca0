package vn.chophien.storefront.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** A line as high as a word: the shape of the last prices beside their figures, so it is hidden from screen readers. */
public final class Sparkline {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 28;
    private static final int MARGIN = 3;

    private Sparkline() {}

    /** The SVG element; empty for fewer than two values, which have no shape. */
    public static String draw(List<BigDecimal> values) {
        if (values.size() < 2) {
            return "";
        }
        var min = values.stream().reduce(BigDecimal::min).orElseThrow();
        var max = values.stream().reduce(BigDecimal::max).orElseThrow();
        var path = new StringBuilder();
        for (int index = 0; index < values.size(); index++) {
            double x = MARGIN + (WIDTH - 2.0 * MARGIN) * index / (values.size() - 1);
            path.append(index == 0 ? 'M' : 'L')
                    .append(Markup.number(x))
                    .append(' ')
                    .append(Markup.number(y(values.get(index), min, max)));
        }
        return "<svg class=\"sparkline\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" aria-hidden=\"true\" focusable=\"false\"><path d=\"%s\"/><circle cx=\"%d\" cy=\"%s\" r=\"2.5\"/></svg>"
                .formatted(
                        WIDTH,
                        HEIGHT,
                        WIDTH,
                        HEIGHT,
                        path,
                        WIDTH - MARGIN,
                        Markup.number(y(values.getLast(), min, max)));
    }

    private static double y(BigDecimal value, BigDecimal min, BigDecimal max) {
        if (min.compareTo(max) == 0) {
            return HEIGHT / 2.0;
        }
        double share = value.subtract(min)
                .divide(max.subtract(min), MathContext.DECIMAL64)
                .doubleValue();
        return MARGIN + (HEIGHT - 2.0 * MARGIN) * (1 - share);
    }
}
