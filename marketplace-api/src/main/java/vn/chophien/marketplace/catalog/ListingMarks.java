package vn.chophien.marketplace.catalog;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Tells the search index, in the transaction of the change, that listings must be read again. Whoever changes anything that
 * the view {@code published_listing} shows calls this last, so that the rows of listings are locked after all others.
 */
@Repository
public class ListingMarks {
    private final DatabaseClient database;

    ListingMarks(DatabaseClient database) {
        this.database = database;
    }

    /** Whether a mark set until then waits for the indexer. */
    public Mono<Boolean> isWaiting(Instant until) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM listing_index_mark WHERE marked_at <= :until) AS waiting")
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .map(row -> Boolean.TRUE.equals(row.get("waiting", Boolean.class)))
                .one();
    }

    /** Raises the version of each document and leaves a mark for the indexer, which wakes when the transaction commits. */
    public Mono<Void> mark(Collection<ListingId> ids) {
        if (ids.isEmpty()) {
            return Mono.empty();
        }
        // Locked in the order of their ids, so that two transactions that mark the same listings cannot deadlock.
        return database.sql("""
                WITH locked AS (
                    SELECT l.id FROM listing l WHERE l.id = ANY(:ids) ORDER BY l.id FOR NO KEY UPDATE
                ), bumped AS (
                    UPDATE listing l SET document_version = l.document_version + 1
                    FROM locked WHERE l.id = locked.id
                    RETURNING l.id, l.document_version
                )
                INSERT INTO listing_index_mark AS m (listing_id, version)
                SELECT b.id, b.document_version FROM bumped b ORDER BY b.id
                ON CONFLICT (listing_id) DO UPDATE
                SET version = excluded.version, marked_at = now(), not_before = now(), attempts = 0, claimed_until = NULL
                """)
                .bind("ids", ids.stream().map(ListingId::value).toArray(UUID[]::new))
                .fetch()
                .rowsUpdated()
                .then(database.sql("SELECT pg_notify('listing_marked', '')").then());
    }
}
