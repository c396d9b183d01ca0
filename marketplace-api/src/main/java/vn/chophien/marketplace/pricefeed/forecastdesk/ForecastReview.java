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
import vn.chophien.marketplace.pricefeed.officerreview.OfficerReview;
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
            EntityTags.requireMatch(ifMatch, draft.review().version());
            draft.review().requireEditableBy(by);
            var reviewed = draft.saying(draft.content().reviewed(words, officer.apply(draft.content())));
            return drafts.replaceSteps(reviewed).thenReturn(reviewed);
        });
    }

    /** Offers it to the colleagues; doing so again changes nothing. */
    Mono<ForecastDraft> submit(ForecastDraftId id, AccountId by) {
        return change(id, draft -> {
            var review = draft.review();
            if (review.state() == OfficerReview.State.SUBMITTED && by.equals(review.author())) {
                return Mono.just(draft);
            }
            review.requireEditableBy(by);
            return Mono.just(draft.with(review.submitted(clock.instant())));
        });
    }

    /** Gives a submitted draft back to who made it, with a reason. */
    Mono<ForecastDraft> giveBack(ForecastDraftId id, String reason) {
        return change(id, draft -> Mono.just(draft.with(draft.review().returned(reason))));
    }

    /** Ends a draft that will not be issued; doing so again changes nothing. */
    Mono<ForecastDraft> discard(ForecastDraftId id, AccountId by) {
        return change(id, draft -> Mono.just(draft.with(draft.review().discarded(by, clock.instant()))));
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
