package vn.chophien.marketplace.pricefeed.alert;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.alert.AlertThresholds.Bands;

/**
 * What the indicators say of one month of a series; at least one of them says something.
 *
 * @param price of the month, or the mean of its prices
 */
record SeriesAlert(
        YearMonth month,
        double price,
        @Nullable Reading alps,
        @Nullable Reading ifpa) {

    record Reading(double value, AlertLevel level) {}

    static Optional<SeriesAlert> of(NavigableMap<YearMonth, Double> prices, YearMonth month, Bands bands) {
        var price = prices.get(month);
        var alps = reading(AlertIndicator.ALPS, prices, month, bands);
        var ifpa = reading(AlertIndicator.IFPA, prices, month, bands);
        return price == null || alps == null && ifpa == null
                ? Optional.empty()
                : Optional.of(new SeriesAlert(month, price, alps, ifpa));
    }

    /** The last month; empty when it is not enough to say anything. */
    static Optional<SeriesAlert> last(NavigableMap<YearMonth, Double> prices, Bands bands) {
        return prices.isEmpty() ? Optional.empty() : of(prices, prices.lastKey(), bands);
    }

    /** The last months, oldest first. */
    static List<SeriesAlert> history(NavigableMap<YearMonth, Double> prices, int months, Bands bands) {
        var found = new ArrayList<SeriesAlert>();
        prices.descendingKeySet().stream()
                .limit(months)
                .forEach(month -> of(prices, month, bands).ifPresent(found::addFirst));
        return found;
    }

    private static @Nullable Reading reading(
            AlertIndicator indicator, NavigableMap<YearMonth, Double> prices, YearMonth month, Bands bands) {
        return indicator
                .of(prices, month)
                .map(value -> new Reading(value, bands.level(indicator, month, value)))
                .orElse(null);
    }

    /** The worse of the two. */
    AlertLevel level() {
        var first = alps == null ? AlertLevel.NORMAL : alps.level();
        var second = ifpa == null ? AlertLevel.NORMAL : ifpa.level();
        return second.severity() > first.severity() ? second : first;
    }
}
