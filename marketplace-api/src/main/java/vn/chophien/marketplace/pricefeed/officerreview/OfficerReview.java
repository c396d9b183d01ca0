package vn.chophien.marketplace.pricefeed.officerreview;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.ProblemType;

/**
 * How far a draft has come. Only its author changes it, and only somebody else answers for it.
 *
 * @param version raised by every change
 * @param submittedAt when it was last offered to the colleagues, unless they sent it back
 * @param returnedFor why a colleague sent it back, until it is submitted again
 * @param approval the colleague's signature, for what is signed before it is published
 * @param closing who published or discarded it
 */
public record OfficerReview(
        Refusals refusals,
        State state,
        int version,
        Act begun,
        @Nullable Instant submittedAt,
        @Nullable String returnedFor,
        @Nullable Act approval,
        @Nullable Act closing) {

    public enum State {
        DRAFT,
        SUBMITTED,
        APPROVED,
        PUBLISHED,
        DISCARDED
    }

    /** What an officer did, and when. */
    public record Act(AccountId by, Instant at) {}

    /** What is said of a kind of draft that is in another state, of a colleague's, and of one's own. */
    public record Refusals(ProblemType state, ProblemType ofColleague, ProblemType secondOfficer) {}

    public static OfficerReview begun(Refusals refusals, AccountId author, Instant now) {
        return new OfficerReview(refusals, State.DRAFT, 1, new Act(author, now), null, null, null, null);
    }

    public AccountId author() {
        return begun.by();
    }

    /** Whether it may still become public. */
    public boolean isOpen() {
        return state != State.PUBLISHED && state != State.DISCARDED;
    }

    /** Whether this officer may change and submit it now. */
    public boolean isEditableBy(AccountId officer) {
        return state == State.DRAFT && officer.equals(author());
    }

    /** Whether this officer may answer for it now. */
    public boolean isAnswerableBy(AccountId officer) {
        return state == State.SUBMITTED && !officer.equals(author());
    }

    /** @throws ReviewProblem unless this officer may change and submit it now */
    public void requireEditableBy(AccountId officer) {
        require(State.DRAFT);
        if (!officer.equals(author())) {
            throw new ReviewProblem(refusals.ofColleague());
        }
    }

    /** @throws ReviewProblem unless this officer may answer for it now */
    public void requireAnswerableBy(AccountId officer) {
        require(State.SUBMITTED);
        if (officer.equals(author())) {
            throw new ReviewProblem(refusals.secondOfficer());
        }
    }

    /** @throws ReviewProblem in another state */
    public void require(State needed) {
        if (state != needed) {
            throw notNow();
        }
    }

    public OfficerReview changed() {
        return with(state, submittedAt, returnedFor, approval, closing);
    }

    public OfficerReview submitted(Instant now) {
        return with(State.SUBMITTED, now, null, null, null);
    }

    /** @throws ReviewProblem unless it waits for a colleague, or for publication */
    public OfficerReview returned(String reason) {
        return switch (state) {
            case SUBMITTED, APPROVED -> with(State.DRAFT, null, reason, null, null);
            case DRAFT, PUBLISHED, DISCARDED -> throw notNow();
        };
    }

    public OfficerReview approved(AccountId officer, Instant now) {
        return with(State.APPROVED, submittedAt, null, new Act(officer, now), null);
    }

    public OfficerReview published(AccountId officer, Instant now) {
        return with(State.PUBLISHED, submittedAt, returnedFor, approval, new Act(officer, now));
    }

    /**
     * Doing so again changes nothing.
     *
     * @throws ReviewProblem for what is public
     */
    public OfficerReview discarded(AccountId officer, Instant now) {
        return switch (state) {
            case DRAFT, SUBMITTED, APPROVED ->
                with(State.DISCARDED, submittedAt, returnedFor, approval, new Act(officer, now));
            case DISCARDED -> this;
            case PUBLISHED -> throw notNow();
        };
    }

    /** Everybody who had a part in it. */
    Stream<AccountId> officers() {
        return Stream.of(begun, approval, closing).filter(Objects::nonNull).map(Act::by);
    }

    private ReviewProblem notNow() {
        return new ReviewProblem(refusals.state(), Map.of("state", state.name()));
    }

    private OfficerReview with(
            State next,
            @Nullable Instant submitted,
            @Nullable String returned,
            @Nullable Act approved,
            @Nullable Act closed) {
        return new OfficerReview(refusals, next, version + 1, begun, submitted, returned, approved, closed);
    }
}
