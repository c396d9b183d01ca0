package vn.chophien.indexer.rebuild;

import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.chophien.indexer.index.IndexRestoration;
import vn.chophien.indexer.index.ListingIndices;

/**
 * Fills a new index while the old one is searched and both receive changes. Interrupted, it goes on in the same index, from the
 * listing it had reached, when it is asked for the next time.
 *
 * <p>No change is missed: a feed asks which indices to write to only after it has read a document, so either it sees the
 * new index, or it read before the new index existed, and then this rebuild reads a state at least as new.
 */
@Component
public class Rebuild implements IndexRestoration {

    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    private static final int COMPARISONS = 5;

    private final ListingIndices indices;
    private final RebuildJournal journal;
    private final Filling filling;
    private final Comparison comparison;
    private final RebuildLock lock;

    Rebuild(ListingIndices indices, RebuildJournal journal, Filling filling, Comparison comparison, RebuildLock lock) {
        this.indices = indices;
        this.journal = journal;
        this.filling = filling;
        this.comparison = comparison;
        this.lock = lock;
    }

    /** Begins a rebuild or goes on with the unfinished one; an error when another indexer is at it. */
    public Mono<RebuildReport> run() {
        return lock.whileHeld(Mono.defer(this::fillAndPromote));
    }

    /** Goes on with a rebuild that was interrupted, if there is one and nobody else is at it. */
    Mono<RebuildReport> goOn() {
        return journal.unfinished()
                .flatMap(found -> lock.whileHeld(journal.unfinished().flatMap(still -> fillAndPromote()))
                        .onErrorResume(RebuildUnderWay.class, busy -> Mono.empty()));
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

    /** Compares every document of the searched index with the catalogue and mends it. */
    public Mono<ComparisonReport> compare() {
        return indices.live().flatMap(comparison::ofDocuments);
    }

    private Mono<RebuildReport> fillAndPromote() {
        return journal.shown(begun().flatMap(begun -> {
            long start = System.nanoTime();
            return filling.goOn(begun).flatMap(filled -> {
                long compared = System.nanoTime();
                return indices.prepare(begun.index())
                        .then(mendUntilEqual(begun.index(), 1))
                        .flatMap(mended -> indices.compact(begun.index())
                                .then(promote(begun.index()))
                                .thenReturn(new RebuildReport(
                                        begun.index(),
                                        filled.written(),
                                        filled.refused(),
                                        mended,
                                        Duration.ofNanos(compared - start),
                                        Duration.ofNanos(System.nanoTime() - compared))))
                        .doOnNext(report -> log.info("Rebuilt the listing index {}", report));
            });
        }));
    }

    /** The unfinished rebuild, if its index is still there and of the current version; else a new one. */
    private Mono<RebuildProgress> begun() {
        var anew = Mono.defer(indices::create).flatMap(journal::begin);
        return journal.unfinished()
                .filterWhen(unfinished -> indices.receivesChanges(unfinished.index()))
                .doOnNext(unfinished -> log.info(
                        "Going on with the rebuild of {}, of which {} listings are written",
                        unfinished.index(),
                        unfinished.written()))
                .switchIfEmpty(anew);
    }

    private Mono<Void> promote(String index) {
        return indices.live()
                .map(previous -> Set.of(previous, index))
                .defaultIfEmpty(Set.of(index))
                .flatMap(kept -> indices.promote(index).then(journal.end()).then(indices.dropAllBut(kept)));
    }

    /** Changes go on during a comparison, so what it finds is looked at again until nothing is left to explain. */
    private Mono<Long> mendUntilEqual(String index, int attempt) {
        return comparison.ofFingerprints(index).flatMap(report -> {
            if (report.differences() == 0) {
                return Mono.just(0L);
            }
            log.info("Before it is searched: {}", report);
            return attempt < COMPARISONS
                    ? mendUntilEqual(index, attempt + 1).map(later -> later + report.mended())
                    : abandon(new DifferentIndex(index, report.differences(), COMPARISONS));
        });
    }

    /** An index that cannot be made equal is of no use to whoever comes next. */
    private <T> Mono<T> abandon(DifferentIndex failure) {
        return indices.live()
                .map(Set::of)
                .defaultIfEmpty(Set.of())
                .flatMap(indices::dropAllBut)
                .then(journal.end())
                .onErrorComplete()
                .then(Mono.error(failure));
    }
}
