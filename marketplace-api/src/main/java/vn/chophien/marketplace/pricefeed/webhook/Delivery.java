package vn.chophien.marketplace.pricefeed.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One publication on its way to one webhook.
 *
 * @param attempts how often it was sent since it was last asked for, this time included
 */
record Delivery(UUID id, Webhook webhook, int vintage, int attempts, Instant createdAt) {
    /** The pauses that Standard Webhooks recommends: three days in all. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    enum State {
        PENDING,
        DELIVERED,
        FAILED
    }

    /** How long to wait before the next attempt; empty when this was the last. */
    Optional<Duration> pause() {
        return attempts <= PAUSES.size() ? Optional.of(PAUSES.get(attempts - 1)) : Optional.empty();
    }

    String messageId() {
        return "msg_" + id;
    }
}
