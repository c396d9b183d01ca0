package vn.chophien.storefront.chart;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What is expected of a day, with the bounds that hold it in 80 and in 95 of 100 cases. */
public record FanPoint(
        LocalDate date, BigDecimal mean, BigDecimal lo80, BigDecimal hi80, BigDecimal lo95, BigDecimal hi95) {

    ChartPoint within80() {
        return new ChartPoint(date, mean, lo80, hi80);
    }

    ChartPoint within95() {
        return new ChartPoint(date, mean, lo95, hi95);
    }
}
