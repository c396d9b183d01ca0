package vn.chophien.marketplace.inventory;

import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.catalog.ListingMarks;
import vn.chophien.marketplace.catalog.VariantSnapshot;
import vn.chophien.marketplace.catalog.Variants;

/** Tells the search about variants that sold out or came back, and those who wait about the latter, inside the transaction that did it. */
@Component
class AvailabilityMarks {

    private final Variants variants;
    private final ListingMarks listings;
    private final StockWatches watches;
    private final InstantSource clock;

    AvailabilityMarks(Variants variants, ListingMarks listings, StockWatches watches, InstantSource clock) {
        this.variants = variants;
        this.listings = listings;
        this.watches = watches;
        this.clock = clock;
    }

    Mono<Void> mark(List<StockMovement> movements) {
        var flipped = movements.stream()
                .filter(StockMovement::flipsAvailability)
                .map(StockMovement::variant)
                .toList();
        if (flipped.isEmpty()) {
            return Mono.empty();
        }
        return variants.findAll(flipped)
                .map(VariantSnapshot::listingId)
                .distinct()
                .collectList()
                .flatMap(listings::mark)
                .then(Mono.defer(() -> tellThoseWhoWait(movements)));
    }

    private Mono<Void> tellThoseWhoWait(List<StockMovement> movements) {
        var back = movements.stream()
                .filter(movement -> movement.flipsAvailability() && movement.availableAfter() > 0)
                .map(StockMovement::variant)
                .toList();
        return back.isEmpty() ? Mono.empty() : watches.back(back, clock.instant());
    }
}
