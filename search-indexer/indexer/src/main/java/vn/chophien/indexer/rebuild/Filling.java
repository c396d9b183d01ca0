package vn.chophien.indexer.rebuild;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.indexer.bulk.Backoff;
import vn.chophien.indexer.bulk.BulkWriter;
import vn.chophien.indexer.bulk.Change;
import vn.chophien.indexer.bulk.Outcome;
import vn.chophien.indexer.document.PublishedListing;
import vn.chophien.indexer.document.PublishedListings;
import vn.chophien.indexer.feed.MarkQueue;

/** Copies the catalogue into an index, page by page in the order of ids, and keeps account of how far it has come. */
@Component
class Filling {

    private static final Logger log = LoggerFactory.getLogger(Filling.class);

    /** While some pages are being written, the next are on their way, and others are read and made into documents: nobody waits. */
    private static final int PAGES_IN_FLIGHT = 6;

    /** About half a minute; whoever goes on with the rebuild begins with the same page. */
    private static final int MOST_ATTEMPTS = 10;

    private final PublishedListings published;
    private final BulkWriter writer;
    private final MarkQueue queue;
    private final RebuildJournal journal;
    private final RebuildProperties properties;

    Filling(
            PublishedListings published,
            BulkWriter writer,
            MarkQueue queue,
            RebuildJournal journal,
            RebuildProperties properties) {
        this.published = published;
        this.writer = writer;
        this.queue = queue;
        this.journal = journal;
        this.properties = properties;
    }

    /** Everything after what is already there. */
    Mono<RebuildProgress> goOn(RebuildProgress from) {
        var pace = properties.pace();
        return page(from.last(), pace)
                .expand(page -> page.size() < properties.rebuildPage()
                        ? Mono.empty()
                        : page(page.getLast().id(), pace))
                .filter(page -> !page.isEmpty())
                .flatMapSequential(
                        page -> write(from.index(), page).subscribeOn(Schedulers.parallel()), PAGES_IN_FLIGHT, 1)
                .scan(from, (progress, page) -> progress.plus(page.last(), page.written(), page.refused()))
                .skip(1)
                .concatMap(journal::reached)
                .last(from);
    }

    private Mono<List<PublishedListing>> page(@Nullable UUID after, Pace pace) {
        return Mono.defer(() -> {
            var wait = pace.before(properties.rebuildPage());
            var page = published.after(after, properties.rebuildPage()).collectList();
            return wait.isZero() ? page : page.delaySubscription(wait);
        });
    }

    private Mono<Written> write(String index, List<PublishedListing> page) {
        var changes = page.stream().map(Change::of).toList();
        return write(index, changes, 1)
                .map(refused -> new Written(page.getLast().id(), page.size() - refused, refused));
    }

    /** How many were refused. */
    private Mono<Long> write(String index, List<Change> changes, int attempt) {
        return writer.write(List.of(index), changes)
                .onErrorResume(failure -> attempt < MOST_ATTEMPTS, failure -> {
                    log.info("Writing a page again: {}", failure.toString());
                    return Mono.just(Map.of());
                })
                .flatMap(outcomes -> {
                    var again = changes.stream()
                            .filter(change -> isBusy(outcomes, change))
                            .toList();
                    if (!again.isEmpty() && attempt == MOST_ATTEMPTS) {
                        return Mono.error(new IllegalStateException(
                                "The index " + index + " did not take " + again.size() + " documents."));
                    }
                    var later = again.isEmpty()
                            ? Mono.just(0L)
                            : Mono.delay(Backoff.OF_THE_INDEX.after(attempt))
                                    .then(Mono.defer(() -> write(index, again, attempt + 1)));
                    return park(changes, outcomes).zipWith(later, Long::sum);
                });
    }

    private static boolean isBusy(Map<UUID, Outcome> outcomes, Change change) {
        return outcomes.getOrDefault(change.id(), new Outcome.Busy("no answer")) instanceof Outcome.Busy;
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

    private record Written(UUID last, long written, long refused) {}
}
