package vn.chophien.marketplace.payment;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.WebhookInbox.Received;
import vn.chophien.marketplace.payment.gateway.CardGateway;

/**
 * Acts on stored events, at least once each. An event only says where to look: what counts is how the payment stands at
 * the gateway now, so repeated, late and reordered events lead to the same result.
 */
@Component
class WebhookProcessing {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookProcessing.class);
    private static final int BATCH = 50;
    private static final int IN_FLIGHT = 4;
    private static final int MOST_ATTEMPTS = 12;
    private static final Duration KEPT = Duration.ofDays(90);

    private final WebhookInbox inbox;
    private final CardPaymentRepository payments;
    private final PaymentRecording recording;
    private final RefundSending refunds;
    private final CardGateway gateway;
    private final DepositFollowing deposits;
    private final InstantSource clock;

    WebhookProcessing(
            WebhookInbox inbox,
            CardPaymentRepository payments,
            PaymentRecording recording,
            RefundSending refunds,
            CardGateway gateway,
            DepositFollowing deposits,
            InstantSource clock) {
        this.inbox = inbox;
        this.payments = payments;
        this.recording = recording;
        this.refunds = refunds;
        this.gateway = gateway;
        this.deposits = deposits;
        this.clock = clock;
    }

    /** Processes what is due and answers how much that was. Several events of one payment, or one deposit, are one look at it. */
    Mono<Integer> processDue() {
        return Mono.defer(() -> inbox.claim(BATCH, clock.instant()).collectList())
                .flatMap(due -> Flux.fromIterable(byPayment(due))
                        .flatMap(this::process, IN_FLIGHT)
                        .then(Mono.just(due.size())));
    }

    private static List<List<Received>> byPayment(List<Received> due) {
        return List.copyOf(due.stream()
                .collect(Collectors.groupingBy(event -> Objects.requireNonNullElse(event.gatewayId(), "")))
                .values());
    }

    private Mono<Void> process(List<Received> events) {
        return act(events)
                .then(Mono.defer(() -> inbox.processed(events, clock.instant())))
                .onErrorResume(failure -> Flux.fromIterable(events)
                        .concatMap(event -> postpone(event, failure))
                        .then());
    }

    private Mono<Void> act(List<Received> events) {
        return events.getFirst().concernsDeposit() ? deposit(events.getFirst()) : payment(events);
    }

    /** A shop's own deposits have no id here. */
    private Mono<Void> deposit(Received event) {
        return Mono.justOrEmpty(event.gatewayId()).flatMap(deposits::follow);
    }

    private Mono<Void> payment(List<Received> events) {
        return Mono.justOrEmpty(events.getFirst().gatewayId())
                .flatMap(gatewayId -> payments.findByGatewayId(gatewayId)
                        .flatMap(payment ->
                                gateway.find(gatewayId).flatMap(seen -> recording.record(payment.id(), seen))))
                .flatMap(payment -> events.stream().anyMatch(Received::concernsRefunds)
                        ? refunds.follow(payment.id())
                        : Mono.empty());
    }

    private Mono<Void> postpone(Received event, Throwable failure) {
        if (event.attempts() >= MOST_ATTEMPTS) {
            LOG.error("Event {} ({}) is parked after {} attempts", event.id(), event.type(), event.attempts(), failure);
            return inbox.park(event, failure.toString(), clock.instant());
        }
        LOG.warn("Event {} ({}) has to wait: {}", event.id(), event.type(), failure.toString());
        var pause = Duration.ofSeconds(1L << Math.min(event.attempts(), 12));
        return inbox.processLater(event, failure.toString(), clock.instant().plus(pause));
    }

    @Scheduled(initialDelay = 10, fixedDelay = 24 * 60, timeUnit = TimeUnit.MINUTES)
    Mono<Long> forgetOld() {
        return Mono.defer(() -> inbox.forgetProcessed(clock.instant().minus(KEPT)));
    }
}
