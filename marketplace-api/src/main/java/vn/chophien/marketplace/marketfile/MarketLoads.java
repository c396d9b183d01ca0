package vn.chophien.marketplace.marketfile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/** The record of loads. */
@Repository
class MarketLoads {
    private final DatabaseClient database;

    MarketLoads(DatabaseClient database) {
        this.database = database;
    }

    /** A load of this source that a crash cut off. */
    Mono<MarketLoad> unfinished(String source) {
        return database.sql("""
                SELECT m.id, m.started_at FROM market_load m
                WHERE m.source = :source AND m.finished_at IS NULL
                ORDER BY m.started_at LIMIT 1
                """)
                .bind("source", source)
                .map(row -> new MarketLoad(Columns.uuid(row, "id"), Columns.instant(row, "started_at")))
                .one();
    }

    Mono<MarketLoad> start(String source, Instant now) {
        return database.sql("""
                INSERT INTO market_load (source, started_at) VALUES (:source, :now) RETURNING id, started_at
                """)
                .bind("source", source)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map(row -> new MarketLoad(Columns.uuid(row, "id"), Columns.instant(row, "started_at")))
                .one();
    }

    /** Also brings statistics and visibility up to date: a full database behaves nothing like an empty one. */
    Mono<Void> finish(MarketLoad load, LoadReport report, Instant now) {
        return database.sql("""
                UPDATE market_load SET finished_at = :now, loaded = :loaded, refused = :refused WHERE id = :id
                """)
                .bind("id", load.id())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("loaded", report.loaded())
                .bind("refused", report.refused())
                .then()
                .then(database.sql("VACUUM (ANALYZE)").then());
    }

    record MarketLoad(UUID id, Instant startedAt) {}
}
