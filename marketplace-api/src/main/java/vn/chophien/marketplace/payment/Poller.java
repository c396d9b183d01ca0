package vn.chophien.marketplace.payment;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Repeats a step for as long as the application runs: when woken, and now and then anyway. A step that found work is
 * followed by another one at once; a failed one by the next tick.
 */
public final class Poller implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

    private final String name;
    private final Duration interval;
    private final Supplier<Mono<Integer>> step;
    private final Sinks.Many<Long> wakes = Sinks.many().multicast().directBestEffort();
    private volatile @Nullable Disposable running;
    private volatile boolean failing;

    Poller(String name, Duration interval, Supplier<Mono<Integer>> step) {
        this.name = name;
        this.interval = interval;
        this.step = step;
    }

    /** There is work; a lost call costs one interval. */
    public void wake() {
        wakes.tryEmitNext(0L);
    }

    @Override
    public void start() {
        running = Flux.merge(Flux.interval(interval), wakes.asFlux())
                .onBackpressureLatest()
                .concatMap(tick -> drain(), 1)
                .subscribe();
    }

    private Mono<Void> drain() {
        return Mono.defer(step)
                .expand(found -> found > 0 ? Mono.defer(step) : Mono.empty())
                .then()
                .doOnSuccess(done -> failing = false)
                .onErrorResume(failure -> {
                    logOnce(failure);
                    return Mono.empty();
                });
    }

    /** An outage of the database is one line, not one a second. */
    private void logOnce(Throwable failure) {
        if (!failing) {
            failing = true;
            LOG.warn("{} has to wait: {}", name, failure.toString());
        }
    }

    @Override
    public void stop() {
        var current = running;
        if (current != null) {
            current.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
