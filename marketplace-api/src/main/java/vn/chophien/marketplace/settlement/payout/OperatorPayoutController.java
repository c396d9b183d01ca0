package vn.chophien.marketplace.settlement.payout;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.terms.Terms;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.IdempotencyKey;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;

/** Batches of payouts: drafted by one person, approved by another, told to the bank, and what the bank said. */
@RestController
@RequestMapping("/api/v1/operator")
class OperatorPayoutController {

    private final PayoutDesk desk;
    private final PayoutDrafting drafting;
    private final BatchDeciding deciding;
    private final PayoutExporting exporting;
    private final PayoutClosing closing;
    private final PayoutPlanning planning;
    private final InstantSource clock;

    OperatorPayoutController(
            PayoutDesk desk,
            PayoutDrafting drafting,
            BatchDeciding deciding,
            PayoutExporting exporting,
            PayoutClosing closing,
            PayoutPlanning planning,
            InstantSource clock) {
        this.desk = desk;
        this.drafting = drafting;
        this.deciding = deciding;
        this.exporting = exporting;
        this.closing = closing;
        this.planning = planning;
        this.clock = clock;
    }

    /** Every seller with a balance, and whether it would be paid now. */
    @GetMapping("/payout-candidates")
    Mono<PageResponse<CandidateResource>> candidates(Language language) {
        return desk.candidates(language).map(PageResponse::whole);
    }

    @GetMapping("/payout-plan")
    Mono<ResponseEntity<PlanResource>> plan() {
        var today = Terms.dayOf(clock.instant());
        return planning.version(null)
                .flatMap(version -> planning.inForce()
                        .map(known -> PlanResource.from(known.market(), false, known.market(), today, false))
                        .map(plan -> SellerPayoutController.tagged(plan, version)));
    }

    /** Holds from today, for all sellers that chose nothing else. */
    @PutMapping("/payout-plan")
    Mono<ResponseEntity<PlanResource>> plan(
            CurrentAccount operator,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PlanRequest body) {
        return planning.planMarket(
                        body.plan(Terms.dayOf(clock.instant())),
                        Objects.requireNonNullElse(body.reference(), "").strip(),
                        ifMatch,
                        operator.id())
                .then(Mono.defer(this::plan));
    }

    /** The newest first. */
    @GetMapping("/payout-batches")
    Mono<PageResponse<BatchResource>> list(
            CurrentAccount operator,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize,
            Language language) {
        var size = PageSizes.checked(pageSize);
        return desk.recent(size, SellerPayoutController.position(cursor), operator.id(), language)
                .map(found -> new PageResponse<>(
                        found.resources(),
                        found.last() == null || found.resources().size() < size
                                ? null
                                : Cursor.encode(found.last().toString()),
                        null));
    }

    @PostMapping("/payout-batches")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<BatchResource> draft(CurrentAccount operator, IdempotencyKey key, Language language) {
        return drafting.draft(key, operator.id()).flatMap(batch -> desk.whole(batch, operator.id(), language));
    }

    @GetMapping("/payout-batches/{number}")
    Mono<BatchResource> show(@PathVariable String number, CurrentAccount operator, Language language) {
        return desk.find(number, operator.id(), language);
    }

    /** Repeated by the same person it changes nothing. */
    @PostMapping("/payout-batches/{number}/approve")
    Mono<BatchResource> approve(@PathVariable String number, CurrentAccount operator, Language language) {
        return deciding.approve(number, operator.id()).flatMap(batch -> desk.whole(batch, operator.id(), language));
    }

    @PostMapping("/payout-batches/{number}/discard")
    Mono<BatchResource> discard(@PathVariable String number, CurrentAccount operator, Language language) {
        return deciding.discard(number, operator.id()).flatMap(batch -> desk.whole(batch, operator.id(), language));
    }

    /** A POST, because who made it is put on record. */
    @PostMapping("/payout-batches/{number}/file")
    Mono<ResponseEntity<String>> export(@PathVariable String number, CurrentAccount operator) {
        return exporting
                .export(number, operator.id())
                .map(text -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .cacheControl(CacheControl.noStore())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(number + ".csv")
                                        .build()
                                        .toString())
                        .body(text));
    }

    @PostMapping("/payout-batches/{number}/confirm")
    Mono<BatchResource> confirmAll(
            @PathVariable String number,
            CurrentAccount operator,
            @Valid @RequestBody PayoutConfirmation body,
            Language language) {
        return closing.confirmAll(number, body.bankReference().strip(), operator.id())
                .flatMap(batch -> desk.whole(batch, operator.id(), language));
    }

    @PostMapping("/payouts/{reference}/confirm")
    Mono<BatchResource> confirm(
            @PathVariable String reference,
            CurrentAccount operator,
            @Valid @RequestBody PayoutConfirmation body,
            Language language) {
        return closing.confirm(reference, body.bankReference().strip(), operator.id())
                .flatMap(batch -> desk.whole(batch, operator.id(), language));
    }

    @PostMapping("/payouts/{reference}/return")
    Mono<BatchResource> giveBack(
            @PathVariable String reference,
            CurrentAccount operator,
            @Valid @RequestBody PayoutReturn body,
            Language language) {
        return closing.giveBack(reference, body.reason().strip(), operator.id())
                .flatMap(batch -> desk.whole(batch, operator.id(), language));
    }

    /** What one seller was paid, the newest first. */
    @GetMapping("/sellers/{slug}/payouts")
    Mono<PageResponse<PayoutResource>> ofSeller(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        var size = PageSizes.checked(pageSize);
        return desk.ofSeller(slug, size, SellerPayoutController.position(cursor))
                .map(found -> SellerPayoutController.page(found, size));
    }

    record PayoutConfirmation(@NotBlank @Size(max = 60) String bankReference) {}

    record PayoutReturn(@NotBlank @Size(max = 300) String reason) {}
}
