package vn.chophien.marketplace.payment;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.gateway.GatewayEvent;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code webhook_inbox}: every event the gateway told us, once. */
@Repository
class WebhookInbox {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DatabaseClient database;

    WebhookInbox(DatabaseClient database) {
        this.database = database;
    }

    /** Answers false when the event is known already. */
    Mono<Boolean> add(GatewayEvent event, Instant now) {
        return database.sql("""
                        INSERT INTO webhook_inbox (event_id, type, gateway_id, received_at, process_at)
                        VALUES (:id, :type, :gateway_id, :now, :now)
                        ON CONFLICT (event_id) DO NOTHING""")
                .bind("id", event.id())
                .bind("type", event.type())
                .bind("gateway_id", Binds.text(event.gatewayId()))
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Events that are due; for the length of a lease nobody else gets them. */
    Flux<Received> claim(int most, Instant now) {
        return database.sql("""
                        UPDATE webhook_inbox SET process_at = :lease, attempts = attempts + 1
                         WHERE event_id IN (SELECT event_id FROM webhook_inbox
                                             WHERE processed_at IS NULL AND parked_at IS NULL AND process_at <= :now
                                             ORDER BY process_at LIMIT :most
                                               FOR UPDATE SKIP LOCKED)
                        RETURNING event_id, type, gateway_id, attempts""")
                .bind("now", now)
                .bind("lease", now.plus(LEASE))
                .bind("most", most)
                .map(WebhookInbox::fromRow)
                .all();
    }

    Mono<Void> processed(Collection<Received> events, Instant now) {
        return database.sql("""
                        UPDATE webhook_inbox SET processed_at = :now, failure = NULL
                         WHERE event_id = ANY(:ids) AND processed_at IS NULL""")
                .bind("ids", events.stream().map(Received::id).toArray(String[]::new))
                .bind("now", now)
                .then();
    }

    Mono<Void> processLater(Received event, String failure, Instant at) {
        return database.sql("UPDATE webhook_inbox SET process_at = :at, failure = :failure WHERE event_id = :id")
                .bind("id", event.id())
                .bind("failure", failure)
                .bind("at", at)
                .then();
    }

    Mono<Void> park(Received event, String failure, Instant now) {
        return database.sql("UPDATE webhook_inbox SET parked_at = :now, failure = :failure WHERE event_id = :id")
                .bind("id", event.id())
                .bind("failure", failure)
                .bind("now", now)
                .then();
    }

    Mono<Long> forgetProcessed(Instant before) {
        return database.sql("DELETE FROM webhook_inbox WHERE processed_at < :before")
                .bind("before", before)
                .fetch()
                .rowsUpdated();
    }

    private static Received fromRow(Readable row) {
        return new Received(
                Columns.text(row, "event_id"),
                Columns.text(row, "type"),
                Columns.textOrNull(row, "gateway_id"),
                Columns.integer(row, "attempts"));
    }

    /** @param gatewayId the gateway's id of the payment or deposit; null when the event is about something else */
    record Received(String id, String type, @Nullable String gatewayId, int attempts) {

        boolean concernsRefunds() {
            return type.contains("refund");
        }

        boolean concernsDeposit() {
            return type.startsWith("payout.");
        }
    }
}
