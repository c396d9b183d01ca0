package vn.chophien.marketplace.pricefeed.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.Frequency;

/**
 * The days on which a series owes a price: a daily one each working day, a weekly one on the weekday of its last price, a
 * monthly one for each month on the first working day after it.
 */
final class DueDates {
    private static final int DAYS_BACK = 14;
    private static final int WEEKS_BACK = 5;
    private static final int MONTHS_BACK = 2;

    private final Set<LocalDate> daysOff;

    DueDates(Set<LocalDate> daysOff) {
        this.daysOff = Set.copyOf(daysOff);
    }

    /**
     * @param validOn the day the price is about
     * @param dueOn the day on which it should be there
     */
    record Due(LocalDate validOn, LocalDate dueOn) {}

    /** The first day that {@link #between} can answer; what is older than that is a hole in the record, not a delay. */
    static LocalDate earliest(LocalDate today) {
        return today.withDayOfMonth(1).minusMonths(MONTHS_BACK);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && !daysOff.contains(day);
    }

    /**
     * What is due from some time before {@code today} to {@code until}.
     *
     * @param first the first day there is a price of; null for a series that still waits for it
     * @param last the last one; a series that fell silent long ago owes nothing
     */
    List<Due> between(
            Frequency frequency,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            LocalDate today,
            LocalDate until) {
        if (last != null && last.plusDays(frequency.daysCurrent()).isBefore(today)) {
            return List.of();
        }
        var begins = first == null ? today : first;
        return switch (frequency) {
            case DAILY -> days(later(begins, today.minusDays(DAYS_BACK)), until).toList();
            case WEEKLY ->
                days(later(begins, today.minusWeeks(WEEKS_BACK)), until)
                        .filter(due -> due.validOn().getDayOfWeek() == (last == null ? today : last).getDayOfWeek())
                        .toList();
            case MONTHLY -> months(later(begins, earliest(today)), until);
        };
    }

    private Stream<Due> days(LocalDate from, LocalDate until) {
        return until.isBefore(from)
                ? Stream.empty()
                : from.datesUntil(until.plusDays(1)).filter(this::isWorkingDay).map(day -> new Due(day, day));
    }

    private List<Due> months(LocalDate from, LocalDate until) {
        var due = new ArrayList<Due>();
        for (var month = from.withDayOfMonth(1); ; month = month.plusMonths(1)) {
            var day = month.plusMonths(1);
            while (!isWorkingDay(day)) {
                day = day.plusDays(1);
            }
            if (day.isAfter(until)) {
                return due;
            }
            due.add(new Due(month, day));
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
