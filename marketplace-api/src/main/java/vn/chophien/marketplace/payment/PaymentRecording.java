package vn.chophien.marketplace.payment;

import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import vn.chophien.marketplace.payment.gateway.GatewayPayment;

/**
 * Records what the gateway says of a payment and tells the listeners, in one transaction: both happen or neither, and
 * each fact is recorded once however often and by whomever it is reported.
 */
@Component
class PaymentRecording {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentRecording.class);
    private static final int ATTEMPTS_IN_A_RACE = 5;

    private final CardPaymentRepository payments;
    private final RefundRepository refunds;
    private final ObjectProvider<PaymentListener> listeners;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    PaymentRecording(
            CardPaymentRepository payments,
            RefundRepository refunds,
            ObjectProvider<PaymentListener> listeners,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.payments = payments;
        this.refunds = refunds;
        this.listeners = listeners;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Answers what is known of the payment afterwards. */
    Mono<CardPayment> record(PaymentId id, GatewayPayment seen) {
        return change(id, payment -> payment.learn(seen), seen);
    }

    /** Closes a payment that the gateway never gave a page for; one that has a page stays as it is. */
    Mono<CardPayment> giveUp(PaymentId id, String reason) {
        return change(
                id, payment -> payment.state() == CardPayment.State.REQUESTED ? payment.giveUp(reason) : payment, null);
    }

    /** The listeners lock payables, the update locks the payment: in this order everywhere. */
    private Mono<CardPayment> change(PaymentId id, UnaryOperator<CardPayment> step, @Nullable GatewayPayment seen) {
        return payments.find(id)
                .flatMap(known -> {
                    var learned = step.apply(known);
                    return learned.equals(known)
                            ? Mono.just(known)
                            : tell(known, learned)
                                    .then(Mono.defer(() -> payments.update(learned, clock.instant())))
                                    .flatMap(updated -> updated
                                            ? settle(learned, seen).thenReturn(learned)
                                            : Mono.error(new ChangedMeanwhile()));
                })
                .as(transaction::transactional)
                .retryWhen(Retry.max(ATTEMPTS_IN_A_RACE).filter(ChangedMeanwhile.class::isInstance));
    }

    private Mono<Void> tell(CardPayment known, CardPayment learned) {
        if (!learned.isNewsAfter(known)) {
            return Mono.empty();
        }
        return Flux.fromStream(listeners.orderedStream())
                .concatMap(listener -> tell(listener, learned))
                .then();
    }

    private static Mono<Void> tell(PaymentListener listener, CardPayment learned) {
        if (learned.state() == CardPayment.State.PAID) {
            return listener.paid(learned.payable(), learned.id(), learned.received());
        }
        var reason = learned.failureReason() == null ? "generic-decline" : learned.failureReason();
        return listener.failed(learned.payable(), learned.id(), reason);
    }

    private Mono<Void> settle(CardPayment learned, @Nullable GatewayPayment seen) {
        if (learned.state() == CardPayment.State.PAID && !learned.received().equals(learned.amount())) {
            LOG.error("Payment {} of {} brought {}", learned.id(), learned.amount(), learned.received());
        }
        var attempt = seen == null || seen.attempt() == null
                ? Mono.<Void>empty()
                : payments.saveAttempt(learned, seen.attempt());
        return learned.state() == CardPayment.State.CANCELED
                ? attempt.then(refunds.dropUnsent(learned.id(), clock.instant()))
                : attempt;
    }

    private static final class ChangedMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
