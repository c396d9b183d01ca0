package vn.chophien.marketplace.payment.transfer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.payment.vietqr.Banks;
import vn.chophien.marketplace.payment.vietqr.VietQrCode;

/**
 * A refund as its desk shows it: the buyer's account whole, as long as it is needed, for somebody has to type it into a bank's form.
 *
 * @param payload the text of a QR code that fills that form in
 */
record RefundResource(
        String id,
        BankRefund.Kind kind,
        String reference,
        long amount,
        String currency,
        String reason,
        BankRefund.State state,
        @Nullable String bank,
        @Nullable String accountNumber,
        @Nullable String holder,
        @Nullable String accountHint,
        @Nullable String payload,
        @Nullable String bankReference,
        Instant createdAt,
        @Nullable Instant doneAt) {

    static RefundResource from(BankRefund refund, Banks banks) {
        var account = refund.state() == BankRefund.State.READY ? refund.account() : null;
        return new RefundResource(
                refund.id().toString(),
                refund.kind(),
                refund.reference(),
                refund.amount().minor(),
                refund.amount().currencyCode(),
                refund.reason(),
                refund.state(),
                account == null ? null : banks.name(account.bin()),
                account == null ? null : account.number(),
                account == null ? null : account.holder(),
                refund.accountHint(),
                account == null
                        ? null
                        : VietQrCode.once(
                                        account.bin(),
                                        account.number(),
                                        refund.amount().minor(),
                                        purpose(refund.reference()))
                                .payload(),
                refund.bankReference(),
                refund.createdAt(),
                refund.doneAt());
    }

    private static String purpose(String reference) {
        var text = "HOAN TIEN " + reference.replaceAll("[^0-9A-Za-z]", "");
        return text.substring(0, Math.min(VietQrCode.LONGEST_PURPOSE, text.length()));
    }
}
