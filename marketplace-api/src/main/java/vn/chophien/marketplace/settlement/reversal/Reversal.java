package vn.chophien.marketplace.settlement.reversal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.security.AccountId;

/**
 * Somebody's wish to take a transaction back, and what somebody else made of it.
 *
 * @param transaction the key of the transaction
 */
record Reversal(
        UUID id,
        String transaction,
        String reason,
        State state,
        AccountId requestedBy,
        Instant requestedAt,
        @Nullable AccountId decidedBy,
        @Nullable Instant decidedAt) {

    enum State {
        REQUESTED,
        APPROVED,
        REFUSED
    }

    /** @throws ReversalProblem when it was decided before, or this is the person who asked for it */
    Reversal approved(AccountId by, Instant at) {
        if (by.equals(requestedBy)) {
            throw ReversalProblem.secondPersonNeeded();
        }
        return decided(State.APPROVED, by, at);
    }

    /** Anybody may say no, who asked for it too. */
    Reversal refused(AccountId by, Instant at) {
        return decided(State.REFUSED, by, at);
    }

    private Reversal decided(State to, AccountId by, Instant at) {
        if (state != State.REQUESTED) {
            throw ReversalProblem.decided();
        }
        return new Reversal(id, transaction, reason, to, requestedBy, requestedAt, by, at);
    }
}
