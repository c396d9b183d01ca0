package vn.chophien.marketplace.inventory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.security.AccountId;

/** Goods promised to seller orders. Every method joins the transaction of the caller where there is one. */
@Component
public class Reservations {

    private final ReservationRepository reservations;
    private final StockRepository stock;
    private final AvailabilityMarks marks;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    Reservations(
            ReservationRepository reservations,
            StockRepository stock,
            AvailabilityMarks marks,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.reservations = reservations;
        this.stock = stock;
        this.marks = marks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Promises all the claims or none: refused with {@link OutOfStockException} that names every line and what is left. With an expiry
     * the goods are for sale again after it, unless {@link #keep kept}.
     */
    public Mono<Void> reserve(Collection<StockClaim> claims, @Nullable Instant expiresAt) {
        if (claims.isEmpty()) {
            return Mono.empty();
        }
        var wanted = List.copyOf(claims);
        return reservations
                .reserve(wanted, expiresAt, clock.instant())
                .collectList()
                .flatMap(movements ->
                        movements.size() < variants(wanted).size() ? refuse(wanted, movements) : marks.mark(movements))
                .as(transaction::transactional);
    }

    /**
     * Makes promises last; answers the owners that still hold all of what is claimed here. One missing has lost some of it, or all, to its expiry:
     * what is left of that still lapses.
     */
    public Flux<ReservationOwner> keep(Collection<StockClaim> claims) {
        return claims.isEmpty() ? Flux.empty() : reservations.keep(List.copyOf(claims));
    }

    /** Promises that lapse do so no earlier than then; those that last, and those that lapsed before, stay as they are. */
    public Mono<Void> prolong(Collection<ReservationOwner> owners, Instant until) {
        return owners.isEmpty() ? Mono.empty() : reservations.prolong(owners, until);
    }

    /** Gives the goods back; an owner that holds less of them gives back what it holds, so a lapsed promise is harmless. */
    public Mono<Void> release(Collection<StockClaim> claims, @Nullable AccountId releasedBy) {
        return settle(claims, StockChangeReason.RELEASED, releasedBy);
    }

    /** The goods leave the house: on hand and reserved both shrink. */
    public Mono<Void> take(Collection<StockClaim> claims, @Nullable AccountId takenBy) {
        return settle(claims, StockChangeReason.TAKEN, takenBy);
    }

    private Mono<Void> settle(Collection<StockClaim> claims, StockChangeReason reason, @Nullable AccountId changedBy) {
        if (claims.isEmpty()) {
            return Mono.empty();
        }
        return reservations
                .settle(List.copyOf(claims), reason, changedBy, clock.instant())
                .collectList()
                .flatMap(marks::mark)
                .as(transaction::transactional);
    }

    /** The rows that did move are rolled back with the caller's transaction; they are counted back in here. */
    private Mono<Void> refuse(List<StockClaim> wanted, List<StockMovement> movements) {
        var served = movements.stream().map(StockMovement::variant).collect(Collectors.toSet());
        return stock.findAll(variants(wanted))
                .collectMap(StockLevel::variant, StockLevel::available)
                .flatMap(left -> {
                    var shortages = wanted.stream()
                            .filter(claim -> !served.contains(claim.variant()))
                            .map(claim -> new OutOfStockException.Shortage(
                                    claim.variant(), claim.quantity(), left.getOrDefault(claim.variant(), 0)))
                            .toList();
                    return Mono.error(() -> new OutOfStockException(shortages));
                });
    }

    private static Collection<VariantId> variants(List<StockClaim> claims) {
        return claims.stream().map(StockClaim::variant).collect(Collectors.toSet());
    }
}
