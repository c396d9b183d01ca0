package vn.chophien.marketplace.pricefeed.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.pricefeed.Frequency;

class StepCalendarTests {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

    @Test
    void daysGoFromFridayToMonday() {
        var calendar = StepCalendar.through(Frequency.DAILY, FRIDAY);
        assertThat(calendar.after(FRIDAY, 1)).isEqualTo("2026-11-23");
        assertThat(calendar.after(FRIDAY, 6)).isEqualTo("2026-11-30");
        assertThat(calendar.after(FRIDAY, -5)).isEqualTo("2026-11-13");
        assertThat(calendar.step(LocalDate.of(2026, 11, 22))).isEqualTo(FRIDAY);
    }

    @Test
    void weeksKeepTheirDay() {
        var calendar = StepCalendar.through(Frequency.WEEKLY, FRIDAY);
        assertThat(calendar.after(FRIDAY, 2)).isEqualTo("2026-12-04");
        assertThat(calendar.step(LocalDate.of(2026, 11, 19))).isEqualTo("2026-11-13");
    }

    @Test
    void monthsAreDatedTheirFirstDay() {
        var calendar = StepCalendar.through(Frequency.MONTHLY, FRIDAY);
        assertThat(calendar.step(FRIDAY)).isEqualTo("2026-11-01");
        assertThat(calendar.after(LocalDate.of(2026, 11, 1), 3)).isEqualTo("2027-02-01");
    }

    @Property
    void countsTheStepsItTakes(
            @ForAll Frequency frequency,
            @ForAll @IntRange(max = 40_000) int day,
            @ForAll @IntRange(max = 5000) int steps) {
        var calendar = new StepCalendar(frequency, DayOfWeek.SUNDAY);
        var from = calendar.step(LocalDate.of(1950, 1, 1).plusDays(day));
        var to = calendar.after(from, steps);
        assertThat(calendar.step(to)).isEqualTo(to);
        assertThat(calendar.between(from, to)).isEqualTo(steps);
    }
}
