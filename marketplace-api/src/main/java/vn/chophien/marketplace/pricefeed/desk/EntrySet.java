package vn.chophien.marketplace.pricefeed.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.security.AccountId;

/**
 * Prices that an officer means to publish together. Only she changes it, and only somebody else publishes it.
 *
 * @param version raised by every change
 * @param returnedFor why a colleague sent it back, until it is submitted again
 * @param closedBy who published or discarded it
 */
public record EntrySet(
        EntrySetId id,
        State state,
        int version,
        AccountId enteredBy,
        Instant enteredAt,
        @Nullable Instant submittedAt,
        @Nullable String returnedFor,
        @Nullable AccountId closedBy,
        @Nullable Instant closedAt) {

    public enum State {
        DRAFT,
        SUBMITTED,
        PUBLISHED,
        DISCARDED;

        boolean isOpen() {
            return this == DRAFT || this == SUBMITTED;
        }
    }

    static EntrySet draft(AccountId officer, Instant now) {
        return new EntrySet(EntrySetId.generate(), State.DRAFT, 1, officer, now, null, null, null, null);
    }

    /** @throws EntryProblem unless this officer may change the entries now */
    void requireEditableBy(AccountId officer) {
        if (state != State.DRAFT) {
            throw new EntryProblem.NotInState(state);
        }
        if (!officer.equals(enteredBy)) {
            throw new EntryProblem.OfColleague();
        }
    }

    /** @throws EntryProblem unless this officer may publish the set now */
    void requirePublishableBy(AccountId officer) {
        if (state != State.SUBMITTED) {
            throw new EntryProblem.NotInState(state);
        }
        if (officer.equals(enteredBy)) {
            throw new EntryProblem.SecondOfficerRequired();
        }
    }

    EntrySet changed() {
        return with(state, submittedAt, returnedFor, null, null);
    }

    EntrySet submitted(Instant now) {
        return with(State.SUBMITTED, now, null, null, null);
    }

    EntrySet returned(String reason) {
        return with(State.DRAFT, null, reason, null, null);
    }

    EntrySet closed(State end, AccountId officer, Instant now) {
        return with(end, submittedAt, returnedFor, officer, now);
    }

    private EntrySet with(
            State next,
            @Nullable Instant submitted,
            @Nullable String returned,
            @Nullable AccountId officer,
            @Nullable Instant closed) {
        return new EntrySet(id, next, version + 1, enteredBy, enteredAt, submitted, returned, officer, closed);
    }
}
