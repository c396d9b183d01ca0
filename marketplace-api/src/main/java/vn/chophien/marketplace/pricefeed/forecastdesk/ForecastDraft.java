package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.pricefeed.forecastrecord.ForecastContent;
import vn.chophien.marketplace.security.AccountId;

/**
 * A forecast that an officer reviews. Only she changes it, and only somebody else issues it.
 *
 * @param version raised by every change
 * @param returnedFor why a colleague sent it back, until it is submitted again
 * @param closedBy who issued or discarded it
 */
record ForecastDraft(
        ForecastDraftId id,
        State state,
        int version,
        AccountId draftedBy,
        Instant draftedAt,
        @Nullable Instant submittedAt,
        @Nullable String returnedFor,
        @Nullable AccountId closedBy,
        @Nullable Instant closedAt,
        ForecastContent content) {

    enum State {
        DRAFT,
        SUBMITTED,
        PUBLISHED,
        DISCARDED;

        boolean isOpen() {
            return this == DRAFT || this == SUBMITTED;
        }
    }

    static ForecastDraft of(ForecastContent content, AccountId officer, Instant now) {
        return new ForecastDraft(
                ForecastDraftId.generate(), State.DRAFT, 1, officer, now, null, null, null, null, content);
    }

    /** @throws DraftProblem unless this officer may change and submit it now */
    void requireEditableBy(AccountId officer) {
        if (state != State.DRAFT) {
            throw new DraftProblem.NotInState(state);
        }
        if (!officer.equals(draftedBy)) {
            throw new DraftProblem.OfColleague();
        }
    }

    /** @throws DraftProblem unless this officer may issue it now */
    void requireIssuableBy(AccountId officer) {
        if (state != State.SUBMITTED) {
            throw new DraftProblem.NotInState(state);
        }
        if (officer.equals(draftedBy)) {
            throw new DraftProblem.SecondOfficerRequired();
        }
    }

    ForecastDraft reviewed(ForecastContent review) {
        return new ForecastDraft(
                id, state, version + 1, draftedBy, draftedAt, submittedAt, returnedFor, closedBy, closedAt, review);
    }

    ForecastDraft submitted(Instant now) {
        return with(State.SUBMITTED, now, null, null, null);
    }

    ForecastDraft returned(String reason) {
        return with(State.DRAFT, null, reason, null, null);
    }

    ForecastDraft closed(State end, AccountId officer, Instant now) {
        return with(end, submittedAt, returnedFor, officer, now);
    }

    private ForecastDraft with(
            State next,
            @Nullable Instant submitted,
            @Nullable String returned,
            @Nullable AccountId officer,
            @Nullable Instant closed) {
        return new ForecastDraft(
                id, next, version + 1, draftedBy, draftedAt, submitted, returned, officer, closed, content);
    }
}
