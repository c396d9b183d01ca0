package vn.chophien.marketplace.pricefeed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The state of a series on the price board: its last observations, oldest first and at least one.
 */
record Quote(PriceSeries series, List<Observation> trend) {
    private static final int WEEK = 7;

    /** A comparison of the last observation with an earlier one. */
    record Change(Observation from, BigDecimal amount, BigDecimal ratio) {}

    Observation latest() {
        return trend.getLast();
    }

    /** Against the observation before the last. */
    Optional<Change> change() {
        return trend.size() < 2 ? Optional.empty() : Optional.of(from(trend.get(trend.size() - 2)));
    }

    /** Against the last price a week earlier; empty when that was itself long ago, and for months, which have no weeks. */
    Optional<Change> weekChange() {
        var weekBefore = latest().validOn().minusDays(WEEK);
        return series.frequency() == Frequency.MONTHLY
                ? Optional.empty()
                : trend.reversed().stream()
                        .filter(earlier -> !earlier.validOn().isAfter(weekBefore))
                        .findFirst()
                        .filter(earlier -> earlier.validOn().isAfter(weekBefore.minusDays(WEEK)))
                        .map(this::from);
    }

    private Change from(Observation earlier) {
        var price = latest().price();
        return new Change(
                earlier, price.middle().subtract(earlier.price().middle()), price.changeFrom(earlier.price()));
    }

    /** Whether the last price still says something about {@code day}: discontinued series leave the board. */
    boolean isCurrentOn(LocalDate day) {
        return latest().validOn().isAfter(day.minusDays(series.frequency().daysCurrent()));
    }
}
