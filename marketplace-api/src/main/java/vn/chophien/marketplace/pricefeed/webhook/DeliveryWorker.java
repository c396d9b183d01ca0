package vn.chophien.marketplace.pricefeed.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.feed.PublicationBell;

/** Tells webhooks at once when something was published, and looks now and then for what is due again. */
@Component
class DeliveryWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(2);

    private final DeliverySending sending;
    private final PublicationBell bell;
    private volatile @Nullable Disposable running;

    DeliveryWorker(DeliverySending sending, PublicationBell bell) {
        this.sending = sending;
        this.bell = bell;
    }

    @Override
    public void start() {
        running = Flux.merge(bell.rings(), Flux.interval(NOW_AND_THEN))
                .onBackpressureLatest()
                .concatMap(signal -> drain(), 1)
                .subscribe();
    }

    private Mono<Void> drain() {
        return Mono.defer(sending::sendDue)
                .expand(sent -> sent > 0 ? Mono.defer(sending::sendDue) : Mono.empty())
                .then()
                .onErrorResume(failure -> {
                    LOG.debug("Webhooks have to wait", failure);
                    return Mono.empty();
                });
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
