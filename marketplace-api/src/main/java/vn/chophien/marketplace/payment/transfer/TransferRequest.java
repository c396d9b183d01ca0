package vn.chophien.marketplace.payment.transfer;

import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.vietqr.PurposeCode;
import vn.chophien.marketplace.payment.vietqr.VietQrCode;
import vn.chophien.marketplace.seller.SellerId;

/**
 * A transfer that is awaited for one payable.
 *
 * @param reference what people know the payable by, the number of a seller order
 * @param received what arrived and counts; less than the amount while the rest is awaited, or when the rest was waived
 */
record TransferRequest(
        PaymentId id,
        PayableId payable,
        SellerId seller,
        String reference,
        PurposeCode purpose,
        Money amount,
        Payee payee,
        BankAccount account,
        State state,
        Money received,
        long version) {

    /** Whose account it is. */
    enum Payee {
        SELLER,
        PARTNER
    }

    enum State {
        OPEN,
        PAID,
        /** Nobody waits for it any more. */
        CLOSED
    }

    Money left() {
        return amount.minus(received);
    }

    /** The shop into whose account it is paid; none for the licensed partner's. */
    @Nullable
    SellerId owner() {
        return switch (payee) {
            case SELLER -> seller;
            case PARTNER -> null;
        };
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    TransferRequest with(State changed, Money counted) {
        return new TransferRequest(
                id, payable, seller, reference, purpose, amount, payee, account, changed, counted, version);
    }

    /** What the buyer's bank reads; a partly paid one asks for the rest. */
    String payload() {
        return VietQrCode.once(account.bin(), account.number(), left().minor(), purpose.value())
                .payload();
    }
}
