package vn.chophien.marketplace.settlement.payout;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.gateway.GatewayException;
import vn.chophien.marketplace.payment.gateway.GatewayTransfer;
import vn.chophien.marketplace.payment.gateway.PayoutGateway;
import vn.chophien.marketplace.settlement.payout.PayoutDestination.AtGateway;

/**
 * Takes approved payouts to the gateway, again and again until it has said yes or no. The key of a transfer is the payout's id; before a call is
 * repeated the gateway is asked for the transfer, since it forgets keys.
 */
@Component
class GatewayPaying {

    static final String NOT_ENOUGH = "GATEWAY_SHORT";
    static final String ACCOUNT = "GATEWAY_ACCOUNT";
    static final String REFUSED = "GATEWAY_REFUSED";

    private static final Logger LOG = LoggerFactory.getLogger(GatewayPaying.class);
    private static final int BATCH = 20;
    private static final int IN_FLIGHT = 4;
    private static final int MOST_DOUBLINGS = 12;

    private final PayoutTransfers transfers;
    private final PayoutRepository payouts;
    private final PayoutClosing closing;
    private final GatewayAccountRecording accounts;
    private final PayoutGateway gateway;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    GatewayPaying(
            PayoutTransfers transfers,
            PayoutRepository payouts,
            PayoutClosing closing,
            GatewayAccountRecording accounts,
            PayoutGateway gateway,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.transfers = transfers;
        this.payouts = payouts;
        this.closing = closing;
        this.accounts = accounts;
        this.gateway = gateway;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Sends what is due and answers how much that was. */
    @Scheduled(initialDelay = 10, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    Mono<Long> sendDue() {
        return Mono.defer(() -> transfers.claim(BATCH, clock.instant()).collectList())
                .flatMapMany(Flux::fromIterable)
                .flatMap(due -> send(due).thenReturn(due), IN_FLIGHT)
                .count();
    }

    private Mono<Void> send(PayoutTransfers.Due due) {
        return payouts.find(due.payout(), PayoutState.SENT)
                .flatMap(payout ->
                        payout.destination() instanceof AtGateway to ? send(payout, to, due.attempts()) : Mono.empty());
    }

    private Mono<Void> send(Payout payout, AtGateway to, int attempts) {
        var key = payout.id().toString();
        var made = attempts > 1 ? gateway.findTransfer(key, payout.reference()) : Mono.<GatewayTransfer>empty();
        return made.switchIfEmpty(
                        Mono.defer(() -> gateway.transfer(key, to.account(), payout.amount(), payout.reference())))
                .flatMap(transfer -> arrived(payout, transfer))
                .onErrorResume(GatewayException.Refused.class, refused -> refused(payout, to, refused))
                .onErrorResume(failure -> {
                    LOG.warn("Payout {} has to wait: {}", payout.reference(), failure.toString());
                    var now = clock.instant();
                    return transfers.sendLater(payout, failure.toString(), now.plus(pause(attempts)), now);
                });
    }

    private Mono<Void> arrived(Payout payout, GatewayTransfer transfer) {
        return closing.settle(
                        payout.reference(),
                        sent -> closing.arrived(sent, transfer.id())
                                .then(Mono.defer(() -> transfers.done(sent, clock.instant()))))
                .as(transaction::transactional);
    }

    /** The seller is owed it again. */
    private Mono<Void> refused(Payout payout, AtGateway to, GatewayException.Refused refused) {
        LOG.error("The gateway refuses payout {}", payout.reference(), refused);
        var reason = reason(refused.code());
        return closing.settle(
                        payout.reference(),
                        sent -> closing.cameBack(sent, reason)
                                .then(Mono.defer(() ->
                                        transfers.refused(sent, String.valueOf(refused.getMessage()), clock.instant())))
                                .then(Mono.defer(() -> reason.equals(ACCOUNT)
                                        ? accounts.mayNotReceive(sent.seller(), to.account())
                                        : Mono.empty())))
                .as(transaction::transactional);
    }

    /** What people are told; the gateway's own words stay on record. */
    private static String reason(String code) {
        return switch (code) {
            case "balance_insufficient" -> NOT_ENOUGH;
            case "insufficient_capabilities_for_transfer", "account_invalid", "resource_missing" -> ACCOUNT;
            default -> REFUSED;
        };
    }

    static Duration pause(int attempts) {
        return Duration.ofSeconds(1L << Math.min(attempts, MOST_DOUBLINGS));
    }
}
