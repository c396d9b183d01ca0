package vn.chophien.indexer.rebuild;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import vn.chophien.indexer.feed.DeadLetter;
import vn.chophien.indexer.feed.MarkQueue;
import vn.chophien.indexer.index.ListingIndices;
import vn.chophien.indexer.rebuild.Operations.Action;

/**
 * {@code /actuator/listings}: GET shows where the index stands, GET {@code /dead-letters} what is parked; POST {@code /rebuild},
 * {@code /compare} or {@code /retry-dead-letters} sets something going and answers at once.
 */
@Component
@Profile("!command")
@Endpoint(id = "listings")
class ListingsEndpoint implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ListingsEndpoint.class);
    private static final int MOST_DEAD_LETTERS = 200;

    private final ListingIndices indices;
    private final MarkQueue queue;
    private final RebuildJournal journal;
    private final Operations operations;
    private final Disposable.Composite running = Disposables.composite();
    private volatile @Nullable Result last;

    ListingsEndpoint(ListingIndices indices, MarkQueue queue, RebuildJournal journal, Operations operations) {
        this.indices = indices;
        this.queue = queue;
        this.journal = journal;
        this.operations = operations;
    }

    @ReadOperation
    Mono<State> state() {
        var rebuilding = journal.unfinished().map(List::of).defaultIfEmpty(List.of());
        return Mono.zip(indices.live().defaultIfEmpty("none"), queue.state(), rebuilding)
                .map(state -> new State(
                        state.getT1(),
                        state.getT2().waiting(),
                        state.getT2().lag(),
                        state.getT2().deadLetters(),
                        state.getT3().isEmpty() ? null : state.getT3().getFirst(),
                        last));
    }

    @ReadOperation
    Mono<List<DeadLetter>> parked(@Selector Shown shown) {
        return switch (shown) {
            case DEAD_LETTERS -> queue.parked(MOST_DEAD_LETTERS).collectList();
        };
    }

    @WriteOperation
    Started start(@Selector Action action, @Nullable UUID listing, @Nullable String reason) {
        running.add(operations
                .perform(action, listing, reason)
                .subscribe(
                        result -> {
                            last = new Result(action, result, null);
                            log.info("{}: {}", action, result);
                        },
                        failure -> {
                            last = new Result(action, null, failure.toString());
                            log.warn("{} failed", action, failure);
                        }));
        return new Started(action);
    }

    @Override
    public void destroy() {
        running.dispose();
    }

    enum Shown {
        DEAD_LETTERS
    }

    record Started(Action started) {}

    record Result(
            Action action,
            @Nullable Object report,
            @Nullable String failure) {}

    record State(
            String index,
            long waiting,
            Duration lag,
            long deadLetters,
            @Nullable RebuildProgress rebuild,
            @Nullable Result last) {}
}
