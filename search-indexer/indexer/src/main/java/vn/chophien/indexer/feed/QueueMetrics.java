package vn.chophien.indexer.feed;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Lag, queue and dead letters as gauges, looked up every few seconds rather than at each scrape. */
@Component
@Profile("!command")
class QueueMetrics implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final MarkQueue queue;
    private volatile QueueState latest = new QueueState(0, Duration.ZERO, 0);
    private @Nullable Disposable watching;

    QueueMetrics(MarkQueue queue, MeterRegistry meters) {
        this.queue = queue;
        meters.gauge("chophien.indexer.queue", this, metrics -> metrics.latest.waiting());
        meters.gauge(
                "chophien.indexer.lag.seconds",
                this,
                metrics -> metrics.latest.lag().toMillis() / 1000d);
        meters.gauge("chophien.indexer.dead.letters", this, metrics -> metrics.latest.deadLetters());
    }

    @Override
    public void start() {
        watching = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> queue.state().onErrorComplete())
                .subscribe(state -> latest = state);
    }

    @Override
    public void stop() {
        var active = watching;
        if (active != null) {
            active.dispose();
        }
        watching = null;
    }

    @Override
    public boolean isRunning() {
        return watching != null;
    }
}
