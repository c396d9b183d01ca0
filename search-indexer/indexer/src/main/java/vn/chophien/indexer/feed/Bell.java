package vn.chophien.indexer.feed;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Rings when there may be work. A ring between {@link #silence} and {@link #await} is not missed. */
@Component
class Bell {

    private final AtomicReference<Sinks.Empty<Void>> next = new AtomicReference<>(Sinks.empty());

    void ring() {
        next.get().tryEmitEmpty();
    }

    /** Forgets earlier rings; call it before looking for work. */
    void silence() {
        next.set(Sinks.empty());
    }

    Mono<Void> await(Duration atMost) {
        return next.get().asMono().timeout(atMost, Mono.empty());
    }
}
