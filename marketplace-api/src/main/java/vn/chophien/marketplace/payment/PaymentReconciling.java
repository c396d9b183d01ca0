package vn.chophien.marketplace.payment;

import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Closes what a crash or a lost webhook left open, by asking the gateway about every payment that is not final. */
@Component
class PaymentReconciling {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentReconciling.class);
    private static final int BATCH = 50;
    private static final int IN_FLIGHT = 4;

    private final CardPaymentRepository payments;
    private final GatewayCardPayments cardPayments;
    private final InstantSource clock;

    PaymentReconciling(CardPaymentRepository payments, GatewayCardPayments cardPayments, InstantSource clock) {
        this.payments = payments;
        this.cardPayments = cardPayments;
        this.clock = clock;
    }

    /** Looks at what is due and answers how much that was. */
    Mono<Integer> reconcileDue() {
        return Mono.defer(() -> payments.claimForCheck(BATCH, clock.instant()).collectList())
                .flatMap(due -> Flux.fromIterable(due)
                        .flatMap(this::reconcile, IN_FLIGHT)
                        .then(Mono.just(due.size())));
    }

    private Mono<Void> reconcile(CardPayment payment) {
        var overdue = payment.isOlderThan(GatewayCardPayments.OPEN_FOR, clock.instant());
        var step = payment.closing() || overdue ? cardPayments.close(payment) : cardPayments.advance(payment);
        return step.doOnNext(known -> {
                    if (known.state() != payment.state()) {
                        LOG.info("Payment {} was {} and is {}", known.id(), payment.state(), known.state());
                    }
                })
                .then()
                .onErrorResume(failure -> {
                    LOG.warn("Cannot reconcile payment {}: {}", payment.id(), failure.toString());
                    return Mono.empty();
                });
    }
}
