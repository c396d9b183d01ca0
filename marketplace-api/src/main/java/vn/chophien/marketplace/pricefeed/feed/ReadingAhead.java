package vn.chophien.marketplace.pricefeed.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.KeptState;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.Vintages;

/**
 * Reads what answers are made of at the start and after each publication, one thing after the other, so that the first
 * reader does not wait for it. Who asks meanwhile waits for the same reading.
 */
@Component
class ReadingAhead implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingAhead.class);

    private final PublicationBell bell;
    private final Vintages vintages;
    private final List<KeptState> states;
    private volatile @Nullable Disposable reading;

    ReadingAhead(PublicationBell bell, Vintages vintages, List<KeptState> states) {
        this.bell = bell;
        this.vintages = vintages;
        this.states = List.copyOf(states);
    }

    @Override
    public void start() {
        reading = ahead(Flux.concat(Mono.just(0), bell.rings()), vintages.latest(), states)
                .subscribe();
    }

    /** What is rung for while it reads is read together, afterwards. */
    static Mono<Void> ahead(Flux<?> rings, Mono<KnownAt> latest, List<KeptState> states) {
        return rings.onBackpressureLatest()
                .concatMap(
                        ring -> latest.flatMapMany(known -> Flux.fromIterable(states)
                                        .concatMap(state ->
                                                state.readAhead(known).onErrorResume(ReadingAhead::whoeverAsksReadsIt)))
                                .onErrorResume(ReadingAhead::whoeverAsksReadsIt),
                        1)
                .then();
    }

    private static Mono<Void> whoeverAsksReadsIt(Throwable failure) {
        LOG.debug("Reading ahead has to wait", failure);
        return Mono.empty();
    }

    @Override
    public void stop() {
        var active = reading;
        if (active != null) {
            active.dispose();
        }
        reading = null;
    }

    @Override
    public boolean isRunning() {
        return reading != null;
    }
}
