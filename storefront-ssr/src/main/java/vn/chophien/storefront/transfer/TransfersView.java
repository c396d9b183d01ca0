package vn.chophien.storefront.transfer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chophien.storefront.page.FormErrors;

/**
 * @param desk {@code seller-desk} or {@code operator-desk}
 * @param queued only what waits for a decision
 * @param done the decision just taken
 * @param refused the transfer whose decision was refused; its errors are among {@code errors}
 */
public record TransfersView(
        String desk,
        List<TransferApi.Transfer> items,
        @Nullable String nextCursor,
        boolean queued,
        Optional<String> done,
        @Nullable String refused,
        FormErrors errors) {

    public TransfersView {
        items = List.copyOf(items);
    }

    public boolean isOperator() {
        return desk.equals("operator-desk");
    }

    /** A page shows several forms with the same fields: only the refused one shows the errors. */
    public FormErrors errorsOf(TransferApi.Transfer transfer) {
        return transfer.id().equals(refused) ? errors : FormErrors.none();
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
