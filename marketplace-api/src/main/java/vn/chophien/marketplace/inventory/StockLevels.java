package vn.chophien.marketplace.inventory;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.security.AccountId;

/** What there is of each variant. Writes join the transaction of the caller where there is one. */
@Component
public class StockLevels {

    private static final int IMPORT_BATCH = 1_000;

    private final StockRepository stock;
    private final AvailabilityMarks marks;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    StockLevels(
            StockRepository stock, AvailabilityMarks marks, TransactionalOperator transaction, InstantSource clock) {
        this.stock = stock;
        this.marks = marks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Pieces that can be ordered now; a variant nobody ever counted has none. */
    public Mono<Map<VariantId, Integer>> available(Collection<VariantId> variants) {
        return find(variants)
                .collectMap(StockLevel::variant, StockLevel::available)
                .map(known -> {
                    variants.forEach(variant -> known.putIfAbsent(variant, 0));
                    return known;
                });
    }

    /** The figures behind it, for the shop itself. */
    public Flux<StockLevel> find(Collection<VariantId> variants) {
        return variants.isEmpty() ? Flux.empty() : stock.findAll(variants);
    }

    /**
     * Takes over what the shop counted. Refused with {@link OnHandBelowReservedException} while orders hold more than that.
     * Call it before anything that locks the listing (see the package's lock order).
     */
    public Mono<Void> setOnHand(VariantId variant, int onHand, @Nullable AccountId changedBy) {
        if (onHand < 0) {
            return Mono.error(() -> new IllegalArgumentException("On hand is zero or more, not " + onHand));
        }
        return stock.count(variant, onHand, changedBy, clock.instant())
                .switchIfEmpty(Mono.defer(() -> refuse(variant, onHand)))
                .flatMap(movement -> marks.mark(List.of(movement)))
                .as(transaction::transactional);
    }

    /**
     * First levels of imported variants; a level that is already there stays. Marks no listing: call it in the transaction that imports
     * (and marks) the listings.
     */
    public Mono<Void> initialise(Map<VariantId, Integer> onHand) {
        return Flux.fromIterable(onHand.entrySet())
                .buffer(IMPORT_BATCH)
                .concatMap(batch -> stock.initialise(batch, clock.instant()))
                .then()
                .as(transaction::transactional);
    }

    /**
     * Goods that an owner had taken are back. What cannot be sold again is counted in and written off, so that the audit tells of it.
     *
     * @param from whoever had taken them
     */
    public Mono<Void> takeBack(List<TakenBack> goods, UUID from, @Nullable AccountId by) {
        return Flux.fromStream(goods.stream()
                        .sorted(Comparator.comparing(back -> back.variant().value())))
                .concatMap(back -> takeBack(back, from, by))
                .collectList()
                .flatMap(marks::mark)
                .as(transaction::transactional);
    }

    private Flux<StockMovement> takeBack(TakenBack back, UUID from, @Nullable AccountId by) {
        var now = clock.instant();
        var counted = stock.adjust(back.variant(), back.quantity(), StockChangeReason.RETURNED, from, by, now);
        var spoilt = back.quantity() - back.restocked();
        return spoilt == 0
                ? counted.flux()
                : counted.concatWith(Mono.defer(
                        () -> stock.adjust(back.variant(), -spoilt, StockChangeReason.WRITTEN_OFF, from, by, now)));
    }

    private Mono<StockMovement> refuse(VariantId variant, int onHand) {
        return stock.findAll(List.of(variant))
                .single()
                .flatMap(level -> Mono.error(() -> new OnHandBelowReservedException(onHand, level.reserved())));
    }

    /** @param restocked how many of them can be sold again */
    public record TakenBack(VariantId variant, int quantity, int restocked) {}
}
