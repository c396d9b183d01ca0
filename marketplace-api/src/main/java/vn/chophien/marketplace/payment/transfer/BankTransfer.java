package vn.chophien.marketplace.payment.transfer;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.seller.SellerId;

/**
 * Money that arrived in a bank account.
 *
 * @param owner the shop whose account it is; none for the licensed partner's, and for one that no shop has now
 * @param toPartner whether the licensed partner has this money
 * @param request what it was matched with or is taken for
 * @param used what of it counts towards the request
 */
record BankTransfer(
        TransferId id,
        String bin,
        String number,
        String bankReference,
        @Nullable SellerId owner,
        boolean toPartner,
        Source source,
        Money amount,
        String description,
        @Nullable String sender,
        Instant bookedAt,
        State state,
        @Nullable Reason reason,
        @Nullable Resolution resolution,
        @Nullable PaymentId request,
        Money used,
        int attempts,
        long version) {

    enum Source {
        WEBHOOK,
        STATEMENT
    }

    enum State {
        RECEIVED,
        /** It paid what it was meant for, to the đồng. */
        MATCHED,
        /** Somebody has to look at it. */
        QUEUED,
        RESOLVED
    }

    /** Why somebody has to look at it. */
    enum Reason {
        UNDERPAID,
        OVERPAID,
        /** What it was meant for is given up. */
        LATE,
        /** What it was meant for was paid before. */
        DUPLICATE,
        /** No code in its text, or one that nobody was asked to pay. */
        UNKNOWN
    }

    /** What became of it. */
    enum Resolution {
        /** Counted as full, the rest was waived. */
        ACCEPTED,
        /** Another transfer brought the rest. */
        COMPLETED,
        /** Goes back, see the refunds. */
        REFUNDED,
        IGNORED,
        /** Somebody decided to wait for the rest; still in the queue. */
        WAITING
    }

    enum Action {
        ACCEPT,
        WAIT,
        REFUND,
        ASSIGN,
        IGNORE
    }

    /** What arrived and does not count for anything. */
    Money unused() {
        return amount.minus(used);
    }

    /** What whoever looks at it may do. Money that neither a shop nor the partner has is nobody's to send back or to assign. */
    Set<Action> actions() {
        if (state != State.QUEUED || reason == null) {
            return Set.of();
        }
        if (owner == null && !toPartner) {
            return reason == Reason.UNDERPAID ? Set.of(Action.ACCEPT, Action.WAIT) : Set.of(Action.IGNORE);
        }
        return switch (reason) {
            case UNDERPAID -> Set.of(Action.ACCEPT, Action.WAIT, Action.REFUND, Action.ASSIGN);
            case OVERPAID -> Set.of(Action.REFUND, Action.IGNORE);
            case LATE, DUPLICATE, UNKNOWN -> Set.of(Action.REFUND, Action.ASSIGN, Action.IGNORE);
        };
    }

    BankTransfer matched(PaymentId with) {
        return with(State.MATCHED, null, null, with, amount);
    }

    BankTransfer queued(Reason why, @Nullable PaymentId takenFor, Money counted) {
        return with(State.QUEUED, why, null, takenFor, counted);
    }

    BankTransfer resolved(Resolution how) {
        return with(how == Resolution.WAITING ? State.QUEUED : State.RESOLVED, reason, how, request, used);
    }

    /** As if it counted for nothing yet. */
    BankTransfer uncounted() {
        return with(state, reason, resolution, null, Money.zero(amount.currency()));
    }

    private BankTransfer with(
            State next, @Nullable Reason why, @Nullable Resolution how, @Nullable PaymentId takenFor, Money counted) {
        return new BankTransfer(
                id,
                bin,
                number,
                bankReference,
                owner,
                toPartner,
                source,
                amount,
                description,
                sender,
                bookedAt,
                next,
                why,
                how,
                takenFor,
                counted,
                attempts,
                version);
    }
}
