package vn.chophien.marketplace.payment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.account.Account;
import vn.chophien.marketplace.account.Accounts;
import vn.chophien.marketplace.payment.vietqr.Banks;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.seller.Seller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.seller.Sellers;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.RequestProblem;

/** Which shop has a bank account, and taking it away, for operators. */
@RestController
@RequestMapping("/api/v1/operator/receiving-accounts")
class AccountClaimController {

    private final AccountClaimRepository claims;
    private final AccountReleasing releasing;
    private final Sellers sellers;
    private final Accounts people;
    private final Banks banks;

    AccountClaimController(
            AccountClaimRepository claims, AccountReleasing releasing, Sellers sellers, Accounts people, Banks banks) {
        this.claims = claims;
        this.releasing = releasing;
        this.sellers = sellers;
        this.people = people;
        this.banks = banks;
    }

    /** Not a GET: account numbers stay out of addresses, which are logged. */
    @PostMapping("/lookups")
    Mono<ClaimResource> look(@Valid @RequestBody Lookup lookup, Language language) {
        return claims.find(lookup.bankBin().strip(), lookup.accountNumber().replaceAll("[ .-]", ""))
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(claim -> resource(claim, language));
    }

    @GetMapping("/{id}")
    Mono<ClaimResource> show(@PathVariable UUID id, Language language) {
        return claims.find(id)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(claim -> resource(claim, language));
    }

    @PostMapping("/{id}/release")
    Mono<ClaimResource> release(
            @PathVariable UUID id, CurrentAccount operator, @Valid @RequestBody NewRelease body, Language language) {
        return releasing.release(id, body.reason().strip(), operator.id()).flatMap(claim -> resource(claim, language));
    }

    /** Accounts that were taken from shops, the last one first. */
    @GetMapping("/releases")
    Mono<PageResponse<ClaimResource>> releases(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize,
            Language language) {
        var size = PageSizes.checked(pageSize);
        return claims.released(cursor == null ? null : position(cursor), size)
                .collectList()
                .flatMap(found -> resources(found, language)
                        .map(items -> new PageResponse<>(
                                items,
                                found.size() < size
                                        ? null
                                        : Cursor.encode(Objects.requireNonNull(
                                                        found.getLast().release())
                                                .id()
                                                .toString()),
                                null)));
    }

    private Mono<ClaimResource> resource(AccountClaim claim, Language language) {
        return resources(List.of(claim), language).map(List::getFirst);
    }

    private Mono<List<ClaimResource>> resources(List<AccountClaim> of, Language language) {
        return sellers.findAll(of.stream().map(AccountClaim::seller).distinct().toList())
                .collectMap(Seller::id)
                .zipWith(names(of))
                .map(known -> of.stream()
                        .map(claim -> ClaimResource.from(claim, banks, known.getT1(), known.getT2(), language))
                        .toList());
    }

    private Mono<Map<AccountId, String>> names(List<AccountClaim> of) {
        return Flux.fromStream(of.stream()
                        .map(AccountClaim::release)
                        .filter(Objects::nonNull)
                        .map(AccountClaim.Release::by)
                        .distinct())
                .concatMap(people::find)
                .collectMap(Account::id, Account::displayName);
    }

    private static UUID position(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor).getFirst());
        } catch (IllegalArgumentException foreign) {
            throw Cursor.invalid();
        }
    }

    record Lookup(
            @NotBlank @Size(max = 10) String bankBin,
            @NotBlank @Size(max = 40) String accountNumber) {

        /** Never the number. */
        @Override
        public String toString() {
            return "Lookup[bankBin=" + bankBin + "]";
        }
    }

    record NewRelease(@NotBlank @Size(max = 500) String reason) {}

    /**
     * @param present whether the shop is paid there now
     * @param awaited transfers that buyers were asked to make to it and have not made
     */
    record ClaimResource(
            String id,
            @Nullable String shopSlug,
            @Nullable String shopName,
            String bank,
            String numberHint,
            String holder,
            Instant claimedAt,
            boolean present,
            long awaited,
            @Nullable ReleaseResource release) {

        static ClaimResource from(
                AccountClaim claim,
                Banks banks,
                Map<SellerId, Seller> shops,
                Map<AccountId, String> names,
                Language language) {
            var shop = shops.get(claim.seller());
            var release = claim.release();
            return new ClaimResource(
                    claim.id().toString(),
                    shop == null ? null : shop.slug(),
                    shop == null ? null : shop.name(language),
                    banks.name(claim.account().bin()),
                    claim.account().hint(),
                    claim.account().holder(),
                    claim.claimedAt(),
                    claim.present(),
                    claim.awaited(),
                    release == null
                            ? null
                            : new ReleaseResource(release.reason(), names.get(release.by()), release.at()));
        }
    }

    record ReleaseResource(String reason, @Nullable String byName, Instant at) {}
}
