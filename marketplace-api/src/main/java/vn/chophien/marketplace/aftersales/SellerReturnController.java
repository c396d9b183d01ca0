package vn.chophien.marketplace.aftersales;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import vn.chophien.marketplace.order.Actor;
import vn.chophien.marketplace.order.OrderAccess;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.web.IdempotencyKey;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;

/** Returns a shop has to answer, and what it gives of its own accord. */
@RestController
@RequestMapping("/api/v1/seller")
class SellerReturnController {

    private final OrderAccess access;
    private final ReturnDeciding deciding;
    private final Goodwill goodwill;
    private final ReturnRepository returns;
    private final ReturnViews views;

    SellerReturnController(
            OrderAccess access,
            ReturnDeciding deciding,
            Goodwill goodwill,
            ReturnRepository returns,
            ReturnViews views) {
        this.access = access;
        this.deciding = deciding;
        this.goodwill = goodwill;
        this.returns = returns;
        this.views = views;
    }

    @GetMapping("/returns")
    Mono<PageResponse<ReturnResource>> list(
            CurrentSeller seller,
            @RequestParam(required = false) ReturnState.@Nullable Name state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize,
            Language language) {
        var size = PageSizes.checked(pageSize);
        return returns.pageOfSeller(new SellerId(seller.sellerId()), state, ReturnPosition.of(cursor), size)
                .flatMap(found -> views.page(found, size, Actor.SELLER, language));
    }

    @GetMapping("/returns/{id}")
    Mono<ReturnResource> find(@PathVariable UUID id, CurrentSeller seller, Language language) {
        return own(id, seller).flatMap(own -> views.show(own, Actor.SELLER, language));
    }

    /** The money goes back at once. */
    @PostMapping("/returns/{id}/accept")
    Mono<ReturnResource> accept(
            @PathVariable UUID id, CurrentSeller seller, @Valid @RequestBody Acceptance body, Language language) {
        return own(id, seller)
                .flatMap(own -> deciding.accept(own, by(seller, body.note()), body.refund(), body.goodsExpected()))
                .then(Mono.defer(() -> find(id, seller, language)));
    }

    @PostMapping("/returns/{id}/refuse")
    Mono<ReturnResource> refuse(
            @PathVariable UUID id, CurrentSeller seller, @Valid @RequestBody Refusal body, Language language) {
        var reason = body.reason().strip();
        return own(id, seller)
                .flatMap(own -> deciding.refuse(own, by(seller, reason), reason))
                .then(Mono.defer(() -> find(id, seller, language)));
    }

    /** What is not restocked is written off. */
    @PostMapping("/returns/{id}/goods-back")
    Mono<ReturnResource> goodsBack(
            @PathVariable UUID id, CurrentSeller seller, @Valid @RequestBody Arrival body, Language language) {
        var restocked = body.restocked().stream()
                .collect(Collectors.toMap(Restocked::position, Restocked::quantity, (_, last) -> last));
        return own(id, seller)
                .flatMap(own -> deciding.goodsBack(own, by(seller, null), restocked))
                .then(Mono.defer(() -> find(id, seller, language)));
    }

    @PostMapping("/orders/{number}/goodwill")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> give(
            @PathVariable String number, CurrentSeller seller, IdempotencyKey key, @Valid @RequestBody Gift body) {
        return access.forSeller(number, seller)
                .flatMap(order -> goodwill.give(
                        order.id(),
                        number,
                        body.amount(),
                        by(seller, body.reason().strip()),
                        key));
    }

    private Mono<ReturnId> own(UUID id, CurrentSeller seller) {
        return returns.find(new ReturnId(id))
                .filter(request -> request.seller().equals(new SellerId(seller.sellerId())))
                .map(Return::id)
                .switchIfEmpty(Mono.error(AftersalesProblem::notFound));
    }

    private static ReturnDeciding.By by(CurrentSeller seller, @Nullable String note) {
        return new ReturnDeciding.By(Actor.SELLER, seller.accountId(), note);
    }

    /** @param refund for the goods, when less than they cost was agreed on */
    record Acceptance(
            @Min(1) @Nullable Long refund,
            boolean goodsExpected,
            @Size(max = 500) @Nullable String note) {}

    record Refusal(@NotBlank @Size(max = 500) String reason) {}

    record Arrival(List<@Valid Restocked> restocked) {}

    record Restocked(@Min(1) int position, @Min(0) int quantity) {}

    record Gift(
            @Min(1) long amount, @NotBlank @Size(max = 500) String reason) {}
}
