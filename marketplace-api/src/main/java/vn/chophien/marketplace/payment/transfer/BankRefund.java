package vn.chophien.marketplace.payment.transfer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.RefundKey;
import vn.chophien.marketplace.seller.SellerId;

/**
 * Money that somebody has to transfer back.
 *
 * @param shop who has to; none for the platform's licensed partner
 * @param told whether the payable hears of it when it is done
 * @param account the buyer's, until it is erased
 */
record BankRefund(
        UUID id,
        Kind kind,
        @Nullable SellerId shop,
        @Nullable PaymentId payment,
        @Nullable PayableId payable,
        RefundKey key,
        String reference,
        Money amount,
        String reason,
        boolean told,
        State state,
        @Nullable BankAccount account,
        @Nullable String accountHint,
        @Nullable String bankReference,
        Instant createdAt,
        @Nullable Instant doneAt) {

    enum Kind {
        /** Of a payment by transfer. */
        TRANSFER,
        /** Of cash that was handed over. */
        CASH,
        /** Of money that paid nothing. */
        UNMATCHED,
        /** The card gateway could not give it back. */
        CARD
    }

    enum State {
        ACCOUNT_NEEDED,
        READY,
        DONE
    }
}
