package vn.chophien.paymentsandbox;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The parts of the gateway, wired. Whoever uses them holds the lock of {@link #state}. */
final class Gateway {

    final GatewayState state;
    final Webhooks webhooks;
    final PaymentMethods paymentMethods;
    final Charges charges;
    final PaymentIntents intents;
    final Refunds refunds;
    final Balance balance;
    final Transfers transfers;
    final Payouts payouts;
    final Replies replies;
    final Faults faults = new Faults();
    private volatile @Nullable Duration processing;

    Gateway(
            SandboxSettings settings,
            InstantSource clock,
            ScheduledExecutorService scheduler,
            Supplier<URI> publicBase) {
        this.state = new GatewayState(settings.stateFile());
        this.webhooks = new Webhooks(state, clock, scheduler, settings);
        var events = new Events(state, clock, webhooks::accept);
        var later = new Later() {
            @Override
            public void run(Duration delay, Runnable action) {
                scheduler.schedule(
                        () -> {
                            synchronized (state) {
                                action.run();
                            }
                        },
                        delay.toMillis(),
                        TimeUnit.MILLISECONDS);
            }

            @Override
            public @Nullable Duration processing() {
                return processing;
            }
        };
        this.paymentMethods = new PaymentMethods(state, clock);
        this.charges = new Charges(state, clock);
        this.intents = new PaymentIntents(state, clock, events, charges, paymentMethods, publicBase, later);
        this.refunds = new Refunds(state, clock, events, charges, intents, paymentMethods, later);
        this.balance = new Balance(state);
        this.transfers = new Transfers(state, clock, events, charges, balance);
        this.payouts = new Payouts(state, clock, events, balance, later);
        this.replies = new Replies(state, clock);
    }

    void processing(@Nullable Duration duration) {
        processing = duration;
    }
}
