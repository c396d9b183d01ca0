package vn.chophien.marketplace.pricefeed.desk;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
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
import vn.chophien.marketplace.pricefeed.officerreview.DraftState;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.web.EntityTags;
import vn.chophien.marketplace.web.ListPosition;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;

/** The trade desk's sets of entries. Every officer sees all of them, so that a colleague can check and publish. */
@RestController
@RequestMapping("/api/v1/prices/entry-sets")
class EntryController {
    private static final int MOST_ENTRIES = 5_000;

    private final EntryDrafting drafting;
    private final EntryPublishing publishing;
    private final EntryReading reading;
    private final EntryRepository entries;
    private final EntryViews views;

    EntryController(
            EntryDrafting drafting,
            EntryPublishing publishing,
            EntryReading reading,
            EntryRepository entries,
            EntryViews views) {
        this.drafting = drafting;
        this.publishing = publishing;
        this.reading = reading;
        this.entries = entries;
        this.views = views;
    }

    /**
     * @param date the day of entries that name none; today when left away
     * @param entries none for a draft that says of every daily series what was said last
     */
    record NewSet(
            @Nullable LocalDate date,
            @Nullable @Size(max = MOST_ENTRIES) List<@Valid @NotNull EntryRequest> entries) {}

    record Entries(
            @Nullable LocalDate date,

            @NotNull @Size(max = MOST_ENTRIES) List<@Valid @NotNull EntryRequest> entries) {}

    /** @param reason for corrections and withdrawals that have none of their own */
    record Submission(
            @Nullable @Size(max = MOST_ENTRIES) List<@Valid @NotNull Confirmation> confirmed,
            @Nullable @Size(max = 500) String reason) {}

    record Confirmation(@NotBlank String series, @NotNull LocalDate date) {}

    /** @param entries without a price where the series has none yet */
    record OpenDay(LocalDate date, List<EntrySetResource.EntryResource> entries) {}

    record Return(@NotBlank @Size(max = 500) String reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<EntrySetResource>> draft(
            CurrentAccount officer, @Valid @RequestBody NewSet request, Language language) {
        var today = drafting.today();
        var day = Objects.requireNonNullElse(request.date(), today);
        var stated = request.entries();
        var draft = stated == null
                ? reading.read(List.of(), day, today, officer.id()).then(drafting.prefilled(officer.id(), day))
                : reading.read(stated, day, today, officer.id()).flatMap(read -> drafting.draft(officer.id(), read));
        return draft.flatMap(set -> shown(set, officer, language, HttpStatus.CREATED));
    }

    @GetMapping
    Mono<PageResponse<EntrySetResource>> list(
            CurrentAccount officer,
            @RequestParam @Nullable DraftState state,
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        var size = PageSizes.checked(pageSize);
        return entries.recent(DraftState.asked(state), size + 1, ListPosition.after(cursor))
                .collectList()
                .map(found -> PageResponse.cut(
                        found,
                        size,
                        set -> new ListPosition(
                                        set.review().begun().at(), set.id().value())
                                .cursor()))
                .flatMap(page -> views.summaries(page.items(), officer.id()).map(page::showing));
    }

    /**
     * What a day still owes, as it would be drafted: each price as the last one before, and nothing where there was none.
     * It stores nothing.
     */
    @GetMapping("/open")
    Mono<OpenDay> open(CurrentAccount officer, @RequestParam @Nullable LocalDate date, Language language) {
        var today = drafting.today();
        var day = Objects.requireNonNullElse(date, today);
        return reading.read(List.of(), day, today, officer.id())
                .then(drafting.openPrices(day))
                .flatMap(open -> views.open(day, open, language));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<EntrySetResource>> show(CurrentAccount officer, @PathVariable String id, Language language) {
        return entries.find(known(id))
                .switchIfEmpty(Mono.error(EntryProblem.NotFound::new))
                .flatMap(set -> shown(set, officer, language, HttpStatus.OK));
    }

    /** Puts other entries in the place of those of a draft. */
    @PutMapping("/{id}/entries")
    Mono<ResponseEntity<EntrySetResource>> replace(
            CurrentAccount officer,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Entries request,
            Language language) {
        var today = drafting.today();
        return reading.read(request.entries(), Objects.requireNonNullElse(request.date(), today), today, officer.id())
                .flatMap(read -> drafting.replace(known(id), officer.id(), ifMatch, read))
                .flatMap(set -> shown(set, officer, language, HttpStatus.OK));
    }

    @PostMapping("/{id}/submit")
    Mono<ResponseEntity<EntrySetResource>> submit(
            CurrentAccount officer,
            @PathVariable String id,
            @Valid @RequestBody Submission request,
            Language language) {
        return publishing
                .submit(known(id), officer.id(), confirmed(request.confirmed()), request.reason())
                .flatMap(set -> shown(set, officer, language, HttpStatus.OK));
    }

    /** Gives a submitted set back to who entered it. */
    @PostMapping("/{id}/return")
    Mono<ResponseEntity<EntrySetResource>> giveBack(
            CurrentAccount officer, @PathVariable String id, @Valid @RequestBody Return request, Language language) {
        return drafting.giveBack(known(id), request.reason().strip())
                .flatMap(set -> shown(set, officer, language, HttpStatus.OK));
    }

    @PostMapping("/{id}/publish")
    Mono<ResponseEntity<EntrySetResource>> publish(CurrentAccount officer, @PathVariable String id, Language language) {
        return publishing.publish(known(id), officer.id()).flatMap(set -> shown(set, officer, language, HttpStatus.OK));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> discard(CurrentAccount officer, @PathVariable String id) {
        return drafting.discard(known(id), officer.id()).then();
    }

    private Mono<ResponseEntity<EntrySetResource>> shown(
            EntrySet set, CurrentAccount officer, Language language, HttpStatus status) {
        return views.whole(set, officer.id(), language)
                .map(body -> ResponseEntity.status(status)
                        .eTag(EntityTags.of(set.review().version()))
                        .body(body));
    }

    private static Predicate<DeskEntry> confirmed(@Nullable List<Confirmation> confirmations) {
        var keys = new HashSet<Confirmation>(confirmations == null ? List.of() : confirmations);
        return entry -> keys.contains(new Confirmation(entry.series().code().value(), entry.validOn()));
    }

    private static EntrySetId known(String id) {
        return EntrySetId.parse(id).orElseThrow(EntryProblem.NotFound::new);
    }
}
