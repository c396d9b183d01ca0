package vn.chophien.storefront.chart;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The texts of a chart in the reader's language. */
public interface ChartWords {

    /** What the chart shows, in a few words. */
    String title();

    /** What one sees in it: span, first and last value, lowest and highest. */
    String description();

    String value(BigDecimal value);

    /** A day within a few weeks, such as {@code 16/11}. */
    String day(LocalDate day);

    /** A month within a few years, such as {@code 11/2026}. */
    String month(LocalDate month);
}
