package vn.chophien.marketplace.pricefeed.bulletin;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.chophien.marketplace.pricefeed.Frequency;
import vn.chophien.marketplace.pricefeed.Observation;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceSeries;

/**
 * What can be said of a series at the end of a period. Comparisons want a price near the day they go back to: one of long
 * before says nothing of last week.
 *
 * @param observations oldest first, none after {@code to}
 */
record SeriesFigures(PriceSeries series, LocalDate to, List<Observation> observations) {
    private static final int SEASONAL_YEARS = 5;
    private static final int FEWEST_SEASONAL_YEARS = 3;
    private static final int FEWEST_MONTHS = 10;
    private static final MathContext RATIOS = MathContext.DECIMAL64;

    SeriesFigures {
        observations = List.copyOf(observations);
    }

    /** From one price to another. */
    record Change(Observation from, Observation to) {
        BigDecimal amount() {
            return to.price().middle().subtract(from.price().middle());
        }

        /** As a fraction of the earlier price. */
        BigDecimal ratio() {
            return to.price().changeFrom(from.price());
        }

        int direction() {
            return amount().signum();
        }
    }

    /** The earliest day that any figure of this span can need. */
    static LocalDate earliest(Span span, LocalDate to, Frequency frequency) {
        return span.before(to).minusDays(frequency.daysCurrent() + mostDaysOff(frequency));
    }

    static LocalDate earliestOfSeason(LocalDate to) {
        return LocalDate.of(to.getYear() - SEASONAL_YEARS, 1, 1);
    }

    /** The last price while it still says something of the period. */
    Optional<Observation> last() {
        return observations.isEmpty()
                ? Optional.empty()
                : Optional.of(observations.getLast()).filter(this::isCurrent);
    }

    private boolean isCurrent(Observation observation) {
        return observation.validOn().isAfter(to.minusDays(series.frequency().daysCurrent()));
    }

    /** Whether the period, from {@code from} on, passed without the price it should have had. */
    boolean isLate(LocalDate from) {
        var due = switch (series.frequency()) {
            case DAILY -> from;
            case WEEKLY -> from.isBefore(to.minusDays(6)) ? from : to.minusDays(6);
            // A month's average comes in the month after the next.
            case MONTHLY -> YearMonth.from(to).minusMonths(2).atDay(1);
        };
        return observations.isEmpty() || observations.getLast().validOn().isBefore(due);
    }

    /** Empty, too, for a span shorter than the series' own steps: a month's average says nothing of a week. */
    Optional<Change> change(Span span) {
        return isTooShort(span)
                ? Optional.empty()
                : last().flatMap(last -> before(last, span).map(earlier -> new Change(earlier, last)));
    }

    private boolean isTooShort(Span span) {
        var fewestDays = switch (series.frequency()) {
            case DAILY -> 1;
            case WEEKLY -> 7;
            case MONTHLY -> 28;
        };
        return !span.isLast() && span.before(to).plusDays(fewestDays).isAfter(to);
    }

    /** As {@link #change}, and empty for a series without a price in the period: what did not come did not move. */
    Optional<Change> changeIn(Scope scope, Span span) {
        return isLate(scope.from()) ? Optional.empty() : change(span);
    }

    private Optional<Observation> before(Observation last, Span span) {
        var target = span.before(last.validOn());
        var earliest =
                target.minusDays(span.isLast() ? series.frequency().daysCurrent() : mostDaysOff(series.frequency()));
        return observations.stream()
                .filter(one -> !one.validOn().isAfter(target) && one.validOn().isAfter(earliest))
                .reduce((one, later) -> later);
    }

    private static int mostDaysOff(Frequency frequency) {
        return switch (frequency) {
            case DAILY -> 7;
            case WEEKLY -> 14;
            case MONTHLY -> 45;
        };
    }

    List<Observation> within(Span span) {
        var after = span.before(to);
        return observations.stream().filter(one -> one.validOn().isAfter(after)).toList();
    }

    Optional<Observation> highest(Span span) {
        return within(span).stream()
                .max(Comparator.comparing((Observation one) -> one.price().max())
                        .thenComparing(Observation::validOn, Comparator.reverseOrder()));
    }

    Optional<Observation> lowest(Span span) {
        return within(span).stream()
                .min(Comparator.comparing((Observation one) -> one.price().min())
                        .thenComparing(Observation::validOn));
    }

    /** The mean of the prices within, as exact as prices of the currency are: đồng have no parts. */
    Optional<BigDecimal> average(Span span) {
        var prices = within(span);
        if (prices.isEmpty()) {
            return Optional.empty();
        }
        var mean = mean(prices.stream().map(one -> one.price().middle()).toList());
        return Optional.of(mean.setScale(series.currency().equals("VND") ? 0 : Price.SCALE, RoundingMode.HALF_EVEN));
    }

    /**
     * How far the price of the period's month usually is from the year's, as a fraction of it: the median of the last full
     * years, of which it takes three.
     */
    Optional<BigDecimal> season() {
        var years = new ArrayList<BigDecimal>();
        for (int year = to.getYear() - SEASONAL_YEARS; year < to.getYear(); year++) {
            var months = months(year);
            var month = months.get(to.getMonthValue());
            if (months.size() >= FEWEST_MONTHS && month != null) {
                var whole = mean(List.copyOf(months.values()));
                years.add(month.subtract(whole).divide(whole, RATIOS));
            }
        }
        return years.size() < FEWEST_SEASONAL_YEARS ? Optional.empty() : Optional.of(median(years));
    }

    private Map<Integer, BigDecimal> months(int year) {
        return observations.stream()
                .filter(one -> one.validOn().getYear() == year)
                .collect(Collectors.groupingBy(
                        one -> one.validOn().getMonthValue(),
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(one -> one.price().middle(), Collectors.toList()),
                                SeriesFigures::mean)));
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), RATIOS);
    }

    private static BigDecimal median(List<BigDecimal> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : mean(sorted.subList(middle - 1, middle + 1));
    }
}
