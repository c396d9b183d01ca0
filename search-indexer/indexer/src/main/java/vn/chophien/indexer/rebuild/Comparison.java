package vn.chophien.indexer.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.indexer.bulk.SealedDocument;
import vn.chophien.indexer.document.PublishedListing;
import vn.chophien.indexer.document.PublishedListings;
import vn.chophien.indexer.document.PublishedRange;
import vn.chophien.indexer.index.IndexContents;
import vn.chophien.indexer.index.IndexedDocument;
import vn.chophien.indexer.index.IndexedSum;
import vn.chophien.indexer.index.ListingIndices;

/**
 * Compares an index with the catalogue, range by range in the order of ids: PostgreSQL counts the listings of a range and adds up
 * their fingerprints, and so does the index. Only where the two sums differ are documents looked at one by one, and mended.
 */
@Component
class Comparison {

    private static final int RANGE = 1_000;
    private static final int RANGES_IN_FLIGHT = 2;

    /** Of a document that is not as it was written: no sum of fingerprints comes near it. */
    private static final long BROKEN = -(1L << 60);

    private final ListingIndices indices;
    private final IndexContents contents;
    private final PublishedListings published;
    private final Mending mending;

    Comparison(ListingIndices indices, IndexContents contents, PublishedListings published, Mending mending) {
        this.indices = indices;
        this.contents = contents;
        this.published = published;
        this.mending = mending;
    }

    /** The index adds up the fingerprints that its documents carry, which is quick, but believes them. */
    Mono<ComparisonReport> ofFingerprints(String index) {
        return compare(index, range -> contents.sum(index, range.after(), range.last()));
    }

    /** Every document is read and its seal checked, so that one altered by hand is found, too. */
    Mono<ComparisonReport> ofDocuments(String index) {
        return compare(
                index,
                range -> contents.documents(index, range.after(), range.last())
                        .publishOn(Schedulers.parallel())
                        .map(Comparison::sum));
    }

    private Mono<ComparisonReport> compare(String index, Function<PublishedRange, Mono<IndexedSum>> indexed) {
        return Mono.defer(() -> {
            long start = System.nanoTime();
            var ranges = new AtomicLong();
            var listings = new AtomicLong();
            return indices.refresh(index)
                    .thenMany(ranges(index))
                    .doOnNext(range -> {
                        ranges.incrementAndGet();
                        listings.addAndGet(range.listings());
                    })
                    .flatMap(
                            range -> indexed.apply(range)
                                    .filter(sum -> !isEqual(range, sum))
                                    .map(sum -> range),
                            RANGES_IN_FLIGHT,
                            1)
                    .concatMap(range -> inspect(index, range))
                    .concatWith(strays(index))
                    .reduce(Drift.NONE, Drift::plus)
                    .map(drift -> ComparisonReport.of(
                            index, listings.get(), ranges.get(), drift, Duration.ofNanos(System.nanoTime() - start)));
        });
    }

    /** From the lowest id to the middle and from there to the highest, side by side: each half goes on where its last range ended. */
    private Flux<PublishedRange> ranges(String index) {
        return contents.middle(index)
                .map(middle -> Flux.merge(ranges(null, middle), ranges(middle, null)))
                .defaultIfEmpty(ranges(null, null))
                .flatMapMany(Function.identity());
    }

    private Flux<PublishedRange> ranges(@Nullable UUID after, @Nullable UUID until) {
        return published
                .range(after, until, RANGE)
                .expand(range -> Objects.equals(range.last(), until)
                        ? Mono.empty()
                        : published.range(range.last(), until, RANGE));
    }

    private static boolean isEqual(PublishedRange wanted, IndexedSum found) {
        return wanted.listings() == found.documents() && wanted.fingerprints() == found.fingerprints();
    }

    private static IndexedSum sum(List<IndexedDocument> documents) {
        return new IndexedSum(
                documents.size(),
                documents.stream().mapToLong(Comparison::fingerprint).sum());
    }

    private static long fingerprint(IndexedDocument document) {
        return SealedDocument.read(document.answer(), document.from(), document.to())
                .filter(state -> state.version() == document.version())
                .map(SealedDocument.State::fingerprint)
                .orElse(BROKEN);
    }

    /** The index is read before the catalogue, so that it can only be behind. */
    private Mono<Drift> inspect(String index, PublishedRange range) {
        return indices.refresh(index)
                .then(contents.documents(index, range.after(), range.last()))
                .flatMap(found -> findings(range, found)
                        .flatMap(findings -> mending.mend(index, findings))
                        .flatMap(drift -> found.size() == IndexContents.PAGE && drift.mended() > 0
                                ? inspect(index, range).map(drift::plus) // more strangers than fit into an answer
                                : Mono.just(drift)));
    }

    private Mono<List<Finding>> findings(PublishedRange range, List<IndexedDocument> found) {
        return published.between(range.after(), range.last()).collectList().flatMap(wanted -> {
            var ids = wanted.stream().map(PublishedListing::id).collect(Collectors.toSet());
            var others = found.stream()
                    .flatMap(document -> Finding.idOf(document.id()).stream())
                    .filter(id -> !ids.contains(id))
                    .toList();
            var more = others.isEmpty() ? Flux.<PublishedListing>empty() : published.find(others);
            return more.collectList()
                    .publishOn(Schedulers.parallel())
                    .map(besides -> findings(
                            Stream.concat(wanted.stream(), besides.stream()).toList(), found));
        });
    }

    private static List<Finding> findings(List<PublishedListing> listings, List<IndexedDocument> documents) {
        var byId = documents.stream()
                .collect(Collectors.toMap(IndexedDocument::id, Function.identity(), (one, same) -> one));
        var known = listings.stream().map(listing -> listing.id().toString()).collect(Collectors.toSet());
        return Stream.concat(
                        listings.stream()
                                .map(listing -> Finding.of(
                                        listing, byId.get(listing.id().toString()))),
                        documents.stream()
                                .filter(document -> !known.contains(document.id()))
                                .map(document -> Finding.of(null, document)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Mono<Drift> strays(String index) {
        return contents.strays(index)
                .filter(ids -> !ids.isEmpty())
                .flatMap(ids -> mending.mend(
                        index,
                        ids.stream()
                                .map(id -> new Finding(id, Finding.Kind.ORPHANED, null))
                                .toList()));
    }
}
