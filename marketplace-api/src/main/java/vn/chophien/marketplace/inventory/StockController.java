package vn.chophien.marketplace.inventory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.catalog.VariantSnapshot;
import vn.chophien.marketplace.catalog.Variants;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;
import vn.chophien.marketplace.web.RequestProblem;

/** A shop's own stock. That of another shop does not exist here. */
@RestController
@RequestMapping("/api/v1/seller/stock")
class StockController {

    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID NEWEST = new UUID(-1, -1);

    private final Variants variants;
    private final StockAudit audit;

    StockController(Variants variants, StockAudit audit) {
        this.variants = variants;
        this.audit = audit;
    }

    /** What is on sale and runs low, the scarcest first. */
    @GetMapping("/low")
    Mono<PageResponse<Low>> low(
            CurrentSeller seller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "24") int pageSize,
            Language language) {
        var size = PageSizes.checked(pageSize);
        var after = cursor == null ? List.of("-1", FIRST.toString()) : Cursor.decode(cursor);
        return variants.onSaleOf(new SellerId(seller.sellerId()))
                .collectMap(VariantSnapshot::id)
                .flatMap(own -> audit.low(own.keySet(), number(after), id(after), size)
                        .map(found -> new PageResponse<>(
                                found.stream()
                                        .map(low ->
                                                Low.of(Objects.requireNonNull(own.get(low.variant())), low, language))
                                        .toList(),
                                found.size() < size ? null : cursor(found.getLast()),
                                null)));
    }

    /** How a variant's figures came about, newest first. */
    @GetMapping("/{variant}/changes")
    Mono<PageResponse<Change>> changes(
            @PathVariable UUID variant,
            CurrentSeller seller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "24") int pageSize) {
        var size = PageSizes.checked(pageSize);
        var before = cursor == null ? NEWEST : id(Cursor.decode(cursor));
        return own(variant, seller)
                .flatMap(own -> audit.changes(own.id(), before, size))
                .map(found -> new PageResponse<>(
                        found.stream().map(Change::from).toList(),
                        found.size() < size
                                ? null
                                : Cursor.encode(found.getLast().id().toString()),
                        null));
    }

    /** From how few on the shop wants to know; zero is only when it is sold out. */
    @PutMapping("/{variant}/low-at")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> warnAt(@PathVariable UUID variant, CurrentSeller seller, @Valid @RequestBody Threshold threshold) {
        return own(variant, seller)
                .flatMap(own -> audit.warnAt(own.id(), threshold.lowAt()))
                .filter(known -> known)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .then();
    }

    private Mono<VariantSnapshot> own(UUID variant, CurrentSeller seller) {
        return variants.findAll(List.of(new VariantId(variant)))
                .filter(found -> found.sellerId().equals(new SellerId(seller.sellerId())))
                .next()
                .switchIfEmpty(Mono.error(RequestProblem::notFound));
    }

    private static String cursor(LowStock last) {
        return Cursor.encode(
                String.valueOf(last.available()), last.variant().value().toString());
    }

    private static int number(List<String> cursor) {
        try {
            return Integer.parseInt(cursor.getFirst());
        } catch (NumberFormatException notOurs) {
            throw Cursor.invalid();
        }
    }

    private static UUID id(List<String> cursor) {
        try {
            return UUID.fromString(cursor.getLast());
        } catch (IllegalArgumentException notOurs) {
            throw Cursor.invalid();
        }
    }

    record Low(
            UUID variantId,
            UUID listingId,
            String sku,
            String name,
            String label,
            int onHand,
            int reserved,
            int available,
            int lowAt) {

        static Low of(VariantSnapshot variant, LowStock low, Language language) {
            return new Low(
                    variant.id().value(),
                    variant.listingId().value(),
                    variant.sku(),
                    variant.name(language),
                    variant.label(language),
                    low.onHand(),
                    low.reserved(),
                    low.available(),
                    low.lowAt());
        }
    }

    record Change(StockChangeReason reason, int onHandDelta, int reservedDelta, int onHand, int reserved, Instant at) {

        static Change from(StockChange change) {
            return new Change(
                    change.reason(),
                    change.onHandDelta(),
                    change.reservedDelta(),
                    change.onHandAfter(),
                    change.reservedAfter(),
                    change.changedAt());
        }
    }

    record Threshold(@Min(0) @Max(MOST) int lowAt) {
        private static final int MOST = 100_000;
    }
}
