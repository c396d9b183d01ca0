package vn.chophien.marketplace.search.lexicon;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.search.understanding.QueryReader;

/** Every second: takes the steps of a dictionary on its way, and reads queries by the one in force. */
@Component
class LexiconWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LexiconWorker.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final long OF_THE_BUILD = 0;

    private final LexiconRepository lexicons;
    private final LexiconShelf shelf;
    private final LexiconRollout rollout;
    private final QueryReader reader;
    private final AtomicLong inUse = new AtomicLong(OF_THE_BUILD);
    private @Nullable Disposable running;
    private volatile boolean failing;

    LexiconWorker(LexiconRepository lexicons, LexiconShelf shelf, LexiconRollout rollout, QueryReader reader) {
        this.lexicons = lexicons;
        this.shelf = shelf;
        this.rollout = rollout;
        this.reader = reader;
    }

    /** Reads queries by the dictionary in force from now on. */
    Mono<Void> follow() {
        return lexicons.live()
                .filter(version -> version != inUse.get())
                .flatMap(version -> shelf.get(version).flatMap(reader::readBy).doOnSuccess(done -> {
                    inUse.set(version);
                    LOG.info("Queries are read by dictionary {}", version);
                }));
    }

    Mono<Void> work() {
        return Mono.defer(rollout::step)
                .expand(more -> more ? Mono.defer(rollout::step) : Mono.empty())
                .then(follow())
                .doOnSuccess(done -> failing = false)
                .onErrorResume(this::logged);
    }

    /** An outage of the database is one line, not one a second. */
    private Mono<Void> logged(Throwable failure) {
        if (!failing) {
            failing = true;
            LOG.warn("The dictionary waits: {}", failure.toString());
        }
        return Mono.empty();
    }

    @Override
    public void start() {
        running = Flux.concat(
                        follow().onErrorResume(this::logged),
                        Flux.interval(EVERY).onBackpressureDrop().concatMap(tick -> work(), 1))
                .subscribe();
    }

    @Override
    public void stop() {
        var current = running;
        running = null;
        if (current != null) {
            current.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
