package vn.chophien.marketplace.order;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
import vn.chophien.marketplace.fulfillment.Shipment;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.web.IdempotencyKey;
import vn.chophien.marketplace.web.ListPosition;
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
        return reading.pageOf(shop, state, ListPosition.after(cursor), size)
                .map(orders -> new PageResponse<>(
                        orders.stream()
                                .map(order -> SellerOrderResource.from(order, order.partOf(shop), texts, language))
                                .toList(),
                        orders.size() < size
                                ? null
                                : OrderReading.position(orders.getLast()).cursor(),
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
                .flatMap(order -> fulfilment.shipAll(
                        order.id(), number, seller.accountId(), body.carrier().strip(), body.trackingCode()))
                .then(Mono.defer(() -> find(number, seller, language)));
    }

    /** One parcel with these pieces; of goods sold by weight with what they weighed. */
    @PostMapping("/{number}/shipments")
    Mono<SellerOrderResource> shipLines(
            @PathVariable String number,
            CurrentSeller seller,
            IdempotencyKey key,
            @Valid @RequestBody NewParcel body,
            Language language) {
        return access.forSeller(number, seller)
                .flatMap(order -> fulfilment.ship(
                        order.id(),
                        number,
                        seller.accountId(),
                        body.carrier().strip(),
                        body.trackingCode(),
                        body.packed(),
                        key))
                .then(Mono.defer(() -> find(number, seller, language)));
    }

    @PostMapping("/{number}/shipments/{parcel}/deliver")
    Mono<SellerOrderResource> deliver(
            @PathVariable String number, @PathVariable int parcel, CurrentSeller seller, Language language) {
        return access.forSeller(number, seller)
                .flatMap(order -> fulfilment.deliver(order.id(), number, seller.accountId(), parcel))
                .then(Mono.defer(() -> find(number, seller, language)));
    }

    /** Some pieces cannot be sent. */
    @PostMapping("/{number}/line-cancellations")
    Mono<SellerOrderResource> cancelLines(
            @PathVariable String number,
            CurrentSeller seller,
            IdempotencyKey key,
            @Valid @RequestBody LineRefusal body,
            Language language) {
        var canceller = new OrderCancelling.Canceller(
                Actor.SELLER, seller.accountId(), body.reason().strip());
        return access.forSeller(number, seller)
                .flatMap(order ->
                        cancelling.cancelLines(order.id(), number, LineRequest.pieces(body.lines()), canceller, key))
                .then(Mono.defer(() -> find(number, seller, language)));
    }

    @PostMapping("/{number}/deliver")
    Mono<SellerOrderResource> deliver(@PathVariable String number, CurrentSeller seller, Language language) {
        return access.forSeller(number, seller)
                .flatMap(order -> fulfilment.deliver(order.id(), number, seller.accountId(), null))
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

    record LineRefusal(
            @NotEmpty List<@Valid LineRequest> lines,
            @NotBlank @Size(max = 500) String reason) {}

    record NewParcel(
            @NotBlank @Size(max = 60) String carrier,
            @Size(max = 60) @Nullable String trackingCode,
            @NotEmpty List<@Valid PackedRequest> lines) {

        /** A line that is named twice counts once, as it is named last. */
        List<Shipment.Line> packed() {
            return lines.stream()
                    .collect(Collectors.toMap(
                            PackedRequest::position, PackedRequest::line, (_, last) -> last, TreeMap::new))
                    .values()
                    .stream()
                    .toList();
        }
    }

    /** @param packedGrams of goods sold by weight, what all these pieces weighed together */
    record PackedRequest(
            @Min(1) int position,
            @Min(1) int quantity,
            @Min(1) @Max(MAX_GRAMS) @Nullable Integer packedGrams) {
        private static final int MAX_GRAMS = 10_000_000;

        Shipment.Line line() {
            return new Shipment.Line(position, quantity, packedGrams);
        }
    }
}
