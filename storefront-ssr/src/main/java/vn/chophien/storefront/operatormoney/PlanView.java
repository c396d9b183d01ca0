package vn.chophien.storefront.operatormoney;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.page.FormErrors;
import vn.chophien.storefront.payout.OperatorPayoutApi;
import vn.chophien.storefront.payout.SellerPayoutApi;

/**
 * The market's plan and the shops it concerns.
 *
 * @param version of the plan, to change it
 * @param saved it was changed just now
 * @param typed the refused form
 */
public record PlanView(
        SellerPayoutApi.Plan plan,
        String version,
        List<OperatorPayoutApi.Candidate> shops,
        boolean saved,
        FormErrors errors,
        SellerPayoutApi.@Nullable PlanChoice typed) {

    public String schedule() {
        return typed == null ? plan.schedule() : typed.schedule();
    }

    public Optional<Integer> day() {
        return Optional.ofNullable(typed == null ? plan.day() : typed.day());
    }

    public long minimum() {
        var chosen = typed == null ? null : typed.minimum();
        return chosen == null ? plan.minimum() : chosen;
    }

    public String reference() {
        var chosen = typed == null ? null : typed.reference();
        return chosen == null ? "" : chosen;
    }
}
