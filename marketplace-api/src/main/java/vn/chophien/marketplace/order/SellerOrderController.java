package vn.chophien.marketplace.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;

/** A shop's own orders. Those of another shop do not exist here. */
@RestController
@RequestMapping("/api/v1/seller/orders")
class SellerOrderController {

    private final OrderAccess access;
    private final OrderReading reading;
    private final SellerOrderFulfilment fulfilment;
    private final OrderCancelling cancelling;
    private final OrderTexts texts;

    SellerOrderController(
            OrderAccess access,
            OrderReading reading,
            SellerOrderFulfilment fulfilment,
            OrderCancelling cancelling,
            OrderTexts texts) {
        this.access = access;
        this.reading = reading;
        this.fulfilment = fulfilment;
        this.cancelling = cancelling;
        this.texts = texts;
    }

    /** Newest first; without a state, those still waiting for the buyer's money are left out. */
    @GetMapping
    Mono<PageResponse<SellerOrderResource>> list(
            CurrentSeller seller,
            @RequestParam(required = false) SellerOrderState.@Nullable Name state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize,
            Language language) {
        var size = PageSizes.checked(pageSize);
        var shop = new SellerId(seller.sellerId());
        return reading.pageOf(shop, state, Position.ofNullable(cursor), size)
                .map(orders -> new PageResponse<>(
                        orders.stream()
                                .map(order -> SellerOrderResource.from(order, order.partOf(shop), texts, language))
                                .toList(),
                        orders.size() < size
                                ? null
                                : Position.of(orders.getLast()).cursor(),
                        null));
    }

    @GetMapping("/{number}")
    Mono<SellerOrderResource> find(@PathVariable String number, CurrentSeller seller, Language language) {
        return access.forSeller(number, seller)
                .map(order -> SellerOrderResource.from(order, order.part(number), texts, language));
    }

    @PostMapping("/{number}/confirm")
    Mono<SellerOrderResource> confirm(@PathVariable String number, CurrentSeller seller, Language language) {
        return access.forSeller(number, seller)
                .flatMap(order -> fulfilment.confirm(order.id(), number, seller.accountId()))
                .then(Mono.defer(() -> find(number, seller, language)));
    }

    @PostMapping("/{number}/ship")
    Mono<SellerOrderResource> ship(
            @PathVariable String number, CurrentSeller seller, @Valid @RequestBody HandOver body, Language language) {
        return access.forSeller(number, seller)
                .flatMap(order -> fulfilment.ship(
                        order.id(), number, seller.accountId(), body.carrier().strip(), body.trackingCode()))
                .then(Mono.defer(() -> find(number, seller, language)));
    }

    @PostMapping("/{number}/deliver")
    Mono<SellerOrderResource> deliver(@PathVariable String number, CurrentSeller seller, Language language) {
        return access.forSeller(number, seller)
                .flatMap(order -> fulfilment.deliver(order.id(), number, seller.accountId()))
                .then(Mono.defer(() -> find(number, seller, language)));
    }

    @PostMapping("/{number}/cancel")
    Mono<SellerOrderResource> cancel(
            @PathVariable String number, CurrentSeller seller, @Valid @RequestBody Refusal body, Language language) {
        return access.forSeller(number, seller)
                .flatMap(order -> cancelling.cancelPart(
                        order.id(), number, seller.accountId(), body.reason().strip()))
                .then(Mono.defer(() -> find(number, seller, language)));
    }

    record HandOver(
            @NotBlank @Size(max = 60) String carrier,
            @Size(max = 60) @Nullable String trackingCode) {}

    record Refusal(@NotBlank @Size(max = 500) String reason) {}
}
