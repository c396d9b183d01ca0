package vn.chophien.indexer.rebuild;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import vn.chophien.indexer.feed.MarkQueue;
import vn.chophien.indexer.index.ListingIndices;

/**
 * {@code /actuator/listings}: GET shows where the index stands; POST {@code /rebuild}, {@code /compare} or {@code
 * /retry-dead-letters} sets something going and answers at once.
 */
@Component
@Endpoint(id = "listings")
class ListingsEndpoint implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(ListingsEndpoint.class);

    private final ListingIndices indices;
    private final MarkQueue queue;
    private final Rebuild rebuild;
    private final Disposable.Composite running = Disposables.composite();
    private volatile @Nullable Object lastResult;

    ListingsEndpoint(ListingIndices indices, MarkQueue queue, Rebuild rebuild) {
        this.indices = indices;
        this.queue = queue;
        this.rebuild = rebuild;
    }

    @ReadOperation
    Mono<State> state() {
        return Mono.zip(indices.live().defaultIfEmpty("none"), queue.state())
                .map(state -> new State(
                        state.getT1(),
                        state.getT2().waiting(),
                        state.getT2().lag(),
                        state.getT2().deadLetters(),
                        lastResult));
    }

    @WriteOperation
    Started start(@Selector Action action) {
        running.add(work(action)
                .subscribe(
                        result -> {
                            lastResult = result;
                            log.info("{}: {}", action, result);
                        },
                        failure -> {
                            lastResult = failure.toString();
                            log.warn("{} failed", action, failure);
                        }));
        return new Started(action);
    }

    private Mono<?> work(Action action) {
        return switch (action) {
            case REBUILD -> rebuild.run();
            case COMPARE -> rebuild.compare();
            case RETRY_DEAD_LETTERS -> queue.retryParked().map(Retried::new);
        };
    }

    @Override
    public void destroy() {
        running.dispose();
    }

    enum Action {
        REBUILD,
        COMPARE,
        RETRY_DEAD_LETTERS
    }

    record Started(Action started) {}

    record Retried(long deadLetters) {}

    record State(
            String index,
            long waiting,
            Duration lag,
            long deadLetters,
            @Nullable Object lastResult) {}
}
