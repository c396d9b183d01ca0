package vn.chophien.storefront.market;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table beside a chart: every price where they are few, else what each month or year brought. Newest first. */
public record PriceRows(Unit unit, List<Row> rows) {
    private static final int MOST_ROWS = 66;

    /** What a row stands for. */
    public enum Unit {
        DAY,
        MONTH,
        YEAR;

        LocalDate first(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }
    }

    /**
     * @param first the day, or the first of the month or year
     * @param last the last price in it
     * @param change of that price against the last of the row before
     */
    public record Row(
            LocalDate first,
            MarketPricesApi.Observation last,
            BigDecimal lowest,
            BigDecimal highest,
            Optional<BigDecimal> change) {

        public String id() {
            return "d-" + first;
        }
    }

    /** @param observations in order of days */
    static PriceRows of(List<MarketPricesApi.Observation> observations) {
        var unit = unit(observations);
        var periods = observations.stream()
                .collect(Collectors.groupingBy(
                        observation -> unit.first(observation.date()), TreeMap::new, Collectors.toList()));
        var rows = new ArrayList<Row>();
        for (var period : periods.entrySet()) {
            rows.add(row(period, rows));
        }
        return new PriceRows(unit, rows.reversed());
    }

    private static Row row(Map.Entry<LocalDate, List<MarketPricesApi.Observation>> period, List<Row> before) {
        var prices = period.getValue();
        var last = prices.getLast();
        return new Row(
                period.getKey(),
                last,
                prices.stream()
                        .map(MarketPricesApi.Observation::low)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                prices.stream()
                        .map(MarketPricesApi.Observation::high)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                before.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                last.price().subtract(before.getLast().last().price())));
    }

    private static Unit unit(List<MarketPricesApi.Observation> observations) {
        for (var unit : Unit.values()) {
            long rows = observations.stream()
                    .map(observation -> unit.first(observation.date()))
                    .distinct()
                    .count();
            if (rows <= MOST_ROWS) {
                return unit;
            }
        }
        return Unit.YEAR;
    }

    /** The id of the row in which a day is. */
    String idOf(LocalDate day) {
        return "d-" + unit.first(day);
    }
}
