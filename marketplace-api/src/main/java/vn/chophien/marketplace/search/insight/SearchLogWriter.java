package vn.chophien.marketplace.search.insight;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stores what was counted every few seconds, in two statements whatever the traffic, and forgets what is too old. */
@Component
class SearchLogWriter implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SearchLogWriter.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration AT_THE_END = Duration.ofSeconds(2);
    private static final int ROUNDS_BETWEEN_FORGETTING = 720;

    private final SearchLog log;
    private final SearchCountRepository counts;
    private @Nullable Disposable running;

    SearchLogWriter(SearchLog log, SearchCountRepository counts) {
        this.log = log;
        this.counts = counts;
    }

    /** One batch; what cannot be stored is kept for the next. */
    Mono<Void> write() {
        return Mono.defer(() -> {
            var taken = log.takeCounts();
            var steps = log.takeSteps();
            return taken.isEmpty() && steps.isEmpty()
                    ? Mono.empty()
                    : counts.add(taken, steps).onErrorResume(failure -> {
                        LOG.warn("Counts of searches wait for the database: {}", failure.toString());
                        log.giveBack(taken, steps);
                        return Mono.empty();
                    });
        });
    }

    private Mono<Void> forget() {
        return counts.forget().onErrorResume(failure -> {
            LOG.warn("Old counts of searches could not be deleted: {}", failure.toString());
            return Mono.empty();
        });
    }

    @Override
    public void start() {
        running = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(round -> round % ROUNDS_BETWEEN_FORGETTING == 0 ? write().then(forget()) : write(), 1)
                .subscribe();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable stopped) {
        var current = running;
        running = null;
        if (current == null) {
            stopped.run();
            return;
        }
        current.dispose();
        write().timeout(AT_THE_END)
                .onErrorComplete()
                .doFinally(end -> stopped.run())
                .subscribe();
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
