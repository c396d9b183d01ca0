package vn.chophien.marketplace.inventory;

import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.catalog.ListingMarks;
import vn.chophien.marketplace.catalog.VariantSnapshot;
import vn.chophien.marketplace.catalog.Variants;

/** Tells the search about variants that sold out or came back, inside the transaction that did it. */
@Component
class AvailabilityMarks {

    private final Variants variants;
    private final ListingMarks listings;

    AvailabilityMarks(Variants variants, ListingMarks listings) {
        this.variants = variants;
        this.listings = listings;
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
                .flatMap(listings::mark);
    }
}
