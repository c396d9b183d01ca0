package vn.chophien.indexer.rebuild;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.chophien.indexer.bulk.BulkWriter;
import vn.chophien.indexer.bulk.Change;
import vn.chophien.indexer.bulk.Outcome;
import vn.chophien.indexer.document.PublishedListing;
import vn.chophien.indexer.document.PublishedListings;
import vn.chophien.indexer.feed.MarkQueue;
import vn.chophien.indexer.index.IndexRestoration;
import vn.chophien.indexer.index.ListingIndices;

/**
 * Fills a new index while the old one is searched and both receive changes.
 *
 * <p>No change is missed: a feed asks which indices to write to only after it has read a document, so either it sees the
 * new index, or it read before the new index existed, and then this rebuild reads a state at least as new.
 */
@Component
public class Rebuild implements IndexRestoration {

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    private static final UUID LOWEST = new UUID(0, 0);
    private static final int COMPARISONS = 5;

    private final ListingIndices indices;
    private final PublishedListings published;
    private final BulkWriter writer;
    private final MarkQueue queue;
    private final Comparison comparison;
    private final RebuildLock lock;
    private final RebuildProperties properties;

    Rebuild(
            ListingIndices indices,
            PublishedListings published,
            BulkWriter writer,
            MarkQueue queue,
            Comparison comparison,
            RebuildLock lock,
            RebuildProperties properties) {
        this.indices = indices;
        this.published = published;
        this.writer = writer;
        this.queue = queue;
        this.comparison = comparison;
        this.lock = lock;
        this.properties = properties;
    }

    /** Rebuilds; an error, and no index left behind, when another rebuild is under way or this one fails. */
    public Mono<RebuildReport> run() {
        return lock.whileHeld(Mono.defer(this::fillAndPromote));
    }

    /** Rebuilds unless a current index is there; waits for another indexer that is at it. */
    @Override
    public Mono<Void> restore() {
        return indices.current()
                .switchIfEmpty(lock.whileHeld(indices.current()
                                .switchIfEmpty(Mono.defer(this::fillAndPromote).map(RebuildReport::index)))
                        .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, Duration.ofSeconds(1))
                                .filter(RebuildUnderWay.class::isInstance)))
                .then();
    }

    /** Compares the searched index with the catalogue and mends it. */
    public Mono<ComparisonReport> compare() {
        return indices.live().flatMap(comparison::mend);
    }

    private Mono<RebuildReport> fillAndPromote() {
        long start = System.nanoTime();
        return indices.create()
                .flatMap(index -> fill(index)
                        .flatMap(filled -> mendUntilEqual(index, 1)
                                .map(mended -> new RebuildReport(
                                        index,
                                        filled.written(),
                                        filled.refused(),
                                        mended,
                                        Duration.ofNanos(System.nanoTime() - start))))
                        .flatMap(report -> promote(index).thenReturn(report))
                        .doOnNext(report -> log.info("Rebuilt the listing index: {}", report))
                        .onErrorResume(failure -> abandon(failure)));
    }

    private Mono<Void> promote(String index) {
        return indices.live()
                .map(previous -> Set.of(previous, index))
                .defaultIfEmpty(Set.of(index))
                .flatMap(kept -> indices.promote(index).then(indices.dropAllBut(kept)));
    }

    private <T> Mono<T> abandon(Throwable failure) {
        return indices.live()
                .map(Set::of)
                .defaultIfEmpty(Set.of())
                .flatMap(indices::dropAllBut)
                .onErrorComplete()
                .then(Mono.error(failure));
    }

    private Mono<Filled> fill(String index) {
        return page(LOWEST)
                .expand(page -> page.size() < properties.batchSize()
                        ? Mono.empty()
                        : page(page.getLast().id()).delaySubscription(properties.pageTime()))
                .concatMap(page -> write(index, page.stream().map(Change::of).toList()))
                .reduce(new Filled(0, 0), Filled::plus);
    }

    private Mono<List<PublishedListing>> page(UUID after) {
        return published.after(after, properties.batchSize()).collectList();
    }

    private Mono<Filled> write(String index, List<Change> changes) {
        return writer.write(List.of(index), changes).flatMap(outcomes -> {
            var busy = changes.stream()
                    .filter(change -> outcomes.get(change.id()) instanceof Outcome.Busy)
                    .toList();
            var done =
                    park(changes, outcomes).map(refused -> new Filled(changes.size() - busy.size() - refused, refused));
            return busy.isEmpty()
                    ? done
                    : done.flatMap(first -> Mono.delay(Duration.ofMillis(500))
                            .then(Mono.defer(() -> write(index, busy)))
                            .map(first::plus));
        });
    }

    private Mono<Long> park(List<Change> changes, Map<UUID, Outcome> outcomes) {
        var parked = new ArrayList<Mono<Void>>();
        for (var change : changes) {
            if (outcomes.get(change.id()) instanceof Outcome.Refused refused) {
                log.warn("Listing {} is parked: {}", change.id(), refused.reason());
                parked.add(queue.park(change.id(), change.version(), refused.reason()));
            }
        }
        return Flux.concat(parked).then(Mono.just((long) parked.size()));
    }

    /** Changes go on during a comparison, so what it finds is looked at again until nothing is left to explain. */
    private Mono<Long> mendUntilEqual(String index, int attempt) {
        return comparison.mend(index).flatMap(report -> {
            if (report.differences() == 0) {
                return Mono.just(0L);
            }
            if (attempt == COMPARISONS) {
                return Mono.error(
                        new IllegalStateException("The new index " + index + " still differs from the catalogue in "
                                + report.differences() + " listings after " + COMPARISONS + " comparisons."));
            }
            return mendUntilEqual(index, attempt + 1).map(later -> later + report.mended());
        });
    }

    private record Filled(long written, long refused) {

        Filled plus(Filled other) {
            return new Filled(written + other.written, refused + other.refused);
        }
    }
}
