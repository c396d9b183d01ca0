package vn.chophien.indexer.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.indexer.bulk.BulkWriter;
import vn.chophien.indexer.bulk.Change;
import vn.chophien.indexer.bulk.Outcome;
import vn.chophien.indexer.document.PublishedListing;
import vn.chophien.indexer.document.PublishedListings;
import vn.chophien.indexer.index.ListingIndices;
import vn.chophien.indexer.index.MissingIndex;

/** Claims marks once, writes the current documents of their listings and settles each mark by its outcome. */
@Component
class FeedRound {

    private static final Logger log = LoggerFactory.getLogger(FeedRound.class);

    private final MarkQueue queue;
    private final PublishedListings published;
    private final ListingIndices indices;
    private final BulkWriter writer;
    private final FeedProperties properties;
    private final MeterRegistry meters;

    FeedRound(
            MarkQueue queue,
            PublishedListings published,
            ListingIndices indices,
            BulkWriter writer,
            FeedProperties properties,
            MeterRegistry meters) {
        this.queue = queue;
        this.published = published;
        this.indices = indices;
        this.writer = writer;
        this.properties = properties;
        this.meters = meters;
        meters.counter("chophien.indexer.backoffs"); // shown from the start, as nought
    }

    Mono<RoundResult> run() {
        return queue.claim(properties.batchSize(), properties.claimFor())
                .collectList()
                .flatMap(marks -> marks.isEmpty()
                        ? Mono.just(new RoundResult(0, 0))
                        : write(marks)
                                .flatMap(outcomes -> settle(marks, outcomes)
                                        .thenReturn(new RoundResult(marks.size(), busy(outcomes))))
                                .onErrorResume(failure -> giveBack(marks, failure)));
    }

    void countBackOff() {
        meters.counter("chophien.indexer.backoffs").increment();
    }

    private Mono<Map<UUID, Outcome>> write(List<IndexMark> marks) {
        var ids = marks.stream().map(IndexMark::listingId).toList();
        return published
                .find(ids)
                .collectMap(PublishedListing::id, Function.identity())
                .flatMap(current -> {
                    var changes =
                            marks.stream().map(mark -> change(mark, current)).toList();
                    // Asked after reading: an index created later is filled from a state at least as new as this one.
                    return indices.writeTargets()
                            .filter(targets -> !targets.isEmpty())
                            .switchIfEmpty(Mono.error(() -> new MissingIndex(indices.aliasName())))
                            .flatMap(targets -> writer.write(targets, changes));
                });
    }

    private static int busy(Map<UUID, Outcome> outcomes) {
        return (int) outcomes.values().stream()
                .filter(Outcome.Busy.class::isInstance)
                .count();
    }

    private static Change change(IndexMark mark, Map<UUID, PublishedListing> current) {
        var listing = current.get(mark.listingId());
        return listing == null ? new Change.Remove(mark.listingId(), mark.version()) : Change.of(listing);
    }

    private Mono<Void> settle(List<IndexMark> marks, Map<UUID, Outcome> outcomes) {
        var done = new ArrayList<IndexMark>();
        var later = new ArrayList<IndexMark>();
        var parked = new ArrayList<Mono<Void>>();
        for (var mark : marks) {
            switch (outcomes.getOrDefault(mark.listingId(), new Outcome.Busy("no answer"))) {
                case Outcome.Done ok -> done.add(mark);
                case Outcome.Busy busy -> later.add(mark);
                case Outcome.Refused refused when mark.attempts() + 1 < properties.attempts() -> later.add(mark);
                case Outcome.Refused refused -> {
                    log.warn(
                            "Listing {} is parked after {} attempts: {}",
                            mark.listingId(),
                            mark.attempts() + 1,
                            refused.reason());
                    parked.add(queue.park(mark.listingId(), mark.version(), refused.reason()));
                }
            }
        }
        meters.counter("chophien.indexer.documents", "outcome", "done").increment(done.size());
        meters.counter("chophien.indexer.documents", "outcome", "later").increment(later.size());
        meters.counter("chophien.indexer.documents", "outcome", "parked").increment(parked.size());
        return queue.clear(done)
                .then(queue.postpone(later))
                .thenMany(Flux.concat(parked))
                .then();
    }

    private <T> Mono<T> giveBack(List<IndexMark> marks, Throwable failure) {
        return queue.release(marks).onErrorComplete().then(Mono.error(failure));
    }
}
