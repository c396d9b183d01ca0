package vn.chophien.marketplace.pricefeed.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.pricefeed.Frequency;

class MonthlyPricesTests {
    private static final NavigableMap<LocalDate, Double> MEANS = new TreeMap<>(Map.of(
            LocalDate.of(2026, 9, 1), 15.0,
            LocalDate.of(2026, 10, 1), 30.0,
            LocalDate.of(2026, 11, 1), 40.0));

    @Test
    void aMonthOfDailyPricesCountsOnceItIsOver() {
        assertThat(MonthlyPrices.of(Frequency.DAILY, MEANS, LocalDate.of(2026, 11, 22)))
                .containsOnly(Map.entry(YearMonth.of(2026, 9), 15.0), Map.entry(YearMonth.of(2026, 10), 30.0));
        assertThat(MonthlyPrices.of(Frequency.DAILY, MEANS, LocalDate.of(2026, 11, 30)))
                .containsKey(YearMonth.of(2026, 11));
        assertThat(MonthlyPrices.of(Frequency.WEEKLY, MEANS, LocalDate.of(2026, 10, 30)))
                .containsOnlyKeys(YearMonth.of(2026, 9));
    }

    @Test
    void aMonthlyPriceCountsFromItsMonthOn() {
        var first = new TreeMap<>(Map.of(LocalDate.of(2026, 9, 1), 10.0, LocalDate.of(2026, 10, 1), 30.0));
        assertThat(MonthlyPrices.of(Frequency.MONTHLY, first, LocalDate.of(2026, 10, 1)))
                .containsOnlyKeys(YearMonth.of(2026, 9), YearMonth.of(2026, 10));
        assertThat(MonthlyPrices.of(Frequency.MONTHLY, first, LocalDate.of(2026, 9, 30)))
                .containsOnlyKeys(YearMonth.of(2026, 9));
    }
}
