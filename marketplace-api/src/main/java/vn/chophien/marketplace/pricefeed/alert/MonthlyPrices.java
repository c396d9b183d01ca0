package vn.chophien.marketplace.pricefeed.alert;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.chophien.marketplace.pricefeed.Frequency;

/** The prices of a series by month: those of a monthly one, and the means of the months that are over of any other. */
final class MonthlyPrices {
    private MonthlyPrices() {}

    /** @param day on which it is asked: its own month is not over */
    static NavigableMap<YearMonth, Double> of(Frequency frequency, Map<LocalDate, Double> prices, LocalDate day) {
        var means = prices.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> YearMonth.from(entry.getKey()),
                        TreeMap::new,
                        Collectors.averagingDouble(Map.Entry::getValue)));
        return frequency == Frequency.MONTHLY ? means : means.headMap(YearMonth.from(day), false);
    }
}
