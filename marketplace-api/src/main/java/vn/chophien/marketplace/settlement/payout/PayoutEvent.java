package vn.chophien.marketplace.settlement.payout;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.security.AccountId;

/**
 * Who did what about a batch or one of its payouts.
 *
 * @param payout none when it is about the whole batch
 * @param reference of that payout
 * @param by none when the gateway did it
 */
record PayoutEvent(
        UUID batch,
        @Nullable PayoutId payout,
        @Nullable String reference,
        Action action,
        @Nullable String note,
        @Nullable AccountId by,
        Instant at) {

    enum Action {
        DRAFTED,
        APPROVED,
        DISCARDED,
        WITHDRAWN,
        EXPORTED,
        CONFIRMED,
        RETURNED,
        /** The gateway took some of it back; the amount is the note. */
        REVERSED,
        /** It did not; the amount is set off against later sales. */
        REVERSAL_REFUSED
    }

    static PayoutEvent of(PayoutBatch batch, Action action, @Nullable String note, AccountId by, Instant at) {
        return new PayoutEvent(batch.id(), null, null, action, note, by, at);
    }
}
