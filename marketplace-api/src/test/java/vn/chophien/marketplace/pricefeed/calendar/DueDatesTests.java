package vn.chophien.marketplace.pricefeed.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.pricefeed.Frequency;

class DueDatesTests {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 9, 4);
    private static final LocalDate SUNDAY = LocalDate.of(2026, 9, 6);
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final Set<LocalDate> NATIONAL_DAY = Set.of(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 2));

    private final DueDates dates = new DueDates(NATIONAL_DAY);

    @Test
    void dailyPricesAreDueOnWorkingDaysThatAreNoHolidays() {
        assertThat(dates.between(Frequency.DAILY, FRIDAY.minusDays(7), FRIDAY.minusDays(1), FRIDAY, SUNDAY))
                .extracting(due -> due.dueOn().getDayOfMonth())
                .containsExactly(28, 31, 3, 4);
    }

    @Test
    void noDailyPriceIsLateForMoreThanTwoWeeks() {
        assertThat(dates.between(Frequency.DAILY, LONG_AGO, FRIDAY.minusDays(20), FRIDAY, FRIDAY)
                        .getFirst()
                        .validOn())
                .isEqualTo(FRIDAY.minusDays(14));
    }

    @Test
    void weeklyPricesKeepTheirWeekday() {
        assertThat(dates.between(Frequency.WEEKLY, LONG_AGO, LocalDate.of(2026, 8, 20), FRIDAY, SUNDAY))
                .extracting(due -> due.validOn().toString())
                .containsExactly("2026-08-06", "2026-08-13", "2026-08-20", "2026-08-27", "2026-09-03");
    }

    @Test
    void aWeeklyPriceOfAHolidayIsNotAsked() {
        assertThat(dates.between(Frequency.WEEKLY, LONG_AGO, LocalDate.of(2026, 8, 26), FRIDAY, SUNDAY))
                .extracting(due -> due.validOn().toString())
                .doesNotContain("2026-09-02");
    }

    @Test
    void aMonthIsDueOnTheFirstWorkingDayAfterIt() {
        assertThat(dates.between(Frequency.MONTHLY, LONG_AGO, LocalDate.of(2026, 7, 1), FRIDAY, SUNDAY))
                .containsExactly(
                        new DueDates.Due(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 8, 3)),
                        new DueDates.Due(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 9, 3)));
    }

    @Test
    void aSeriesThatFellSilentOwesNothing() {
        assertThat(dates.between(Frequency.DAILY, LONG_AGO, FRIDAY.minusDays(46), FRIDAY, SUNDAY))
                .isEmpty();
    }

    @Test
    void aNewSeriesOwesItsFirstPriceFromToday() {
        assertThat(dates.between(Frequency.DAILY, null, null, FRIDAY, SUNDAY))
                .containsExactly(new DueDates.Due(FRIDAY, FRIDAY));
    }
}
