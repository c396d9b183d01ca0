package vn.chophien.marketplace.settlement.posting;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.RefundKey;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.PartBook;
import vn.chophien.marketplace.settlement.ledger.Purpose;
import vn.chophien.marketplace.settlement.ledger.TransactionKind;
import vn.chophien.marketplace.settlement.ledger.TransactionSubject;

/** What money that arrived or left means in the books. Pure. */
final class MoneyPosting {

    private static final LedgerAccount BANK = LedgerAccount.of(AccountKind.BANK);
    private static final LedgerAccount UNIDENTIFIED = LedgerAccount.of(AccountKind.UNIDENTIFIED);
    private static final LedgerAccount UNALLOCATED = LedgerAccount.of(AccountKind.UNALLOCATED);
    private static final LedgerAccount REFUND_PAYABLE = LedgerAccount.of(AccountKind.REFUND_PAYABLE);

    private MoneyPosting() {}

    static String arrivedKey(UUID transfer) {
        return "arrived:" + transfer;
    }

    /** All that comes into the collecting account is there, whatever it may be for. */
    static LedgerTransaction arrived(UUID transfer, String reference, Money amount, Instant at) {
        return LedgerTransaction.of(arrivedKey(transfer), TransactionKind.ARRIVED, TransactionSubject.of(reference), at)
                .move(BANK, UNIDENTIFIED, Purpose.RECEIPT, amount)
                .memo(Map.of("bank_reference", reference))
                .build();
    }

    static LedgerTransaction sentBack(UUID refund, String reference, Money amount, Instant at) {
        return LedgerTransaction.of(
                        "sent-back:" + refund, TransactionKind.SENT_BACK, TransactionSubject.of(reference), at)
                .move(UNIDENTIFIED, BANK, Purpose.REPAYMENT, amount)
                .build();
    }

    static String capturedKey(PaymentId payment) {
        return "captured:" + payment;
    }

    static String refundedKey(PayableId payable, RefundKey key) {
        return "refunded:" + payable + ":" + key;
    }

    /** Money came, or is known to be for this payable; what it pays for is said by the facts of the order. */
    static LedgerTransaction captured(
            PaymentId payment, Money amount, LedgerAccount place, TransactionSubject subject, Instant at) {
        return LedgerTransaction.of(capturedKey(payment), TransactionKind.CAPTURED, subject, at)
                .move(place, UNALLOCATED, Purpose.RECEIPT, amount)
                .memo(Map.of("payment", payment.toString()))
                .build();
    }

    static String stoodInKey(UUID refund) {
        return "stood-in:" + refund;
    }

    /** The gateway could not give back what it had accepted: the money is with it again, and the partner's bank paid the buyer. */
    static LedgerTransaction stoodIn(UUID refund, Money amount, TransactionSubject subject, Instant at) {
        return LedgerTransaction.of(stoodInKey(refund), TransactionKind.REFUNDED, subject, at)
                .move(
                        LedgerAccount.of(AccountKind.GATEWAY),
                        LedgerAccount.of(AccountKind.BANK),
                        Purpose.REPAYMENT,
                        amount)
                .build();
    }

    /** Money that no seller order wanted went back. */
    static LedgerTransaction returned(
            PayableId payable,
            RefundKey key,
            Money amount,
            LedgerAccount place,
            TransactionSubject subject,
            Instant at) {
        return LedgerTransaction.of(refundedKey(payable, key), TransactionKind.REFUNDED, subject, at)
                .move(UNALLOCATED, place, Purpose.REPAYMENT, amount)
                .build();
    }

    /** What was owed to a buyer left. What a seller pays beyond the buyer's money it still holds is its own, set off at delivery. */
    static LedgerTransaction refunded(
            PayableId payable,
            RefundKey key,
            Money amount,
            LedgerAccount place,
            TransactionSubject subject,
            PartBook book,
            Instant at) {
        var draft = LedgerTransaction.of(refundedKey(payable, key), TransactionKind.REFUNDED, subject, at)
                .move(REFUND_PAYABLE, place, Purpose.REPAYMENT, amount);
        if (place.kind() == AccountKind.SELLER_CASH) {
            var own = amount.minus(book.balance(AccountKind.SELLER_CASH));
            if (own.isPositive()) {
                draft.move(place, new LedgerAccount(AccountKind.SELLER, place.owner()), Purpose.SET_OFF, own);
            }
        }
        return draft.build();
    }
}
