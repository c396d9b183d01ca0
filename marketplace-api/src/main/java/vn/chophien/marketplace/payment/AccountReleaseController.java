package vn.chophien.marketplace.payment;

import java.time.Instant;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.vietqr.Banks;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.web.PageResponse;

/** Accounts that an operator took from a shop, for the people of that shop. */
@RestController
class AccountReleaseController {

    /** More than a shop ever loses. */
    private static final int MOST = 20;

    private final AccountClaimRepository claims;
    private final Banks banks;

    AccountReleaseController(AccountClaimRepository claims, Banks banks) {
        this.claims = claims;
        this.banks = banks;
    }

    /** The last one first. */
    @GetMapping("/api/v1/seller/receiving-account-releases")
    Mono<PageResponse<ReleasedResource>> list(CurrentSeller seller) {
        return claims.releasedFrom(new SellerId(seller.sellerId()), MOST)
                .map(claim -> ReleasedResource.from(claim, banks))
                .collectList()
                .map(PageResponse::whole);
    }

    record ReleasedResource(String bank, String numberHint, String reason, Instant at) {

        static ReleasedResource from(AccountClaim claim, Banks banks) {
            var release = Objects.requireNonNull(claim.release());
            return new ReleasedResource(
                    banks.name(claim.account().bin()), claim.account().hint(), release.reason(), release.at());
        }
    }
}
