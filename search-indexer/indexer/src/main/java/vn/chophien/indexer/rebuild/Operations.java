package vn.chophien.indexer.rebuild;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.indexer.feed.MarkQueue;

/** What an operator may ask for, over the management endpoint or from a shell. */
@Component
class Operations {

    enum Action {
        REBUILD,
        COMPARE,
        RETRY_DEAD_LETTERS
    }

    /** How many parked listings were marked again. */
    record Retried(long deadLetters) {

        @Override
        public String toString() {
            return deadLetters + " dead letters are tried again";
        }
    }

    private final Rebuild rebuild;
    private final MarkQueue queue;

    Operations(Rebuild rebuild, MarkQueue queue) {
        this.rebuild = rebuild;
        this.queue = queue;
    }

    /** Listing and reason choose among dead letters; without them all are meant. */
    Mono<?> perform(Action action, @Nullable UUID listing, @Nullable String reason) {
        return switch (action) {
            case REBUILD -> rebuild.run();
            case COMPARE -> rebuild.compare();
            case RETRY_DEAD_LETTERS -> queue.retryParked(listing, reason).map(Retried::new);
        };
    }
}
