package vn.chophien.storefront.payout;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.page.FormErrors;

/**
 * A shop's payouts and its plan.
 *
 * @param version of the plan, to change it
 * @param done what was just done: {@code request} or {@code plan}
 * @param typed the refused form
 */
public record PayoutsView(
        SellerPayoutApi.Payouts payouts,
        SellerPayoutApi.Plan plan,
        String version,
        Optional<String> done,
        FormErrors errors,
        SellerPayoutApi.@Nullable PlanChoice typed) {

    public static final List<String> SCHEDULES = List.of("WEEKLY", "MONTHLY", "ON_REQUEST");

    public String schedule() {
        return typed == null ? plan.schedule() : typed.schedule();
    }

    /** The day of the week, or of the month. */
    public Optional<Integer> day() {
        return Optional.ofNullable(typed == null ? plan.day() : typed.day());
    }

    public long minimum() {
        var chosen = typed == null ? null : typed.minimum();
        return chosen == null ? plan.minimum() : chosen;
    }
}
