package vn.chophien.marketplace.settlement.payout;

import java.util.Set;

/** Where a payout stands, and where it may go from there. The database holds the same graph. */
public enum PayoutState {
    /** Promised by a batch that waits for a second person. */
    DRAFTED,
    /** Taken out before it left: the batch was discarded, or the balance no longer covered it. */
    WITHDRAWN,
    /** Approved: the money has left the seller's balance and is on its way. */
    SENT,
    /** The bank says that it arrived. */
    CONFIRMED,
    /** It came back and is the seller's again. */
    RETURNED;

    Set<PayoutState> next() {
        return switch (this) {
            case DRAFTED -> Set.of(WITHDRAWN, SENT);
            case SENT -> Set.of(CONFIRMED, RETURNED);
            case CONFIRMED -> Set.of(RETURNED);
            case WITHDRAWN, RETURNED -> Set.of();
        };
    }

    boolean mayBecome(PayoutState other) {
        return next().contains(other);
    }
}
