package vn.chophien.marketplace.payment;

import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.gateway.CardGateway;
import vn.chophien.marketplace.payment.gateway.GatewayException;
import vn.chophien.marketplace.payment.gateway.GatewayRefund;
import vn.chophien.marketplace.payment.transfer.BankRefunding;

/** Takes recorded refunds to the gateway, again and again until it has them, and follows them as long as they may still come back. */
@Component
class RefundSending {

    private static final Logger LOG = LoggerFactory.getLogger(RefundSending.class);
    private static final int BATCH = 20;
    private static final int IN_FLIGHT = 4;

    /** Banks send money back that they cannot book, at the latest about a month later. */
    private static final Duration FOLLOWED = Duration.ofDays(35);

    private final RefundRepository refunds;
    private final CardGateway gateway;
    private final BankRefunding bankRefunds;
    private final ObjectProvider<PaymentListener> listeners;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    RefundSending(
            RefundRepository refunds,
            CardGateway gateway,
            BankRefunding bankRefunds,
            ObjectProvider<PaymentListener> listeners,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.refunds = refunds;
        this.gateway = gateway;
        this.bankRefunds = bankRefunds;
        this.listeners = listeners;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sends what is due and answers how much that was. */
    Mono<Integer> sendDue() {
        return Mono.defer(() -> refunds.claimUnsent(BATCH, clock.instant()).collectList())
                .flatMap(due ->
                        Flux.fromIterable(due).flatMap(this::send, IN_FLIGHT).then(Mono.just(due.size())));
    }

    private Mono<Void> send(Refund refund) {
        return gateway.refund(refund.id().toString(), refund.gatewayPaymentId(), refund.amount())
                .flatMap(seen -> accept(refund, seen))
                .onErrorResume(GatewayException.Refused.class, refused -> {
                    LOG.error("The gateway refuses refund {} of payment {}", refund.id(), refund.payment(), refused);
                    return refunds.refused(refund.id(), String.valueOf(refused.getMessage()), clock.instant())
                            .then(standIn(refund, true))
                            .as(transaction::transactional);
                })
                .onErrorResume(failure -> {
                    LOG.warn("Refund {} has to wait: {}", refund.id(), failure.toString());
                    var now = clock.instant();
                    return refunds.sendLater(refund.id(), failure.toString(), now.plus(pause(refund.attempts())), now);
                });
    }

    /** Listeners first: they lock payables, and payables are locked before payments and refunds. */
    private Mono<Void> accept(Refund refund, GatewayRefund seen) {
        if (seen.status() == GatewayRefund.Status.FAILED) {
            LOG.error("Refund {} of payment {} failed: {}", refund.id(), refund.payment(), seen.failure());
            return refunds.accepted(refund.id(), seen, clock.instant())
                    .flatMap(recorded -> recorded ? standIn(refund, true) : Mono.<Void>empty())
                    .as(transaction::transactional);
        }
        return Flux.fromStream(listeners.orderedStream())
                .concatMap(listener ->
                        listener.refunded(refund.payable(), refund.payment(), refund.amount(), refund.key()))
                .then(Mono.defer(() -> refunds.accepted(refund.id(), seen, clock.instant())))
                .flatMap(recorded -> recorded ? Mono.<Void>empty() : Mono.error(new AlreadyRecorded()))
                .as(transaction::transactional)
                .onErrorResume(AlreadyRecorded.class, twin -> Mono.empty());
    }

    /** Looks at what is due of the refunds that the gateway has, and answers how much that was: its word of a failure may be lost, or early. */
    Mono<Integer> followDue() {
        return Mono.defer(() -> refunds.claimForCheck(BATCH, clock.instant()).collectList())
                .flatMap(due ->
                        Flux.fromIterable(due).flatMap(this::check, IN_FLIGHT).then(Mono.just(due.size())));
    }

    private Mono<Void> check(Refund refund) {
        var old = refund.createdAt().isBefore(clock.instant().minus(FOLLOWED));
        return follow(refund)
                .then(old ? Mono.defer(() -> refunds.checkNoMore(refund.id())) : Mono.<Void>empty())
                .onErrorResume(failure -> {
                    LOG.warn("Cannot ask for refund {}: {}", refund.id(), failure.toString());
                    return Mono.empty();
                });
    }

    /** Looks at the refunds of a payment that the gateway has; some are decided only days later. */
    Mono<Void> follow(PaymentId payment) {
        return refunds.findPending(payment)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::follow)
                .then();
    }

    private Mono<Void> follow(Refund refund) {
        return Mono.justOrEmpty(refund.gatewayId())
                .flatMap(gateway::findRefund)
                .flatMap(seen -> refunds.settled(refund.id(), seen, clock.instant())
                        .filter(isNew -> isNew && seen.status() == GatewayRefund.Status.FAILED)
                        .flatMap(_ -> {
                            LOG.error(
                                    "Refund {} of payment {} came back: {}",
                                    refund.id(),
                                    refund.payment(),
                                    seen.failure());
                            return standIn(refund, false);
                        })
                        .as(transaction::transactional));
    }

    /**
     * People give the buyer what the gateway could not.
     *
     * @param told whether the payable has still to hear of it
     */
    private Mono<Void> standIn(Refund refund, boolean told) {
        return bankRefunds.standInForCard(
                refund.payable(), refund.payment(), refund.key(), refund.reference(), refund.amount(), told);
    }

    private static Duration pause(int attempts) {
        var seconds = 2L << Math.min(attempts, 10);
        return Duration.ofSeconds(seconds);
    }

    private static final class AlreadyRecorded extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
