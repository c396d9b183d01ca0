package vn.chophien.storefront.market;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The table beside a comparison: the last price of each series in each week, month or year. Newest first. */
public record ComparedRows(Unit unit, List<Row> rows) {
    private static final int MOST_ROWS = 60;

    /** What a row stands for. */
    public enum Unit {
        WEEK,
        MONTH,
        YEAR;

        LocalDate first(LocalDate day) {
            return switch (this) {
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }
    }

    /** @param prices one for each series in their order; empty where it had none then */
    public record Row(LocalDate first, List<Optional<BigDecimal>> prices) {}

    /** @param series the observations of each, in order of days */
    static ComparedRows of(List<List<MarketPricesApi.Observation>> series, boolean monthly) {
        var weeks = of(Unit.WEEK, series);
        if (!monthly && weeks.rows().size() <= MOST_ROWS) {
            return weeks;
        }
        var months = of(Unit.MONTH, series);
        return months.rows().size() <= MOST_ROWS ? months : of(Unit.YEAR, series);
    }

    private static ComparedRows of(Unit unit, List<List<MarketPricesApi.Observation>> series) {
        var periods = new TreeMap<LocalDate, BigDecimal[]>();
        for (int index = 0; index < series.size(); index++) {
            for (var observation : series.get(index)) {
                periods.computeIfAbsent(unit.first(observation.date()), first -> new BigDecimal[series.size()])[index] =
                        observation.price();
            }
        }
        return new ComparedRows(
                unit,
                periods.descendingMap().entrySet().stream()
                        .map(period -> new Row(
                                period.getKey(),
                                IntStream.range(0, series.size())
                                        .mapToObj(index -> Optional.ofNullable(period.getValue()[index]))
                                        .toList()))
                        .toList());
    }
}
