package vn.chophien.storefront.payout;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.page.FormErrors;

/**
 * One batch.
 *
 * @param at the payout whose form was refused; none for the batch's own
 * @param typed into the refused form
 */
public record BatchView(
        OperatorPayoutApi.Batch batch,
        FormErrors errors,
        @Nullable String at,
        String typed) {

    /** What stands in a form of this payout, or (none) of the batch. */
    public String typedAt(@Nullable String reference) {
        return Objects.equals(at, reference) ? typed : "";
    }

    public boolean isDraft() {
        return batch.state().equals("DRAFTED");
    }

    public boolean isApproved() {
        return batch.state().equals("APPROVED");
    }

    public boolean mayReturn(SellerPayoutApi.Payout payout) {
        return !payout.isAtGateway()
                && (payout.state().equals("SENT") || payout.state().equals("CONFIRMED"));
    }

    /** Payouts that the gateway has still to answer. */
    public long atGatewayCount() {
        return batch.payouts().stream()
                .filter(payout -> payout.isAtGateway() && payout.state().equals("SENT"))
                .count();
    }
}
