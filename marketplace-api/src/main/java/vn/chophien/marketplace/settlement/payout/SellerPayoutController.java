package vn.chophien.marketplace.settlement.payout;

import jakarta.validation.Valid;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.terms.Terms;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.EntityTags;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;

/** A shop's own payouts, and when it wants them. */
@RestController
@RequestMapping("/api/v1/seller/money")
class SellerPayoutController {

    private final PayoutRepository payouts;
    private final PayoutPlanning planning;
    private final PayoutRequests requests;
    private final InstantSource clock;

    SellerPayoutController(
            PayoutRepository payouts, PayoutPlanning planning, PayoutRequests requests, InstantSource clock) {
        this.payouts = payouts;
        this.planning = planning;
        this.requests = requests;
        this.clock = clock;
    }

    /** The newest first. */
    @GetMapping("/payouts")
    Mono<PageResponse<PayoutResource>> list(
            CurrentSeller seller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        var size = PageSizes.checked(pageSize);
        return payouts.ofSeller(new SellerId(seller.sellerId()), size, position(cursor))
                .collectList()
                .map(found -> page(found, size));
    }

    @GetMapping("/payout-plan")
    Mono<ResponseEntity<PlanResource>> plan(CurrentSeller seller) {
        var shop = new SellerId(seller.sellerId());
        return planning.version(shop).flatMap(version -> plan(shop).map(plan -> tagged(plan, version)));
    }

    private Mono<PlanResource> plan(SellerId shop) {
        return planning.inForce()
                .zipWith(
                        requests.open(),
                        (known, asked) -> PlanResource.from(
                                known.of(shop),
                                known.own().containsKey(shop),
                                known.market(),
                                Terms.dayOf(clock.instant()),
                                asked.contains(shop)));
    }

    /** Holds from today. */
    @PutMapping("/payout-plan")
    Mono<ResponseEntity<PlanResource>> choose(
            CurrentSeller seller,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PlanRequest body) {
        return planning.choose(
                        new SellerId(seller.sellerId()),
                        body.plan(Terms.dayOf(clock.instant())),
                        ifMatch,
                        seller.accountId())
                .then(Mono.defer(() -> plan(seller)));
    }

    static ResponseEntity<PlanResource> tagged(PlanResource plan, long version) {
        return ResponseEntity.ok().eTag(EntityTags.of(version)).body(plan);
    }

    /** Asks for the money before the planned day; asked twice, it is one request. */
    @PostMapping("/payout-requests")
    Mono<PlanResource> request(CurrentSeller seller) {
        var shop = new SellerId(seller.sellerId());
        return planning.request(shop, seller.accountId()).then(Mono.defer(() -> plan(shop)));
    }

    static PageResponse<PayoutResource> page(List<Payout> found, int size) {
        return new PageResponse<>(
                found.stream().map(payout -> PayoutResource.from(payout, null)).toList(),
                found.size() < size ? null : Cursor.encode(found.getLast().id().toString()),
                null);
    }

    static @Nullable UUID position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.decode(cursor).getFirst());
        } catch (IllegalArgumentException foreign) {
            throw Cursor.invalid();
        }
    }
}
