package vn.chophien.marketplace.pricefeed.forecast;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import vn.chophien.marketplace.pricefeed.Frequency;

/**
 * The dates a series steps over: Monday to Friday, one weekday, or the first days of months. A date between two steps
 * belongs to the step before it.
 *
 * @param weekday of a weekly series
 */
record StepCalendar(Frequency frequency, DayOfWeek weekday) {
    private static final int WORKING_DAYS = 5;
    private static final LocalDate A_MONDAY = LocalDate.of(2024, 1, 1);

    /** The calendar on which a price was quoted on that day. */
    static StepCalendar through(Frequency frequency, LocalDate day) {
        return new StepCalendar(frequency, day.getDayOfWeek());
    }

    /** The step a date belongs to. */
    LocalDate step(LocalDate date) {
        return switch (frequency) {
            case DAILY -> isWorkingDay(date) ? date : date.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY));
            case WEEKLY -> date.with(TemporalAdjusters.previousOrSame(weekday));
            case MONTHLY -> date.withDayOfMonth(1);
        };
    }

    /** So many steps later. */
    LocalDate after(LocalDate step, long steps) {
        return switch (frequency) {
            case DAILY -> workingDay(workingDays(step) + steps);
            case WEEKLY -> step.plusWeeks(steps);
            case MONTHLY -> step.plusMonths(steps);
        };
    }

    /** How many steps lie between, the later one included. */
    long between(LocalDate earlier, LocalDate later) {
        return switch (frequency) {
            case DAILY -> workingDays(later) - workingDays(earlier);
            case WEEKLY -> ChronoUnit.WEEKS.between(earlier, later);
            case MONTHLY -> ChronoUnit.MONTHS.between(earlier, later);
        };
    }

    /** How many steps a year has. */
    int steps() {
        return switch (frequency) {
            case DAILY -> 260;
            case WEEKLY -> 52;
            case MONTHLY -> 12;
        };
    }

    private static boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek().getValue() <= WORKING_DAYS;
    }

    private static long workingDays(LocalDate day) {
        long days = ChronoUnit.DAYS.between(A_MONDAY, day);
        return Math.floorDiv(days, 7) * WORKING_DAYS + Math.floorMod(days, 7);
    }

    private static LocalDate workingDay(long number) {
        return A_MONDAY.plusDays(Math.floorDiv(number, WORKING_DAYS) * 7L + Math.floorMod(number, WORKING_DAYS));
    }
}
