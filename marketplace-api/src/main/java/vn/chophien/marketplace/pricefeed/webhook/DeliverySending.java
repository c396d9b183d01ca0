package vn.chophien.marketplace.pricefeed.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends what is due, signed, and books what came of it. */
@Component
class DeliverySending {
    private static final int BATCH = 50;
    private static final int AT_ONCE = 20;
    private static final int GONE = 410;
    private static final int LONGEST_FAILURE = 200;
    private static final String USER_AGENT = "ChoPhien-Webhooks/1";

    private final DeliveryRepository deliveries;
    private final WebhookRepository webhooks;
    private final DeliveryMessages messages;
    private final Post post;
    private final InstantSource clock;

    DeliverySending(
            DeliveryRepository deliveries,
            WebhookRepository webhooks,
            DeliveryMessages messages,
            Post post,
            InstantSource clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.messages = messages;
        this.post = post;
        this.clock = clock;
    }

    /** How many there were. */
    Mono<Integer> sendDue() {
        return deliveries
                .spread(clock.instant())
                .thenMany(deliveries.claim(BATCH, clock.instant()))
                .collectList()
                .flatMap(due ->
                        Flux.fromIterable(due).flatMap(this::send, AT_ONCE).then(Mono.just(due.size())));
    }

    private Mono<Void> send(Delivery delivery) {
        var started = clock.instant();
        return messages.of(delivery)
                .concatMap(message -> post.send(
                        delivery.webhook().url(), headers(delivery.webhook(), message, started), message.body()))
                // What was not taken comes again with all that follows it.
                .takeUntil(status -> !isTaken(status))
                .last()
                .map(status -> new DeliveryRepository.Attempt(started, status, null, millisSince(started)))
                .onErrorResume(failure -> Mono.just(
                        new DeliveryRepository.Attempt(started, null, shortened(failure), millisSince(started))))
                .flatMap(attempt ->
                        deliveries.log(delivery.id(), attempt).then(Mono.defer(() -> book(delivery, attempt))));
    }

    private Mono<Void> book(Delivery delivery, DeliveryRepository.Attempt attempt) {
        var status = attempt.status();
        if (status != null && isTaken(status)) {
            return deliveries.close(delivery.id(), Delivery.State.DELIVERED);
        }
        if (status != null && status == GONE) {
            return deliveries
                    .close(delivery.id(), Delivery.State.FAILED)
                    .then(webhooks.end(delivery.webhook().id()));
        }
        return delivery.pause()
                .map(pause -> deliveries.postpone(delivery.id(), clock.instant().plus(pause)))
                .orElseGet(() -> deliveries.close(delivery.id(), Delivery.State.FAILED));
    }

    private static boolean isTaken(int status) {
        return status >= 200 && status < 300;
    }

    private static Map<String, String> headers(Webhook webhook, DeliveryMessages.Signed message, Instant now) {
        var timestamp = now.getEpochSecond();
        return Map.of(
                "webhook-id",
                message.id(),
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                webhook.secretsAt(now).stream()
                        .map(secret -> secret.sign(message.id(), timestamp, message.body()))
                        .collect(Collectors.joining(" ")),
                "content-type",
                "application/json",
                "user-agent",
                USER_AGENT);
    }

    private int millisSince(Instant started) {
        return Math.toIntExact(Duration.between(started, clock.instant()).toMillis());
    }

    private static String shortened(Throwable failure) {
        var text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.length() <= LONGEST_FAILURE ? text : text.substring(0, LONGEST_FAILURE);
    }
}
