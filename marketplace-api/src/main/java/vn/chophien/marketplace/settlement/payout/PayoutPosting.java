package vn.chophien.marketplace.settlement.payout;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.Purpose;
import vn.chophien.marketplace.settlement.ledger.TransactionKind;
import vn.chophien.marketplace.settlement.ledger.TransactionSubject;

/** What a step of a payout means in the books. Pure. */
final class PayoutPosting {

    private static final LedgerAccount IN_TRANSIT = LedgerAccount.of(AccountKind.PAYOUT);

    private PayoutPosting() {}

    static LedgerTransaction sent(Payout payout) {
        return draft("payout-sent:", TransactionKind.PAYOUT_SENT, payout)
                .move(LedgerAccount.seller(payout.seller()), IN_TRANSIT, Purpose.PAYOUT, payout.amount())
                .build();
    }

    static LedgerTransaction confirmed(Payout payout) {
        return draft("payout-confirmed:", TransactionKind.PAYOUT_CONFIRMED, payout)
                .move(IN_TRANSIT, source(payout), Purpose.PAYOUT, payout.amount())
                .memo(Map.of("bank_reference", Objects.requireNonNull(payout.bankReference())))
                .build();
    }

    /** Money that came back is the seller's again: from the way, or out of the place it had left. */
    static LedgerTransaction returned(Payout payout) {
        var from = payout.bankReference() == null ? IN_TRANSIT : source(payout);
        return draft("payout-returned:", TransactionKind.PAYOUT_RETURNED, payout)
                .move(from, LedgerAccount.seller(payout.seller()), Purpose.PAYOUT, payout.amount())
                .memo(Map.of("reason", Objects.requireNonNull(payout.reason())))
                .build();
    }

    /** The market has it at the gateway again, and the seller no longer owes it. */
    static LedgerTransaction reversed(Reversal reversal, String reference, Instant at) {
        var payout = reversal.payout();
        return LedgerTransaction.of(
                        "payout-reversed:" + reversal.id(),
                        TransactionKind.PAYOUT_REVERSED,
                        TransactionSubject.of(payout.seller(), payout.reference()),
                        at)
                .move(source(payout), LedgerAccount.seller(payout.seller()), Purpose.PAYOUT, reversal.amount())
                .memo(Map.of("bank_reference", reference))
                .build();
    }

    private static LedgerAccount source(Payout payout) {
        return LedgerAccount.of(payout.destination().source());
    }

    private static LedgerTransaction.Builder draft(String key, TransactionKind kind, Payout payout) {
        return LedgerTransaction.of(
                key + payout.id(),
                kind,
                TransactionSubject.of(payout.seller(), payout.reference()),
                payout.updatedAt());
    }
}
