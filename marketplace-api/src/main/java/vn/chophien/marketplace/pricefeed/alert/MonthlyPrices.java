package vn.chophien.marketplace.pricefeed.alert;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.chophien.marketplace.pricefeed.Frequency;

/** The prices of a series by month: those of a monthly one, and of any other the means of the months that are over. */
final class MonthlyPrices {
    private MonthlyPrices() {}

    /** @param day on which it is asked: later prices do not count, and its own month is over on its last day only */
    static NavigableMap<YearMonth, Double> of(Frequency frequency, Map<LocalDate, Double> prices, LocalDate day) {
        var means = prices.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> YearMonth.from(entry.getKey()),
                        TreeMap::new,
                        Collectors.averagingDouble(Map.Entry::getValue)));
        return frequency == Frequency.MONTHLY
                ? means.headMap(YearMonth.from(day), true)
                : means.headMap(YearMonth.from(day.plusDays(1)), false);
    }
}
