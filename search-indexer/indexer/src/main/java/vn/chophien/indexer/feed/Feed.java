package vn.chophien.indexer.feed;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.chophien.indexer.bulk.Backoff;
import vn.chophien.indexer.index.IndexRestoration;
import vn.chophien.indexer.index.ListingIndexHealth;
import vn.chophien.indexer.index.MissingIndex;

/** Goes round as long as the application lives: through outages of the database and of the index, and without a restart. */
@Component
@Profile("!command")
class Feed implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Feed.class);

    private final FeedRound round;
    private final IndexRestoration restoration;
    private final Bell bell;
    private final ListingIndexHealth health;
    private final FeedProperties properties;
    private final AtomicInteger failures = new AtomicInteger();
    private @Nullable Disposable running;

    Feed(
            FeedRound round,
            IndexRestoration restoration,
            Bell bell,
            ListingIndexHealth health,
            FeedProperties properties) {
        this.round = round;
        this.restoration = restoration;
        this.bell = bell;
        this.health = health;
        this.properties = properties;
    }

    @Override
    public void start() {
        running = Mono.defer(restoration::restore)
                .retryWhen(Retry.from(retries -> retries.concatMap(
                        retry -> backOff(retry.failure().toString()).thenReturn(retry))))
                .thenMany(Mono.defer(this::turn).repeat())
                .subscribe();
    }

    private Mono<Void> turn() {
        bell.silence();
        return round.run()
                .flatMap(result -> {
                    if (result.busy() > 0) {
                        return backOff(result.busy() + " documents were not taken");
                    }
                    recovered();
                    if (result.claimed() > 0) {
                        return Mono.<Void>empty();
                    }
                    health.markCaughtUp();
                    return bell.await(properties.pollEvery());
                })
                .onErrorResume(MissingIndex.class, missing -> restoration.restore())
                .onErrorResume(failure -> backOff(failure.toString()));
    }

    private void recovered() {
        if (failures.getAndSet(0) > 0) {
            log.info("Indexing goes on");
        }
    }

    /** An index that is busy or away is left alone for a while, whatever waits to be written. */
    private Mono<Void> backOff(String reason) {
        int count = failures.incrementAndGet();
        if (count == 1) {
            log.warn("Indexing waits until database and index answer again: {}", reason);
        }
        round.countBackOff();
        return Mono.delay(Backoff.OF_THE_INDEX.after(count)).then();
    }

    @Override
    public void stop() {
        var active = running;
        if (active != null) {
            active.dispose();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
