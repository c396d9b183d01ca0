package vn.chophien.marketplace.pricefeed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The state of a series on the price board: its last observations, oldest first and at least one.
 */
record Quote(PriceSeries series, List<Observation> trend) {
    /** A comparison with the observation before the last. */
    record Change(Observation from, BigDecimal amount, BigDecimal ratio) {}

    Observation latest() {
        return trend.getLast();
    }

    Optional<Change> change() {
        if (trend.size() < 2) {
            return Optional.empty();
        }
        var earlier = trend.get(trend.size() - 2);
        var price = latest().price();
        return Optional.of(new Change(
                earlier, price.middle().subtract(earlier.price().middle()), price.changeFrom(earlier.price())));
    }

    /** Whether the last price still says something about {@code day}: discontinued series leave the board. */
    boolean isCurrentOn(LocalDate day) {
        return latest().validOn().isAfter(day.minusDays(series.frequency().daysCurrent()));
    }
}
