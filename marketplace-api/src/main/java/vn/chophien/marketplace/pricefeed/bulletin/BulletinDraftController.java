package vn.chophien.marketplace.pricefeed.bulletin;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerReview;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.web.ListPosition;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;

/** The trade desk's bulletins until they are public. Every officer sees all of them, so that a colleague can sign one off. */
@RestController
@RequestMapping("/api/v1/prices/bulletin-drafts")
class BulletinDraftController {
    private final BulletinDrafting drafting;
    private final BulletinSigning signing;
    private final BulletinRepository drafts;
    private final BulletinViews views;

    BulletinDraftController(
            BulletinDrafting drafting, BulletinSigning signing, BulletinRepository drafts, BulletinViews views) {
        this.drafting = drafting;
        this.signing = signing;
        this.drafts = drafts;
        this.views = views;
    }

    /** @param date any day of the period; today when left away */
    record NewBulletin(
            @NotNull Period period,
            @Nullable LocalDate date,
            @NotEmpty @Size(max = Scope.MOST_SERIES) List<@NotBlank String> series) {}

    record NewCorrection(
            @NotNull Integer number,
            @NotBlank @Size(max = 500) String reason) {}

    /** A draft may be unfinished: what is missing is asked for when it is submitted. */
    record DraftWords(
            @NotNull @Size(max = BulletinText.LONGEST_TITLE) String titleVi,
            @NotNull @Size(max = BulletinText.LONGEST_TITLE) String titleEn,
            @NotNull @Size(max = BulletinText.LONGEST_BODY) String bodyVi,
            @NotNull @Size(max = BulletinText.LONGEST_BODY) String bodyEn,
            @Nullable @Size(max = 500) String reason) {
        BulletinText text() {
            return new BulletinText(titleVi.strip(), titleEn.strip(), unix(bodyVi), unix(bodyEn));
        }

        private static String unix(String text) {
            return text.replace("\r\n", "\n");
        }
    }

    /** @param anew whether the text, too, is written once more from the data */
    record FigureRefresh(boolean anew) {}

    record ReturnRemark(@NotBlank @Size(max = 500) String remark) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<BulletinDraftResource>> draft(
            CurrentAccount officer, @Valid @RequestBody NewBulletin request, Language language) {
        return drafting.draft(
                        officer.id(),
                        request.period(),
                        Objects.requireNonNullElse(request.date(), drafting.today()),
                        request.series())
                .flatMap(draft -> shown(draft, officer, language, HttpStatus.CREATED));
    }

    /** Starts the next edition of a published bulletin. */
    @PostMapping("/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<BulletinDraftResource>> correct(
            CurrentAccount officer, @Valid @RequestBody NewCorrection request, Language language) {
        return drafting.correct(officer.id(), request.number(), request.reason().strip())
                .flatMap(draft -> shown(draft, officer, language, HttpStatus.CREATED));
    }

    @GetMapping
    Mono<PageResponse<BulletinDraftResource>> list(
            CurrentAccount officer,
            @RequestParam OfficerReview.@Nullable State state,
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        var size = PageSizes.checked(pageSize);
        return drafts.recent(state, size + 1, ListPosition.after(cursor))
                .collectList()
                .map(found -> PageResponse.cut(
                        found,
                        size,
                        draft -> new ListPosition(
                                        draft.review().begun().at(), draft.id().value())
                                .cursor()))
                .flatMap(page -> views.summaries(page.items(), officer.id()).map(page::showing));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<BulletinDraftResource>> show(
            CurrentAccount officer, @PathVariable String id, Language language) {
        return drafts.find(known(id))
                .switchIfEmpty(Mono.error(BulletinProblem.NotFound::new))
                .flatMap(draft -> shown(draft, officer, language, HttpStatus.OK));
    }

    /** Puts another text in the place of a draft's. */
    @PutMapping("/{id}")
    Mono<ResponseEntity<BulletinDraftResource>> rewrite(
            CurrentAccount officer,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody DraftWords request,
            Language language) {
        var reason = request.reason();
        return drafting.rewrite(
                        known(id), officer.id(), ifMatch, request.text(), reason == null ? null : reason.strip())
                .flatMap(draft -> shown(draft, officer, language, HttpStatus.OK));
    }

    /** Takes the figures from the newest prices. */
    @PostMapping("/{id}/refresh")
    Mono<ResponseEntity<BulletinDraftResource>> refresh(
            CurrentAccount officer,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody FigureRefresh request,
            Language language) {
        return drafting.refresh(known(id), officer.id(), ifMatch, request.anew())
                .flatMap(draft -> shown(draft, officer, language, HttpStatus.OK));
    }

    @PostMapping("/{id}/submit")
    Mono<ResponseEntity<BulletinDraftResource>> submit(
            CurrentAccount officer,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Language language) {
        return signing.submit(known(id), officer.id(), ifMatch)
                .flatMap(draft -> shown(draft, officer, language, HttpStatus.OK));
    }

    /** Gives a bulletin back to its author. */
    @PostMapping("/{id}/return")
    Mono<ResponseEntity<BulletinDraftResource>> giveBack(
            CurrentAccount officer,
            @PathVariable String id,
            @Valid @RequestBody ReturnRemark request,
            Language language) {
        return drafting.giveBack(known(id), request.remark().strip())
                .flatMap(draft -> shown(draft, officer, language, HttpStatus.OK));
    }

    /** Signs a bulletin off. */
    @PostMapping("/{id}/approve")
    Mono<ResponseEntity<BulletinDraftResource>> approve(
            CurrentAccount officer,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Language language) {
        return signing.approve(known(id), officer.id(), ifMatch)
                .flatMap(draft -> shown(draft, officer, language, HttpStatus.OK));
    }

    @PostMapping("/{id}/publish")
    Mono<ResponseEntity<BulletinDraftResource>> publish(
            CurrentAccount officer, @PathVariable String id, Language language) {
        return signing.publish(known(id), officer.id())
                .flatMap(draft -> shown(draft, officer, language, HttpStatus.OK));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> discard(CurrentAccount officer, @PathVariable String id) {
        return drafting.discard(known(id), officer.id()).then();
    }

    private Mono<ResponseEntity<BulletinDraftResource>> shown(
            BulletinDraft draft, CurrentAccount officer, Language language, HttpStatus status) {
        return views.whole(draft, officer.id(), language)
                .map(body -> ResponseEntity.status(status).eTag(draft.tag()).body(body));
    }

    private static BulletinId known(String id) {
        return BulletinId.parse(id).orElseThrow(BulletinProblem.NotFound::new);
    }
}
