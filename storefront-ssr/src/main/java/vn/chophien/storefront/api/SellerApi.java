package vn.chophien.storefront.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** A cooperative's own shop: its listings and the orders it has to pack. */
@HttpExchange("/seller")
public interface SellerApi {

    @GetExchange("/listings")
    Mono<Listings> listings(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", required = false) @Nullable Integer pageSize);

    /** The answer's ETag goes back as If-Match with a change. */
    @GetExchange("/listings/{id}")
    Mono<ResponseEntity<Listing>> listing(@PathVariable String id);

    @PatchExchange("/listings/{id}")
    Mono<ResponseEntity<Listing>> change(
            @PathVariable String id,
            @RequestHeader(HttpHeaders.IF_MATCH) String version,
            @RequestBody ListingChange change);

    @PatchExchange("/listings/{id}/variants/{variantId}")
    Mono<ResponseEntity<Listing>> changeVariant(
            @PathVariable String id,
            @PathVariable String variantId,
            @RequestHeader(HttpHeaders.IF_MATCH) String version,
            @RequestBody VariantChange change);

    @GetExchange("/orders")
    Mono<SellerOrders> orders(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/orders/{number}")
    Mono<SellerOrder> order(@PathVariable String number);

    @PostExchange("/orders/{number}/confirm")
    Mono<SellerOrder> confirm(@PathVariable String number);

    /** One parcel. A repeated key sends nothing more. */
    @PostExchange("/orders/{number}/shipments")
    Mono<SellerOrder> ship(
            @PathVariable String number, @RequestHeader("Idempotency-Key") String key, @RequestBody Shipment shipment);

    @PostExchange("/orders/{number}/shipments/{parcel}/deliver")
    Mono<SellerOrder> deliver(@PathVariable String number, @PathVariable int parcel);

    /** Pieces that cannot be sent. A repeated key cancels nothing more. */
    @PostExchange("/orders/{number}/line-cancellations")
    Mono<SellerOrder> cancel(
            @PathVariable String number,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody Cancellation cancellation);

    record Listings(
            List<Listing> items,
            @Nullable String nextCursor,
            @Nullable Long total) {
        public Listings {
            items = Wire.orEmpty(items);
        }
    }

    record Listing(
            String id,
            String sku,
            String slug,
            String nameVi,
            @Nullable String nameEn,
            @Nullable String descriptionVi,
            @Nullable String descriptionEn,
            boolean onSale,
            String currency,
            @Nullable String unit,
            @Nullable String commodity,
            PriceHints.@Nullable Relation commodityRelation,
            @Nullable String provinceCode,
            List<ListingCard.Picture> pictures,
            List<Variant> variants) {
        public Listing {
            pictures = Wire.orEmpty(pictures);
            variants = Wire.orEmpty(variants);
        }

        public long lowestPrice() {
            return variants.stream().mapToLong(Variant::price).min().orElse(0);
        }

        public int available() {
            return variants.stream().mapToInt(Variant::available).sum();
        }
    }

    record Variant(
            String id,
            String sku,
            @Nullable String labelVi,
            @Nullable String labelEn,
            long price,
            int weightGrams,
            @Nullable Long pricePerKg,
            boolean soldByWeight,
            int onHand,
            int reserved,
            int available) {}

    record ListingChange(
            @Nullable String nameVi,
            @Nullable String nameEn,
            @Nullable String descriptionVi,
            @Nullable String descriptionEn,
            @Nullable Boolean onSale) {}

    record VariantChange(
            @Nullable Long price,
            @Nullable Integer onHand,
            @Nullable Boolean soldByWeight) {}

    record SellerOrders(
            List<SellerOrder> items,
            @Nullable String nextCursor,
            @Nullable Long total) {
        public SellerOrders {
            items = Wire.orEmpty(items);
        }
    }

    record SellerOrder(
            String number,
            String state,
            @Nullable Instant placedAt,
            String currency,
            OrderApi.Contact contact,
            OrderApi.Address address,
            @Nullable String note,
            @Nullable String paymentMethod,
            List<OrderApi.OrderLine> lines,
            OrderApi.OrderShipping shipping,
            List<OrderApi.Parcel> shipments,
            List<OrderApi.Reduction> reductions,
            long goodsTotal,
            long total,
            long due,
            long repaid,
            List<OrderApi.OrderEvent> events,
            List<String> actions) {
        public SellerOrder {
            lines = Wire.orEmpty(lines);
            shipments = Wire.orEmpty(shipments);
            reductions = Wire.orEmpty(reductions);
            events = Wire.orEmpty(events);
            actions = Wire.orEmpty(actions);
        }

        public int pieces() {
            return lines.stream().mapToInt(OrderApi.OrderLine::quantity).sum();
        }
    }

    record Shipment(String carrier, @Nullable String trackingCode, List<Packed> lines) {}

    /** @param packedGrams of goods sold by weight, what all these pieces weigh together */
    record Packed(int position, int quantity, @Nullable Integer packedGrams) {}

    record Cancellation(List<OrderApi.Pieces> lines, String reason) {}
}
