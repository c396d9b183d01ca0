package vn.chophien.marketplace.settlement.payout;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.seller.Seller;
import vn.chophien.marketplace.seller.Sellers;
import vn.chophien.marketplace.terms.Terms;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.RequestProblem;

/** Which way sellers' money leaves, and sellers' accounts at the gateway. */
@RestController
@RequestMapping("/api/v1/operator")
class GatewayAccountController {

    private final GatewayAccounts accounts;
    private final GatewayAccountRecording recording;
    private final PayoutWays ways;
    private final Sellers sellers;
    private final InstantSource clock;

    GatewayAccountController(
            GatewayAccounts accounts,
            GatewayAccountRecording recording,
            PayoutWays ways,
            Sellers sellers,
            InstantSource clock) {
        this.accounts = accounts;
        this.recording = recording;
        this.ways = ways;
        this.sellers = sellers;
        this.clock = clock;
    }

    @GetMapping("/payout-way")
    Mono<WayResource> way() {
        return ways.on(Terms.dayOf(clock.instant()))
                .map(found -> new WayResource(found.way(), found.reference(), found.validFrom()));
    }

    /** Holds from today, for batches that are drafted from now on. */
    @PutMapping("/payout-way")
    Mono<WayResource> choose(CurrentAccount operator, @Valid @RequestBody WayRequest body) {
        var now = clock.instant();
        return ways.insert(
                        new PayoutWays.InForce(body.way(), body.reference().strip(), Terms.dayOf(now)),
                        operator.id(),
                        now)
                .then(Mono.defer(this::way));
    }

    /** The newest first. */
    @GetMapping("/gateway-accounts")
    Mono<PageResponse<AccountResource>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize,
            Language language) {
        var size = PageSizes.checked(pageSize);
        return accounts.page(SellerPayoutController.position(cursor), size)
                .collectList()
                .flatMap(found -> sellers.findAll(
                                found.stream().map(GatewayAccount::seller).toList())
                        .collectMap(Seller::id)
                        .map(shops -> new PageResponse<>(
                                found.stream()
                                        .map(known -> AccountResource.from(known, shops.get(known.seller()), language))
                                        .toList(),
                                found.size() < size
                                        ? null
                                        : Cursor.encode(found.getLast().id().toString()),
                                null)));
    }

    /** Recorded again it is checked again. */
    @PutMapping("/sellers/{slug}/gateway-account")
    Mono<AccountResource> record(
            @PathVariable String slug,
            CurrentAccount operator,
            @Valid @RequestBody AccountRequest body,
            Language language) {
        var account = body.account().strip();
        if (!GatewayAccount.SHAPE.matcher(account).matches()) {
            throw RequestProblem.invalid(new FieldProblem("account", "gateway-account"));
        }
        return shop(slug)
                .flatMap(shop -> recording
                        .record(shop.id(), account, operator.id())
                        .map(known -> AccountResource.from(known, shop, language)));
    }

    @PostMapping("/sellers/{slug}/gateway-account/check")
    Mono<AccountResource> check(@PathVariable String slug, CurrentAccount operator, Language language) {
        return shop(slug)
                .flatMap(shop -> recording
                        .check(shop.id(), operator.id())
                        .map(known -> AccountResource.from(known, shop, language)));
    }

    @DeleteMapping("/sellers/{slug}/gateway-account")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable String slug, CurrentAccount operator) {
        return shop(slug).flatMap(shop -> recording.remove(shop.id(), operator.id()));
    }

    private Mono<Seller> shop(String slug) {
        return sellers.findBySlug(slug).switchIfEmpty(Mono.error(RequestProblem::notFound));
    }

    record WayRequest(
            @NotNull PayoutWay way,
            @NotBlank @Size(max = 300) String reference) {}

    record WayResource(PayoutWay way, String reference, LocalDate validFrom) {}

    record AccountRequest(@NotBlank @Size(max = 65) String account) {}

    /** @param mayReceive what the gateway said at {@code checkedAt} */
    record AccountResource(
            @Nullable String shopSlug,
            @Nullable String shopName,
            String account,
            boolean mayReceive,
            Instant checkedAt) {

        static AccountResource from(GatewayAccount known, @Nullable Seller shop, Language language) {
            return new AccountResource(
                    shop == null ? null : shop.slug(),
                    shop == null ? null : shop.name(language),
                    Objects.requireNonNull(known.account()),
                    known.mayReceive(),
                    known.recordedAt());
        }
    }
}
