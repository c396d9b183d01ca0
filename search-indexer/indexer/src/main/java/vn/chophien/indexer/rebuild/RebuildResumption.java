package vn.chophien.indexer.rebuild;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks from time to time whether a rebuild was interrupted, by a crash of this indexer or of another one, and goes on with it. */
@Component
@Profile("!command")
class RebuildResumption implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RebuildResumption.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Rebuild rebuild;
    private @Nullable Disposable watching;

    RebuildResumption(Rebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public void start() {
        watching = Flux.interval(Duration.ZERO, EVERY)
                .onBackpressureDrop()
                .concatMap(
                        tick -> rebuild.goOn().then().onErrorResume(failure -> {
                            log.warn("The rebuild was interrupted: {}", failure.toString());
                            return Mono.empty();
                        }),
                        1)
                .subscribe();
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
