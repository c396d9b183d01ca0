package vn.chophien.marketplace.pricefeed.alert;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.NavigableMap;
import java.util.TreeMap;
import vn.chophien.marketplace.pricefeed.Frequency;

/** The prices of a series by month: those of a monthly one, and of any other the means of the months that are over. */
final class MonthlyPrices {
    private MonthlyPrices() {}

    /**
     * Which months count on a day: all up to its own, or up to the one that is over, which its own is on its last day only.
     */
    record Horizon(YearMonth current, YearMonth over) {
        static Horizon of(LocalDate day) {
            return new Horizon(
                    YearMonth.from(day), YearMonth.from(day.plusDays(1)).minusMonths(1));
        }

        YearMonth last(Frequency frequency) {
            return frequency == Frequency.MONTHLY ? current : over;
        }
    }

    /**
     * @param means of the prices of each month, by its first day
     * @param day on which it is asked: later months do not count
     */
    static NavigableMap<YearMonth, Double> of(
            Frequency frequency, NavigableMap<LocalDate, Double> means, LocalDate day) {
        var last = Horizon.of(day).last(frequency).atEndOfMonth();
        var months = new TreeMap<YearMonth, Double>();
        means.headMap(last, true).forEach((month, mean) -> months.put(YearMonth.from(month), mean));
        return months;
    }
}
