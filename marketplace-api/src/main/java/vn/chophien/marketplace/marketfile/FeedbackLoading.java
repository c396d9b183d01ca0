package vn.chophien.marketplace.marketfile;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.catalog.ListingImport;
import vn.chophien.marketplace.marketfile.MarketLoading.Parsed;
import vn.chophien.marketplace.review.NewReview;
import vn.chophien.marketplace.review.Reviews;
import vn.chophien.marketplace.traceability.TraceLots;

/** Loads what is said of listings: reviews, and the history of lots. */
@Component
class FeedbackLoading {
    private static final String REVIEWS = "reviews.jsonl";
    private static final String LOTS = "trace-lots.jsonl";
    private static final int BATCH = 500;

    private final ListingImport listings;
    private final Reviews reviews;
    private final TraceLots lots;

    FeedbackLoading(ListingImport listings, Reviews reviews, TraceLots lots) {
        this.listings = listings;
        this.reviews = reviews;
        this.lots = lots;
    }

    Mono<Void> load(MarketFolder folder, LoadReport report) {
        return loadReviews(folder, report).then(loadLots(folder, report));
    }

    private Mono<Void> loadReviews(MarketFolder folder, LoadReport report) {
        return Mono.defer(() -> {
            var known = new HashSet<String>();
            return MarketLoading.parsed(folder, REVIEWS, line -> reviewOf(line, known), report::refuse)
                    .map(Parsed::item)
                    .buffer(BATCH)
                    .concatMap(batch -> storeReviews(batch, report), 1)
                    .then();
        });
    }

    private static ReviewLine reviewOf(Line line, Set<String> known) {
        var review = ReviewLine.parse(line);
        if (!known.add(review.id())) {
            throw new BadLineException("review_id '%s' is there already".formatted(review.id()));
        }
        return review;
    }

    private Mono<Void> storeReviews(List<ReviewLine> batch, LoadReport report) {
        return listings.findBySku(batch.stream().map(ReviewLine::sku).distinct().toList())
                .flatMap(found -> {
                    var known = batch.stream()
                            .flatMap(review -> listing(review.line(), review.sku(), found, report)
                                    .map(listing -> new Parsed<>(review.line(), review.of(listing)))
                                    .stream())
                            .toList();
                    return LineStoring.store(known, Parsed::line, this::add, report);
                });
    }

    private Mono<Void> add(List<Parsed<NewReview>> lines) {
        return reviews.add(lines.stream().map(Parsed::item).toList());
    }

    private Mono<Void> loadLots(MarketFolder folder, LoadReport report) {
        return MarketLoading.parsed(folder, LOTS, LotLine::parse, report::refuse)
                .buffer(BATCH)
                .concatMap(batch -> storeLots(batch, report), 1)
                .then();
    }

    private Mono<Void> storeLots(List<Parsed<LotLine>> batch, LoadReport report) {
        return listings.findBySku(
                        batch.stream().map(lot -> lot.item().sku()).distinct().toList())
                .flatMap(found -> Flux.fromIterable(batch)
                        .concatMap(lot -> Mono.justOrEmpty(
                                        listing(lot.line(), lot.item().sku(), found, report))
                                .flatMap(listing -> MarketLoading.stored(
                                        lot, lots.add(lot.item().of(listing)), report)))
                        .then());
    }

    private static Optional<ListingId> listing(Line line, String sku, Map<String, ListingId> found, LoadReport report) {
        var listing = found.get(sku);
        if (listing == null) {
            report.refuse(line, "sku '%s' is not a listing of this market".formatted(sku));
        }
        return Optional.ofNullable(listing);
    }
}
