package vn.chophien.marketplace.settlement.payout;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;

/**
 * When a seller is paid out, and from how much on.
 *
 * @param day of the week (1 is Monday) or of the month (1 to 28); none when paid on request only
 */
record PayoutPlan(Schedule schedule, @Nullable Integer day, Money minimum, LocalDate validFrom) {

    private static final int LAST_DAY_OF_EVERY_MONTH = 28;

    enum Schedule {
        WEEKLY,
        MONTHLY,
        ON_REQUEST
    }

    PayoutPlan {
        if (!fits(schedule, day)) {
            throw new IllegalArgumentException("A %s plan has no day %s".formatted(schedule, day));
        }
        if (!minimum.isPositive()) {
            throw new IllegalArgumentException("The least payout is positive, not %s".formatted(minimum));
        }
    }

    static boolean fits(Schedule schedule, @Nullable Integer day) {
        return switch (schedule) {
            case WEEKLY -> day != null && day >= 1 && day <= DayOfWeek.SUNDAY.getValue();
            case MONTHLY -> day != null && day >= 1 && day <= LAST_DAY_OF_EVERY_MONTH;
            case ON_REQUEST -> day == null;
        };
    }

    /**
     * Whether a planned day has come since the last payout; a batch that is drafted late leaves nobody out.
     *
     * @param last the day of the last payout, if there was one
     */
    boolean isDue(LocalDate today, @Nullable LocalDate last) {
        return latestDay(today)
                .filter(planned -> last == null || last.isBefore(planned))
                .isPresent();
    }

    /** The next planned day, from today on; none when paid on request only. */
    Optional<LocalDate> next(LocalDate today) {
        return Optional.ofNullable(day).map(number -> switch (schedule) {
            case WEEKLY -> today.with(TemporalAdjusters.nextOrSame(DayOfWeek.of(number)));
            case MONTHLY -> {
                var inThisMonth = today.withDayOfMonth(number);
                yield inThisMonth.isBefore(today) ? inThisMonth.plusMonths(1) : inThisMonth;
            }
            case ON_REQUEST -> today;
        });
    }

    /** Whether a planned day has come after {@code since}, up to today. */
    boolean fellDue(LocalDate since, LocalDate today) {
        return latestDay(today).filter(planned -> planned.isAfter(since)).isPresent();
    }

    private Optional<LocalDate> latestDay(LocalDate today) {
        return Optional.ofNullable(day).map(number -> switch (schedule) {
            case WEEKLY -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(number)));
            case MONTHLY -> {
                var inThisMonth = today.withDayOfMonth(number);
                yield inThisMonth.isAfter(today) ? inThisMonth.minusMonths(1) : inThisMonth;
            }
            case ON_REQUEST -> today;
        });
    }
}
