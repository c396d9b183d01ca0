package vn.chophien.marketplace.settlement.payout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.seller.SellerId;

/**
 * One seller's money on its way to its bank.
 *
 * @param reference what people and the bank know it by
 * @param reason of a payout that was withdrawn or returned
 */
public record Payout(
        PayoutId id,
        String batch,
        String reference,
        SellerId seller,
        Money amount,
        BankAccount account,
        PayoutState state,
        @Nullable String reason,
        @Nullable String bankReference,
        Instant createdAt,
        Instant updatedAt) {

    Payout withdrawn(String why, Instant at) {
        return moved(PayoutState.WITHDRAWN, why, null, at);
    }

    Payout sent(Instant at) {
        return moved(PayoutState.SENT, null, null, at);
    }

    Payout confirmed(String reference, Instant at) {
        return moved(PayoutState.CONFIRMED, null, reference, at);
    }

    /** The bank's reference of the first way stays. */
    Payout returned(String why, Instant at) {
        return moved(PayoutState.RETURNED, why, bankReference, at);
    }

    private Payout moved(PayoutState to, @Nullable String why, @Nullable String bank, Instant at) {
        if (!state.mayBecome(to)) {
            throw PayoutProblem.illegalStep(reference, state, to);
        }
        return new Payout(id, batch, reference, seller, amount, account, to, why, bank, createdAt, at);
    }
}
