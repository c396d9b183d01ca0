package vn.chophien.indexer.feed;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The marks that the catalogue leaves. A mark is cleared only in the version that was claimed: one that was set again
 * meanwhile stays. Rows that a business transaction holds are skipped, never waited for, so that this application cannot
 * take part in a deadlock.
 */
@Repository
public class MarkQueue {

    private final DatabaseClient database;

    MarkQueue(DatabaseClient database) {
        this.database = database;
    }

    /** Takes marks that are due, oldest first, for this time; other indexers get others. */
    Flux<IndexMark> claim(int limit, Duration claimFor) {
        return database.sql("""
                WITH due AS (
                    SELECT listing_id FROM listing_index_mark
                    WHERE not_before <= now() AND (claimed_until IS NULL OR claimed_until < now())
                    ORDER BY not_before, marked_at LIMIT :limit
                    FOR UPDATE SKIP LOCKED
                )
                UPDATE listing_index_mark m SET claimed_until = now() + make_interval(secs => :seconds)
                FROM due WHERE m.listing_id = due.listing_id
                RETURNING m.listing_id, m.version, m.attempts
                """)
                .bind("limit", limit)
                .bind("seconds", claimFor.toMillis() / 1000d)
                .map(row -> new IndexMark(
                        required(row, "listing_id", UUID.class),
                        required(row, "version", Long.class),
                        required(row, "attempts", Integer.class)))
                .all();
    }

    /** The index holds these. A dead letter of the same listing is settled with it. */
    Mono<Void> clear(Collection<IndexMark> marks) {
        return update("""
                WITH done AS (SELECT * FROM unnest(:ids, :versions) AS d (listing_id, version)), free AS (
                    SELECT m.listing_id FROM listing_index_mark m JOIN done d USING (listing_id, version)
                    ORDER BY m.listing_id FOR UPDATE OF m SKIP LOCKED
                ), cleared AS (
                    DELETE FROM listing_index_mark m USING free WHERE m.listing_id = free.listing_id
                )
                DELETE FROM listing_index_dead_letter l USING done d WHERE l.listing_id = d.listing_id
                """, marks);
    }

    /** The same marks again, each after about twice the wait of its last attempt, and not all at the same moment. */
    Mono<Void> postpone(Collection<IndexMark> marks) {
        return update("""
                WITH late AS (SELECT * FROM unnest(:ids, :versions) AS d (listing_id, version)), free AS (
                    SELECT m.listing_id FROM listing_index_mark m JOIN late d USING (listing_id, version)
                    ORDER BY m.listing_id FOR UPDATE OF m SKIP LOCKED
                )
                UPDATE listing_index_mark m SET claimed_until = NULL, attempts = attempts + 1,
                    not_before = now() + make_interval(
                        secs => least(30, 0.25 * power(2, least(attempts, 10))) * (0.5 + random() / 2))
                FROM free WHERE m.listing_id = free.listing_id
                """, marks);
    }

    /** Gives claimed marks back untouched: not they failed, but the way to the index. */
    Mono<Void> release(Collection<IndexMark> marks) {
        return update("""
                WITH back AS (SELECT * FROM unnest(:ids, :versions) AS d (listing_id, version)), free AS (
                    SELECT m.listing_id FROM listing_index_mark m JOIN back d USING (listing_id, version)
                    ORDER BY m.listing_id FOR UPDATE OF m SKIP LOCKED
                )
                UPDATE listing_index_mark m SET claimed_until = NULL FROM free WHERE m.listing_id = free.listing_id
                """, marks);
    }

    /** Sets a listing aside whose document the index refuses, so that it blocks nothing. */
    public Mono<Void> park(UUID listingId, long version, String reason) {
        return database.sql("""
                WITH parked AS (
                    INSERT INTO listing_index_dead_letter AS l (listing_id, version, reason)
                    VALUES (:id, :version, :reason)
                    ON CONFLICT (listing_id) DO UPDATE
                    SET version = excluded.version, reason = excluded.reason, failed_at = now()
                ), free AS (
                    SELECT listing_id FROM listing_index_mark WHERE listing_id = :id AND version = :version
                    FOR UPDATE SKIP LOCKED
                )
                DELETE FROM listing_index_mark m USING free WHERE m.listing_id = free.listing_id
                """)
                .bind("id", listingId)
                .bind("version", version)
                .bind("reason", reason)
                .then();
    }

    /**
     * Marks parked listings again, in the version they have now; each stays parked until it is written. A retry announces itself.
     *
     * @param listing only this one
     * @param reason only those whose reason contains this
     */
    public Mono<Long> retryParked(@Nullable UUID listing, @Nullable String reason) {
        var retry = database.sql("""
                INSERT INTO listing_index_mark (listing_id, version)
                SELECT l.listing_id, COALESCE(p.version, l.version)
                FROM listing_index_dead_letter l LEFT JOIN published_listing p USING (listing_id)
                WHERE (:listing::uuid IS NULL OR l.listing_id = :listing)
                  AND (:reason::text IS NULL OR strpos(lower(l.reason), lower(:reason)) > 0)
                ORDER BY l.listing_id
                ON CONFLICT (listing_id) DO NOTHING
                """);
        retry = listing == null ? retry.bindNull("listing", UUID.class) : retry.bind("listing", listing);
        retry = reason == null ? retry.bindNull("reason", String.class) : retry.bind("reason", reason);
        return retry.fetch()
                .rowsUpdated()
                .flatMap(marked -> database.sql("SELECT pg_notify('listing_marked', '')")
                        .then()
                        .thenReturn(marked));
    }

    /** What is parked, the latest first. */
    public Flux<DeadLetter> parked(int most) {
        return database.sql("""
                SELECT listing_id, version, reason, failed_at FROM listing_index_dead_letter
                ORDER BY failed_at DESC, listing_id LIMIT :most
                """)
                .bind("most", most)
                .map(row -> new DeadLetter(
                        required(row, "listing_id", UUID.class),
                        required(row, "version", Long.class),
                        required(row, "reason", String.class),
                        required(row, "failed_at", Instant.class)))
                .all();
    }

    /** Those of the listings whose difference from the index has a known cause: a mark or a dead letter. */
    public Flux<UUID> explained(Collection<UUID> ids) {
        return database.sql("""
                SELECT listing_id FROM listing_index_mark WHERE listing_id = ANY(:ids)
                UNION SELECT listing_id FROM listing_index_dead_letter WHERE listing_id = ANY(:ids)
                """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(row -> required(row, "listing_id", UUID.class))
                .all();
    }

    public Mono<QueueState> state() {
        return database.sql("""
                SELECT count(*) AS waiting,
                       COALESCE(extract(epoch FROM now() - min(marked_at)), 0)::float8 AS lag,
                       (SELECT count(*) FROM listing_index_dead_letter) AS dead_letters
                FROM listing_index_mark
                """)
                .map(row -> new QueueState(
                        required(row, "waiting", Long.class),
                        Duration.ofMillis((long) (1000 * required(row, "lag", Double.class))),
                        required(row, "dead_letters", Long.class)))
                .one();
    }

    private Mono<Void> update(String sql, Collection<IndexMark> marks) {
        if (marks.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(sql)
                .bind("ids", marks.stream().map(IndexMark::listingId).toArray(UUID[]::new))
                .bind("versions", marks.stream().map(IndexMark::version).toArray(Long[]::new))
                .then();
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
