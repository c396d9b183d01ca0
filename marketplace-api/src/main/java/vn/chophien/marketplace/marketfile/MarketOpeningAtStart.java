package vn.chophien.marketplace.marketfile;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Opens the market when the application starts, without holding it up; until then the application is not ready. When that
 * fails the application ends: it would never become ready.
 */
@Component("marketHealthIndicator")
class MarketOpeningAtStart implements SmartLifecycle, ReactiveHealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(MarketOpeningAtStart.class);

    private final MarketOpening opening;
    private final ProcessEnd end;
    private volatile Disposable running = Disposables.disposed();
    private volatile boolean started;
    private volatile Health state = Health.outOfService().build();

    MarketOpeningAtStart(MarketOpening opening, ProcessEnd end) {
        this.opening = opening;
        this.end = end;
    }

    @Override
    public void start() {
        started = true;
        running = opening.open()
                .subscribe(
                        nothing -> {}, this::failed, () -> state = Health.up().build());
    }

    @Override
    public void stop() {
        started = false;
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromSupplier(() -> state);
    }

    private void failed(Throwable failure) {
        LOG.error("Opening the market failed", failure);
        state = Health.down().build();
        end.because("The market could not be opened: %s. The next start takes it up again."
                .formatted(NestedExceptionUtils.getMostSpecificCause(failure)));
    }
}
