package vn.chophien.marketplace.pricefeed.officerreview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerReview.Act;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerReview.State;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.ProblemType;

class OfficerReviewTests {
    private static final ProblemType STATE = new ProblemType("wrong-state", HttpStatus.CONFLICT);
    private static final ProblemType OF_COLLEAGUE = new ProblemType("of-colleague", HttpStatus.FORBIDDEN);
    private static final ProblemType SECOND_OFFICER = new ProblemType("second-officer", HttpStatus.FORBIDDEN);
    private static final AccountId AUTHOR = AccountId.generate();
    private static final AccountId COLLEAGUE = AccountId.generate();
    private static final Instant MORNING = Instant.parse("2026-11-22T01:00:00Z");
    private static final Instant NOON = Instant.parse("2026-11-22T05:00:00Z");

    private final OfficerReview draft =
            OfficerReview.begun(new OfficerReview.Refusals(STATE, OF_COLLEAGUE, SECOND_OFFICER), AUTHOR, MORNING);

    @Test
    void onlyItsAuthorChangesADraft() {
        draft.requireEditableBy(AUTHOR);
        assertThat(refusal(() -> draft.requireEditableBy(COLLEAGUE)).type()).isEqualTo(OF_COLLEAGUE);
        var refusal = refusal(() -> draft.submitted(NOON).requireEditableBy(AUTHOR));
        assertThat(refusal.type()).isEqualTo(STATE);
        assertThat(refusal.arguments()).isEqualTo(Map.of("state", "SUBMITTED"));
        assertThat(draft.isEditableBy(AUTHOR)).isTrue();
        assertThat(draft.isEditableBy(COLLEAGUE)).isFalse();
    }

    @Test
    void onlySomebodyElseAnswersForIt() {
        var submitted = draft.submitted(NOON);
        submitted.requireAnswerableBy(COLLEAGUE);
        assertThat(refusal(() -> submitted.requireAnswerableBy(AUTHOR)).type()).isEqualTo(SECOND_OFFICER);
        assertThat(refusal(() -> draft.requireAnswerableBy(COLLEAGUE)).type()).isEqualTo(STATE);
        assertThat(submitted.isAnswerableBy(COLLEAGUE)).isTrue();
        assertThat(submitted.isAnswerableBy(AUTHOR)).isFalse();
    }

    @Test
    void whatIsSentBackKeepsTheReasonUntilItIsSubmittedAgain() {
        var returned = draft.submitted(NOON).approved(COLLEAGUE, NOON).returned("The price of Monday is missing");
        assertThat(returned.state()).isEqualTo(State.DRAFT);
        assertThat(returned.approval()).isNull();
        assertThat(returned.submittedAt()).isNull();
        assertThat(returned.changed().returnedFor()).isEqualTo("The price of Monday is missing");
        assertThat(returned.submitted(NOON).returnedFor()).isNull();
        assertThat(refusal(() -> draft.returned("Too early")).type()).isEqualTo(STATE);
    }

    @Test
    void everyChangeRaisesTheVersion() {
        assertThat(draft.version()).isEqualTo(1);
        assertThat(draft.changed()
                        .submitted(NOON)
                        .approved(COLLEAGUE, NOON)
                        .published(COLLEAGUE, NOON)
                        .version())
                .isEqualTo(5);
    }

    @Test
    void whatIsPublicStaysAndWhatIsDiscardedStaysDiscarded() {
        var published = draft.submitted(NOON).published(COLLEAGUE, NOON);
        assertThat(published.closing()).isEqualTo(new Act(COLLEAGUE, NOON));
        assertThat(published.isOpen()).isFalse();
        assertThat(refusal(() -> published.discarded(AUTHOR, NOON)).arguments())
                .isEqualTo(Map.of("state", "PUBLISHED"));
        var discarded = draft.submitted(NOON).discarded(AUTHOR, NOON);
        assertThat(discarded.discarded(COLLEAGUE, NOON)).isSameAs(discarded);
        assertThat(discarded.officers()).containsExactly(AUTHOR, AUTHOR);
    }

    private static ReviewProblem refusal(ThrowingCallable act) {
        return catchThrowableOfType(ReviewProblem.class, act);
    }
}
