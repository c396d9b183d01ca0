package vn.chophien.marketplace.settlement.payout;

import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.gateway.GatewayException;
import vn.chophien.marketplace.payment.gateway.GatewayReversal;
import vn.chophien.marketplace.payment.gateway.PayoutGateway;
import vn.chophien.marketplace.settlement.ledger.Ledger;

/**
 * Has the gateway take back what was decided. Refused, for example because the shop has moved the money on, it stays owed and is set off
 * against later sales.
 */
@Component
class GatewayReversing {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayReversing.class);
    private static final int BATCH = 20;
    private static final int IN_FLIGHT = 4;

    private final Clawbacks clawbacks;
    private final PayoutRepository payouts;
    private final Ledger ledger;
    private final PayoutGateway gateway;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    GatewayReversing(
            Clawbacks clawbacks,
            PayoutRepository payouts,
            Ledger ledger,
            PayoutGateway gateway,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.clawbacks = clawbacks;
        this.payouts = payouts;
        this.ledger = ledger;
        this.gateway = gateway;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sends what is due and answers how much that was. */
    @Scheduled(initialDelay = 45, fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    Mono<Long> sendDue() {
        return Mono.defer(() -> clawbacks.claim(BATCH, clock.instant()).collectList())
                .flatMapMany(Flux::fromIterable)
                .flatMap(
                        due -> payouts.find(due.payout(), PayoutState.CONFIRMED)
                                .flatMap(payout -> send(new Reversal(due.id(), payout, due.amount(), due.attempts())))
                                .thenReturn(due),
                        IN_FLIGHT)
                .count();
    }

    private Mono<Void> send(Reversal reversal) {
        var key = reversal.id().toString();
        var transfer = Objects.requireNonNull(reversal.payout().bankReference());
        var made = reversal.attempts() > 1 ? gateway.findReversal(key, transfer) : Mono.<GatewayReversal>empty();
        return made.switchIfEmpty(Mono.defer(() -> gateway.reverse(key, transfer, reversal.amount())))
                .flatMap(seen -> taken(reversal, seen).as(transaction::transactional))
                .onErrorResume(
                        GatewayException.Refused.class,
                        refused -> refused(reversal, refused).as(transaction::transactional))
                .onErrorResume(failure -> {
                    LOG.warn("Reversal {} has to wait: {}", reversal.id(), failure.toString());
                    var now = clock.instant();
                    return clawbacks.sendLater(
                            reversal, failure.toString(), now.plus(GatewayPaying.pause(reversal.attempts())), now);
                });
    }

    private Mono<Void> taken(Reversal reversal, GatewayReversal seen) {
        var now = clock.instant();
        return clawbacks
                .done(reversal, seen.id(), now)
                .flatMap(first -> first
                        ? ledger.post(PayoutPosting.reversed(reversal, seen.id(), now))
                                .then(Mono.defer(() -> payouts.note(
                                        reversal.payout(),
                                        PayoutEvent.Action.REVERSED,
                                        Long.toString(reversal.amount().minor()),
                                        null,
                                        now)))
                        : Mono.empty());
    }

    private Mono<Void> refused(Reversal reversal, GatewayException.Refused refused) {
        LOG.warn(
                "The gateway does not take {} of payout {} back: {}",
                reversal.amount(),
                reversal.payout().reference(),
                refused.getMessage());
        var now = clock.instant();
        return clawbacks
                .refused(reversal, String.valueOf(refused.getMessage()), now)
                .flatMap(first -> first
                        ? payouts.note(
                                reversal.payout(),
                                PayoutEvent.Action.REVERSAL_REFUSED,
                                Long.toString(reversal.amount().minor()),
                                null,
                                now)
                        : Mono.empty());
    }
}
