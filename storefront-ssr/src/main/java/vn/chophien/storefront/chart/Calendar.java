package vn.chophien.storefront.chart;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Where a time axis has its marks: at Mondays, firsts of months or firsts of years, as the span allows. */
record Calendar(Unit unit, List<LocalDate> ticks) {

    /** What the labels must tell apart. */
    public enum Unit {
        DAY,
        MONTH,
        YEAR
    }

    private static final int WEEKS_SHOWN = 8;
    private static final int MONTHS_SHOWN = 36;

    static Calendar covering(LocalDate first, LocalDate last, int most) {
        long days = ChronoUnit.DAYS.between(first, last);
        if (days <= WEEKS_SHOWN * 7) {
            var monday = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
            return new Calendar(Unit.DAY, every(monday, last, ChronoUnit.WEEKS, steps(days / 7.0, most, 1, 2, 4)));
        }
        long months = ChronoUnit.MONTHS.between(first, last);
        if (months <= MONTHS_SHOWN) {
            int step = steps(months, most, 1, 2, 3, 6, 12);
            return new Calendar(Unit.MONTH, every(firstMonth(first, step), last, ChronoUnit.MONTHS, step));
        }
        int step = steps(months / 12.0, most, 1, 2, 5, 10, 20, 50);
        var year = LocalDate.of(
                Math.ceilDiv(first.isEqual(first.withDayOfYear(1)) ? first.getYear() : first.getYear() + 1, step)
                        * step,
                1,
                1);
        return new Calendar(Unit.YEAR, every(year, last, ChronoUnit.YEARS, step));
    }

    /** The first month on or after a day that a step from January reaches, so that quarters fall on quarters. */
    private static LocalDate firstMonth(LocalDate first, int step) {
        var month = first.getDayOfMonth() == 1 ? first : first.with(TemporalAdjusters.firstDayOfNextMonth());
        while ((month.getMonthValue() - 1) % step != 0) {
            month = month.plusMonths(1);
        }
        return month;
    }

    private static int steps(double spans, int most, int... choices) {
        for (int choice : choices) {
            if (spans / choice < most) {
                return choice;
            }
        }
        return choices[choices.length - 1];
    }

    private static List<LocalDate> every(LocalDate first, LocalDate last, ChronoUnit unit, int step) {
        var ticks = new ArrayList<LocalDate>();
        for (var tick = first; !tick.isAfter(last); tick = tick.plus(step, unit)) {
            ticks.add(tick);
        }
        return ticks;
    }
}
