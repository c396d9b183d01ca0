package vn.chophien.marketplace.pricefeed.webhook;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** Keeps deliveries and the log of their attempts. Several instances share the work. */
@Repository
class DeliveryRepository {
    /** Longer than an attempt takes: after it, another instance may try. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DatabaseClient database;

    DeliveryRepository(DatabaseClient database) {
        this.database = database;
    }

    /** A line of the log: what came of an attempt. */
    record Attempt(
            Instant at, @Nullable Integer status, @Nullable String failure, int milliseconds) {}

    /** A delivery as its owner reads of it. */
    record Told(UUID id, int vintage, Delivery.State state, Instant createdAt, Instant dueAt) {}

    /** Makes the deliveries of all that was published since; how many webhooks got some. */
    Mono<Integer> spread(Instant now) {
        return database.sql("""
                        WITH last AS (SELECT MAX(vintage) AS vintage FROM price_publication),
                        behind AS (
                            SELECT w.id, w.told_until
                            FROM price_webhook w, last
                            WHERE w.state = 'ACTIVE' AND w.told_until < last.vintage
                            FOR UPDATE OF w SKIP LOCKED),
                        added AS (
                            INSERT INTO price_delivery (id, webhook_id, vintage, state, attempts, due_at, created_at)
                            SELECT uuidv7(), b.id, p.vintage, 'PENDING', 0, :now, :now
                            FROM behind b
                            JOIN price_publication p ON p.vintage > b.told_until
                            WHERE p.vintage <= (SELECT vintage FROM last) AND p.added + p.corrected + p.withdrawn + p.forecasts > 0
                            ON CONFLICT (webhook_id, vintage) DO NOTHING)
                        UPDATE price_webhook w
                        SET told_until = last.vintage
                        FROM behind b, last
                        WHERE w.id = b.id
                        """)
                .bind("now", Binds.instant(now))
                .fetch()
                .rowsUpdated()
                .map(Math::toIntExact);
    }

    /** What is due; for the length of a lease nobody else gets it. */
    Flux<Delivery> claim(int most, Instant now) {
        return database.sql("""
                        UPDATE price_delivery d
                        SET due_at = :lease, attempts = d.attempts + 1
                        FROM price_webhook w
                        WHERE w.id = d.webhook_id AND d.id IN (
                            SELECT c.id
                            FROM price_delivery c
                            JOIN price_webhook o ON o.id = c.webhook_id
                            WHERE c.state = 'PENDING' AND c.due_at <= :now AND o.state = 'ACTIVE'
                            ORDER BY c.due_at
                            LIMIT :most
                            FOR UPDATE OF c SKIP LOCKED)
                        RETURNING d.id AS delivery_id, d.vintage, d.attempts, d.created_at AS asked_at,
                        """ + WebhookRepository.COLUMNS)
                .bind("now", Binds.instant(now))
                .bind("lease", Binds.instant(now.plus(LEASE)))
                .bind("most", most)
                .map(DeliveryRepository::delivery)
                .all();
    }

    Mono<Void> log(UUID delivery, Attempt attempt) {
        return database.sql("""
                        INSERT INTO price_delivery_attempt (delivery_id, attempted_at, status, failure, milliseconds)
                        VALUES (:delivery, :at, :status, :failure, :milliseconds)
                        """)
                .bind("delivery", delivery)
                .bind("at", Binds.instant(attempt.at()))
                .bind("status", Binds.integer(attempt.status()))
                .bind("failure", Binds.text(attempt.failure()))
                .bind("milliseconds", attempt.milliseconds())
                .then();
    }

    Mono<Void> close(UUID delivery, Delivery.State state) {
        return database.sql("UPDATE price_delivery SET state = :state WHERE id = :id")
                .bind("id", delivery)
                .bind("state", state.name())
                .then();
    }

    Mono<Void> postpone(UUID delivery, Instant until) {
        return database.sql("UPDATE price_delivery SET due_at = :due_at WHERE id = :id")
                .bind("id", delivery)
                .bind("due_at", Binds.instant(until))
                .then();
    }

    /** Sends again what was published after a vintage, each under the id it had; how many. */
    Mono<Integer> replay(UUID webhook, int after, Instant now) {
        return database.sql("""
                        INSERT INTO price_delivery (id, webhook_id, vintage, state, attempts, due_at, created_at)
                        SELECT uuidv7(), :webhook, p.vintage, 'PENDING', 0, :now, :now
                        FROM price_publication p
                        WHERE p.vintage > :after AND p.added + p.corrected + p.withdrawn + p.forecasts > 0
                        ON CONFLICT (webhook_id, vintage) DO UPDATE SET state = 'PENDING', attempts = 0, due_at = :now
                        """)
                .bind("webhook", webhook)
                .bind("after", after)
                .bind("now", Binds.instant(now))
                .fetch()
                .rowsUpdated()
                .map(Math::toIntExact);
    }

    /** Newest first, before a vintage. */
    Flux<Told> of(UUID webhook, int before, int count) {
        return database.sql("""
                        SELECT id, vintage, state, created_at, due_at
                        FROM price_delivery
                        WHERE webhook_id = :webhook AND vintage < :before
                        ORDER BY vintage DESC
                        LIMIT :count
                        """)
                .bind("webhook", webhook)
                .bind("before", before)
                .bind("count", count)
                .map(row -> new Told(
                        Columns.uuid(row, "id"),
                        Columns.integer(row, "vintage"),
                        Delivery.State.valueOf(Columns.text(row, "state")),
                        Columns.instant(row, "created_at"),
                        Columns.instant(row, "due_at")))
                .all();
    }

    Flux<Attempt> attempts(UUID delivery) {
        return database.sql("""
                        SELECT attempted_at, status, failure, milliseconds
                        FROM price_delivery_attempt
                        WHERE delivery_id = :delivery
                        ORDER BY attempted_at
                        """)
                .bind("delivery", delivery)
                .map(row -> new Attempt(
                        Columns.instant(row, "attempted_at"),
                        Columns.integerOrNull(row, "status"),
                        Columns.textOrNull(row, "failure"),
                        Columns.integer(row, "milliseconds")))
                .all();
    }

    private static Delivery delivery(Readable row) {
        return new Delivery(
                Columns.uuid(row, "delivery_id"),
                WebhookRepository.fromRow(row),
                Columns.integer(row, "vintage"),
                Columns.integer(row, "attempts"),
                Columns.instant(row, "asked_at"));
    }
}
