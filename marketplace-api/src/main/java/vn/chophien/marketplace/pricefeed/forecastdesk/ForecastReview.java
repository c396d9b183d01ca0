package vn.chophien.marketplace.pricefeed.forecastdesk;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.forecastrecord.ForecastContent;
import vn.chophien.marketplace.pricefeed.forecastrecord.ForecastPoint;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.EntityTags;

/** What officers do with a draft before it is issued. */
@Component
class ForecastReview {
    private final DraftRepository drafts;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    ForecastReview(DraftRepository drafts, TransactionalOperator transaction, InstantSource clock) {
        this.drafts = drafts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Annotates a draft, or puts other figures in the place of the model's.
     *
     * @param officer reads the officer's points off the draft; none to let the model speak
     * @param ifMatch names the version that the officer has seen
     */
    Mono<ForecastDraft> annotate(
            ForecastDraftId id,
            AccountId by,
            @Nullable String ifMatch,
            ForecastContent.Words words,
            Function<ForecastContent, List<ForecastPoint>> officer) {
        return change(id, draft -> {
            EntityTags.requireMatch(ifMatch, draft.version());
            draft.requireEditableBy(by);
            var reviewed = draft.reviewed(draft.content().reviewed(words, officer.apply(draft.content())));
            return drafts.replaceSteps(reviewed).thenReturn(reviewed);
        });
    }

    /** Offers it to the colleagues; doing so again changes nothing. */
    Mono<ForecastDraft> submit(ForecastDraftId id, AccountId by) {
        return change(id, draft -> {
            if (draft.state() == ForecastDraft.State.SUBMITTED && by.equals(draft.draftedBy())) {
                return Mono.just(draft);
            }
            draft.requireEditableBy(by);
            return Mono.just(draft.submitted(clock.instant()));
        });
    }

    /** Gives a submitted draft back to who made it, with a reason. */
    Mono<ForecastDraft> giveBack(ForecastDraftId id, String reason) {
        return change(
                id,
                draft -> draft.state() == ForecastDraft.State.SUBMITTED
                        ? Mono.just(draft.returned(reason))
                        : Mono.error(() -> new DraftProblem.NotInState(draft.state())));
    }

    /** Ends a draft that will not be issued; doing so again changes nothing. */
    Mono<ForecastDraft> discard(ForecastDraftId id, AccountId by) {
        return change(id, draft -> switch (draft.state()) {
            case DRAFT, SUBMITTED -> Mono.just(draft.closed(ForecastDraft.State.DISCARDED, by, clock.instant()));
            case DISCARDED -> Mono.just(draft);
            case PUBLISHED -> Mono.error(() -> new DraftProblem.NotInState(draft.state()));
        });
    }

    private Mono<ForecastDraft> change(ForecastDraftId id, Function<ForecastDraft, Mono<ForecastDraft>> to) {
        return drafts.findForChange(id)
                .switchIfEmpty(Mono.error(DraftProblem.NotFound::new))
                .flatMap(draft -> to.apply(draft)
                        .flatMap(changed -> changed.equals(draft)
                                ? Mono.just(draft)
                                : drafts.update(changed).thenReturn(changed)))
                .as(transaction::transactional);
    }
}
