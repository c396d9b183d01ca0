package vn.chophien.storefront.payout;

import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.page.FormErrors;

/**
 * One batch.
 *
 * @param at the payout whose form was refused; none for the batch's own
 */
public record BatchView(
        OperatorPayoutApi.Batch batch,
        FormErrors errors,
        @Nullable String at) {

    public boolean isDraft() {
        return batch.state().equals("DRAFTED");
    }

    public boolean isApproved() {
        return batch.state().equals("APPROVED");
    }

    public boolean mayReturn(SellerPayoutApi.Payout payout) {
        return payout.state().equals("SENT") || payout.state().equals("CONFIRMED");
    }
}
