package vn.chophien.marketplace.settlement.membership;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.web.IdempotencyKey;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.RequestProblem;

/** A cooperative's members, what they delivered, and what of a payout is whose. */
@RestController
@RequestMapping("/api/v1/seller/members")
class MemberController {

    private final MemberRegister register;
    private final MemberSplitting splitting;
    private final MemberFile file;

    MemberController(MemberRegister register, MemberSplitting splitting, MemberFile file) {
        this.register = register;
        this.splitting = splitting;
        this.file = file;
    }

    @GetMapping
    Mono<PageResponse<MemberResource>> members(CurrentSeller seller) {
        return register.members(seller)
                .map(members -> PageResponse.whole(members.stream()
                        .map(member -> new MemberResource(member.id().toString(), member.name()))
                        .toList()));
    }

    /** Names that are there already are left alone. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PageResponse<MemberResource>> add(CurrentSeller seller, @Valid @RequestBody NewMembers body) {
        return register.add(seller, body.names()).then(Mono.defer(() -> members(seller)));
    }

    /** The deliveries there were stay. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> leave(CurrentSeller seller, @PathVariable String id) {
        return register.leave(seller, known(id));
    }

    @GetMapping("/deliveries")
    Mono<PageResponse<DeliveryResource>> deliveries(
            CurrentSeller seller,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return register.deliveries(seller, register.period(month, from, to)).map(PageResponse::whole);
    }

    /** A table, or one row of it that a form made; all of it or none. */
    @PostMapping(
            path = "/deliveries",
            consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE})
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Entered> enter(CurrentSeller seller, IdempotencyKey key, ServerHttpRequest request) {
        return register.enter(seller, key, request.getBody()).map(Entered::new);
    }

    /** A wrong delivery no longer counts; that it was there stays on record. */
    @DeleteMapping("/deliveries/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> strike(CurrentSeller seller, @PathVariable String id) {
        return register.strike(seller, known(id));
    }

    /** Splits a payout, or any amount, over what was delivered in a period. */
    @GetMapping("/statement")
    Mono<MemberStatementResource> statement(
            CurrentSeller seller,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String payout,
            @RequestParam(required = false) @Nullable Long amount,
            Language language) {
        var period = register.period(month, from, to);
        return splitting
                .split(seller, period, payout, amount)
                .zipWith(
                        splitting.shopName(seller, language),
                        (split, name) -> MemberStatementResource.from(split, name, period, payout));
    }

    @GetMapping("/statement.csv")
    Mono<ResponseEntity<String>> statementFile(
            CurrentSeller seller,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String payout,
            @RequestParam(required = false) @Nullable Long amount,
            Language language) {
        var period = register.period(month, from, to);
        return splitting
                .split(seller, period, payout, amount)
                .map(split -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .cacheControl(CacheControl.noStore())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("members-%s-%s.csv".formatted(period.from(), period.to()))
                                        .build()
                                        .toString())
                        .body(file.write(split, language)));
    }

    private static UUID known(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException nobody) {
            throw RequestProblem.notFound();
        }
    }

    record MemberResource(String id, String name) {}

    record NewMembers(@NotEmpty @Size(max = 500) List<@NotBlank @Size(max = 100) String> names) {}

    /** @param rows how many deliveries the table has */
    record Entered(int rows) {}
}
