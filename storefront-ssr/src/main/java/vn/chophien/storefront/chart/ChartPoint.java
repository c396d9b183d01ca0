package vn.chophien.storefront.chart;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value on a day, with the ends of its range; a plain value has both ends at itself. */
public record ChartPoint(LocalDate date, BigDecimal value, BigDecimal low, BigDecimal high) {

    public static ChartPoint of(LocalDate date, BigDecimal value) {
        return new ChartPoint(date, value, value, value);
    }

    boolean isRange() {
        return low.compareTo(high) != 0;
    }
}
