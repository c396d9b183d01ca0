package vn.chophien.marketplace.settlement.payout;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** A plan as a form sends it. */
record PlanRequest(
        PayoutPlan.@NotNull Schedule schedule,
        @Nullable Integer day,
        @NotNull @Min(1) Long minimum,
        @Size(max = 300) @Nullable String reference) {

    /** A day that the schedule has no use for is not looked at. */
    PayoutPlan plan(LocalDate from) {
        var of = schedule == PayoutPlan.Schedule.ON_REQUEST ? null : day;
        if (!PayoutPlan.fits(schedule, of)) {
            throw RequestProblem.invalid(new FieldProblem("day", of == null ? "required" : "invalid"));
        }
        return new PayoutPlan(schedule, of, Money.vnd(minimum), from);
    }
}
