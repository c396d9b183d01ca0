package vn.chophien.marketplace.settlement.payout;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When one is paid out.
 *
 * @param day of the week (1 is Monday) or of the month
 * @param own chosen by the seller; else it is the market's
 * @param nextOn the next planned day; none when paid on request only
 * @param leastMinimum below which no seller may choose
 * @param requested the seller asked to be paid now
 */
record PlanResource(
        PayoutPlan.Schedule schedule,
        @Nullable Integer day,
        long minimum,
        String currency,
        boolean own,
        @Nullable LocalDate nextOn,
        long leastMinimum,
        boolean requested) {

    static PlanResource from(PayoutPlan plan, boolean own, PayoutPlan market, LocalDate today, boolean requested) {
        return new PlanResource(
                plan.schedule(),
                plan.day(),
                plan.minimum().minor(),
                plan.minimum().currencyCode(),
                own,
                plan.next(today).orElse(null),
                market.minimum().minor(),
                requested);
    }
}
