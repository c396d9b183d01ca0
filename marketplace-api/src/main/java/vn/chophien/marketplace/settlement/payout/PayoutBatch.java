package vn.chophien.marketplace.settlement.payout;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.security.AccountId;

/** Payouts that are decided on and exported together. */
record PayoutBatch(
        UUID id,
        String number,
        State state,
        AccountId draftedBy,
        Instant draftedAt,
        @Nullable AccountId decidedBy,
        @Nullable Instant decidedAt,
        List<Payout> payouts) {

    enum State {
        DRAFTED,
        APPROVED,
        DISCARDED
    }

    PayoutBatch {
        payouts = List.copyOf(payouts);
    }

    /** @throws PayoutProblem when it was decided before, or this is the person who drafted it */
    PayoutBatch approved(AccountId by, Instant at) {
        if (by.equals(draftedBy)) {
            throw PayoutProblem.secondPersonNeeded(number);
        }
        return decided(State.APPROVED, by, at);
    }

    /** Anybody may stop a batch, its drafter too. */
    PayoutBatch discarded(AccountId by, Instant at) {
        return decided(State.DISCARDED, by, at);
    }

    /** What leaves, or would. */
    Money total() {
        return payouts.stream()
                .filter(payout -> payout.state() != PayoutState.WITHDRAWN)
                .map(Payout::amount)
                .reduce(Money.vnd(0), Money::plus);
    }

    private PayoutBatch decided(State to, AccountId by, Instant at) {
        if (state != State.DRAFTED) {
            throw PayoutProblem.batchDecided(number, state);
        }
        return new PayoutBatch(id, number, to, draftedBy, draftedAt, by, at, payouts);
    }
}
