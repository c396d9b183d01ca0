package vn.chophien.marketplace.pricefeed.forecastdesk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.officerreview.DraftState;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.web.EntityTags;
import vn.chophien.marketplace.web.ListPosition;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;

/** Drafts of forecasts. Every officer sees all of them, so that a colleague can check and issue; nobody else sees any. */
@RestController
@RequestMapping("/api/v1/prices/forecast-drafts")
class ForecastDraftController {
    private final DraftRequests requests;
    private final ForecastReview review;
    private final ForecastIssuing issuing;
    private final DraftRepository drafts;
    private final DraftViews views;

    ForecastDraftController(
            DraftRequests requests,
            ForecastReview review,
            ForecastIssuing issuing,
            DraftRepository drafts,
            DraftViews views) {
        this.requests = requests;
        this.review = review;
        this.issuing = issuing;
        this.drafts = drafts;
        this.views = views;
    }

    /**
     * @param series the codes of those to forecast; all that have news since their last forecast when left away
     * @param horizon how many steps ahead; the frequency's usual one when left away
     */
    record NewDrafts(
            @Nullable @Size(min = 1, max = ForecastDrafting.MOST_AT_ONCE)
            List<@NotBlank @Size(max = 80) String> series,

            @Nullable @Min(1) Integer horizon) {}

    record Chosen(@NotEmpty @Size(max = 100) List<@NotNull @Size(max = 40) String> drafts) {}

    record Return(@NotBlank @Size(max = 500) String reason) {}

    /** Answers with a report, since some series may be refused while others are drafted. */
    @PostMapping
    Mono<DraftingResource> draft(CurrentAccount officer, @Valid @RequestBody NewDrafts request, Language language) {
        return requests.draft(officer.id(), request.series(), request.horizon(), language);
    }

    @GetMapping
    Mono<PageResponse<DraftResource>> list(
            CurrentAccount officer,
            @RequestParam @Nullable DraftState state,
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize,
            Language language) {
        var size = PageSizes.checked(pageSize);
        return drafts.recent(DraftState.asked(state), size + 1, ListPosition.after(cursor))
                .collectList()
                .map(found -> PageResponse.cut(
                        found,
                        size,
                        draft -> new ListPosition(
                                        draft.review().begun().at(), draft.id().value())
                                .cursor()))
                .flatMap(page -> views.of(page.items(), officer.id(), language).map(page::showing));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<DraftResource>> show(CurrentAccount officer, @PathVariable String id, Language language) {
        return drafts.find(known(id))
                .switchIfEmpty(Mono.error(DraftProblem.NotFound::new))
                .flatMap(draft -> shown(draft, officer, language));
    }

    /** Says of a draft what its officer thinks of it. */
    @PutMapping("/{id}")
    Mono<ResponseEntity<DraftResource>> annotate(
            CurrentAccount officer,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ForecastReviewRequest request,
            Language language) {
        return review.annotate(known(id), officer.id(), ifMatch, request.words(), request::officer)
                .flatMap(draft -> shown(draft, officer, language));
    }

    @PostMapping("/{id}/submit")
    Mono<ResponseEntity<DraftResource>> submit(CurrentAccount officer, @PathVariable String id, Language language) {
        return review.submit(known(id), officer.id()).flatMap(draft -> shown(draft, officer, language));
    }

    /** Submits several drafts of one's own, each on its own. */
    @PostMapping("/submit")
    Mono<PageResponse<DraftResource>> submitAll(
            CurrentAccount officer, @Valid @RequestBody Chosen request, Language language) {
        return Flux.fromIterable(request.drafts())
                .map(ForecastDraftController::known)
                .concatMap(id -> review.submit(id, officer.id()))
                .collectList()
                .flatMap(found -> views.of(found, officer.id(), language))
                .map(PageResponse::whole);
    }

    /** Gives a submitted draft back to who made it. */
    @PostMapping("/{id}/return")
    Mono<ResponseEntity<DraftResource>> giveBack(
            CurrentAccount officer, @PathVariable String id, @Valid @RequestBody Return request, Language language) {
        return review.giveBack(known(id), request.reason().strip()).flatMap(draft -> shown(draft, officer, language));
    }

    @PostMapping("/{id}/publish")
    Mono<ResponseEntity<DraftResource>> publish(CurrentAccount officer, @PathVariable String id, Language language) {
        return issuing.issue(List.of(known(id)), officer.id(), language)
                .flatMap(found -> shown(found.getFirst(), officer, language));
    }

    /** Issues several submitted drafts together: all of them or none. */
    @PostMapping("/publish")
    Mono<PageResponse<DraftResource>> publishAll(
            CurrentAccount officer, @Valid @RequestBody Chosen request, Language language) {
        var ids = request.drafts().stream().map(ForecastDraftController::known).toList();
        return issuing.issue(ids, officer.id(), language)
                .flatMap(found -> views.of(found, officer.id(), language))
                .map(PageResponse::whole);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> discard(CurrentAccount officer, @PathVariable String id) {
        return review.discard(known(id), officer.id()).then();
    }

    private Mono<ResponseEntity<DraftResource>> shown(ForecastDraft draft, CurrentAccount officer, Language language) {
        return views.of(draft, officer.id(), language)
                .map(body -> ResponseEntity.ok()
                        .eTag(EntityTags.of(draft.review().version()))
                        .body(body));
    }

    private static ForecastDraftId known(String id) {
        return ForecastDraftId.parse(id).orElseThrow(DraftProblem.NotFound::new);
    }
}
