package vn.chophien.marketplace.settlement.payout;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.ReceivingAccount;
import vn.chophien.marketplace.seller.SellerId;

/**
 * One seller's money on its way to its bank, or to its account at the gateway.
 *
 * @param reference what people and the bank know it by
 * @param bankReference of the bank's transfer, or the gateway's
 * @param reversed what of it the gateway has taken back since
 * @param reason of a payout that was withdrawn or returned
 */
public record Payout(
        PayoutId id,
        String batch,
        String reference,
        SellerId seller,
        Money amount,
        PayoutDestination destination,
        PayoutState state,
        @Nullable String reason,
        @Nullable String bankReference,
        Money reversed,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether it goes to where its seller is paid now; the gateway's own accounts are not the bank's. */
    boolean reaches(@Nullable ReceivingAccount current) {
        return switch (destination) {
            case PayoutDestination.AtBank(var account) -> current != null && account.equals(current.account());
            case PayoutDestination.AtGateway _ -> true;
        };
    }

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
        return new Payout(id, batch, reference, seller, amount, destination, to, why, bank, reversed, createdAt, at);
    }
}
