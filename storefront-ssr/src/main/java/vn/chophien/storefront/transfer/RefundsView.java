package vn.chophien.storefront.transfer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.page.FormErrors;

/**
 * @param open only what has still to be transferred
 * @param refused the refund whose form was refused
 */
public record RefundsView(
        String desk,
        List<TransferApi.Refund> items,
        @Nullable String nextCursor,
        boolean open,
        Optional<String> done,
        @Nullable String refused,
        FormErrors errors) {

    public RefundsView {
        items = List.copyOf(items);
    }

    public boolean isOperator() {
        return desk.equals("operator-desk");
    }

    public FormErrors errorsOf(TransferApi.Refund refund) {
        return refund.id().equals(refused) ? errors : FormErrors.none();
    }

    /** The errors as the summary links them: each form's fields carry the name of what it is about. */
    public FormErrors summary() {
        return refused == null
                ? errors
                : new FormErrors(errors.all().stream()
                        .map(error -> error.field().equals("form")
                                ? error
                                : new FormErrors.FormError(error.field() + "-" + refused, error.message()))
                        .toList());
    }
}
