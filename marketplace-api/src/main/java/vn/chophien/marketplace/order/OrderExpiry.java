package vn.chophien.marketplace.order;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.PaymentState;

/**
 * Gives up card orders that were not paid in time. The gateway is asked first, because the money may have arrived unheard; while it cannot be
 * reached the order waits a little longer. Several instances may run this: the order's lock lets only one of them cancel.
 */
@Component
class OrderExpiry {

    private static final Logger LOG = LoggerFactory.getLogger(OrderExpiry.class);
    private static final int BATCH = 50;

    /** How long an unreachable gateway may delay the end; a later payment goes back. */
    private static final Duration GATEWAY_GRACE = Duration.ofHours(1);

    private final OrderReading reading;
    private final OrderPayments payments;
    private final OrderCancelling cancelling;
    private final InstantSource clock;

    OrderExpiry(OrderReading reading, OrderPayments payments, OrderCancelling cancelling, InstantSource clock) {
        this.reading = reading;
        this.payments = payments;
        this.cancelling = cancelling;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 30, fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    Mono<Void> cancelOverdue() {
        return Mono.defer(() -> reading.findOverdue(clock.instant(), BATCH))
                .flatMapMany(Flux::fromIterable)
                .concatMap(id -> expire(id).onErrorResume(failure -> {
                    LOG.warn("Order {} stays overdue", id, failure);
                    return Mono.empty();
                }))
                .then();
    }

    private Mono<Void> expire(OrderId id) {
        return reading.find(id)
                .flatMap(order -> payments.close(order)
                        .onErrorResume(failure -> isHopeless(order) ? Mono.empty() : Mono.error(failure))
                        // A card that the bank is still asking about may yet bring the money.
                        .filter(state -> state == PaymentState.PROCESSING && !isHopeless(order))
                        .hasElement()
                        .flatMap(undecided -> undecided ? Mono.empty() : cancelling.cancelUnpaid(id)));
    }

    private boolean isHopeless(Order order) {
        Instant dueAt = order.payment().dueAt();
        return dueAt != null && dueAt.plus(GATEWAY_GRACE).isBefore(clock.instant());
    }
}
