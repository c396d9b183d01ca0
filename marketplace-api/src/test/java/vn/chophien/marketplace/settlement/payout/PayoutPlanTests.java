package vn.chophien.marketplace.settlement.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.settlement.payout.PayoutPlan.Schedule;

class PayoutPlanTests {

    /** A Sunday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void paysOnceAWeek() {
        var wednesdays = plan(Schedule.WEEKLY, 3);
        assertThat(wednesdays.isDue(TODAY, null)).isTrue();
        assertThat(wednesdays.isDue(TODAY, LocalDate.of(2026, 11, 17))).isTrue();
        assertThat(wednesdays.isDue(TODAY, LocalDate.of(2026, 11, 18))).isFalse();
        assertThat(wednesdays.isDue(LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 18)))
                .isTrue();
        assertThat(wednesdays.next(TODAY)).contains(LocalDate.of(2026, 11, 25));
        assertThat(wednesdays.next(LocalDate.of(2026, 11, 25))).contains(LocalDate.of(2026, 11, 25));
    }

    @Test
    void knowsWhoFellDueSinceADay() {
        var wednesdays = plan(Schedule.WEEKLY, 3);
        var wednesday = LocalDate.of(2026, 11, 25);
        assertThat(wednesdays.fellDue(wednesday.minusDays(1), wednesday)).isTrue();
        assertThat(wednesdays.fellDue(wednesday, wednesday.plusDays(1))).isFalse();
        assertThat(wednesdays.fellDue(wednesday.minusDays(1), wednesday.plusDays(2)))
                .as("days on which nothing ran are made up for")
                .isTrue();
        assertThat(wednesdays.fellDue(wednesday.minusDays(3), wednesday.minusDays(1)))
                .isFalse();
    }

    @Test
    void paysOnceAMonth() {
        var tenths = plan(Schedule.MONTHLY, 10);
        assertThat(tenths.isDue(TODAY, LocalDate.of(2026, 11, 9))).isTrue();
        assertThat(tenths.isDue(TODAY, LocalDate.of(2026, 11, 10))).isFalse();
        assertThat(tenths.isDue(LocalDate.of(2026, 12, 9), LocalDate.of(2026, 11, 10)))
                .isFalse();
        assertThat(tenths.isDue(LocalDate.of(2027, 1, 3), LocalDate.of(2026, 12, 1)))
                .isTrue();
        assertThat(tenths.next(TODAY)).contains(LocalDate.of(2026, 12, 10));
    }

    @Test
    void paysOnRequestOnly() {
        var asked = plan(Schedule.ON_REQUEST, null);
        assertThat(asked.isDue(TODAY, null)).isFalse();
        assertThat(asked.next(TODAY)).isEmpty();
    }

    @Test
    void refusesDaysThatNoWeekOrMonthHas() {
        assertThatThrownBy(() -> plan(Schedule.WEEKLY, 8)).hasMessageContaining("WEEKLY plan has no day 8");
        assertThatThrownBy(() -> plan(Schedule.MONTHLY, 29)).hasMessageContaining("no day 29");
        assertThatThrownBy(() -> plan(Schedule.MONTHLY, null)).hasMessageContaining("no day null");
        assertThatThrownBy(() -> plan(Schedule.ON_REQUEST, 1)).hasMessageContaining("no day 1");
    }

    private static PayoutPlan plan(Schedule schedule, @Nullable Integer day) {
        return new PayoutPlan(schedule, day, Money.vnd(50_000), LocalDate.of(2026, 1, 1));
    }
}
