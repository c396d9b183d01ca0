package vn.chophien.indexer.rebuild;

import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.indexer.index.ListingIndices;

/** The unfinished rebuild of this market, kept in the database so that whoever comes next goes on with it. */
@Repository
class RebuildJournal {

    private final DatabaseClient database;
    private final String alias;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicLong written = new AtomicLong();

    RebuildJournal(DatabaseClient database, ListingIndices indices, MeterRegistry meters) {
        this.database = database;
        this.alias = indices.aliasName();
        meters.gauge("chophien.indexer.rebuild.running", running, flag -> flag.get() ? 1 : 0);
        meters.gauge("chophien.indexer.rebuild.written", written);
    }

    Mono<RebuildProgress> unfinished() {
        return database.sql("""
                SELECT index_name, last_listing_id, written, refused FROM listing_index_rebuild WHERE alias = :alias
                """)
                .bind("alias", alias)
                .map(row -> new RebuildProgress(
                        required(row, "index_name", String.class),
                        row.get("last_listing_id", UUID.class),
                        required(row, "written", Long.class),
                        required(row, "refused", Long.class)))
                .one();
    }

    Mono<RebuildProgress> begin(String index) {
        return database.sql("""
                INSERT INTO listing_index_rebuild (alias, index_name) VALUES (:alias, :index)
                ON CONFLICT (alias) DO UPDATE
                SET index_name = excluded.index_name, last_listing_id = NULL, written = 0, refused = 0,
                    started_at = now(), updated_at = now()
                """)
                .bind("alias", alias)
                .bind("index", index)
                .then()
                .thenReturn(new RebuildProgress(index, null, 0, 0));
    }

    /** Fails when another rebuild took this one's place. */
    Mono<RebuildProgress> reached(RebuildProgress progress) {
        return database.sql("""
                UPDATE listing_index_rebuild
                SET last_listing_id = :last, written = :written, refused = :refused, updated_at = now()
                WHERE alias = :alias AND index_name = :index
                """)
                .bind("last", Objects.requireNonNull(progress.last()))
                .bind("written", progress.written())
                .bind("refused", progress.refused())
                .bind("alias", alias)
                .bind("index", progress.index())
                .fetch()
                .rowsUpdated()
                .filter(rows -> rows == 1)
                .switchIfEmpty(Mono.error(RebuildUnderWay::new))
                .doOnNext(rows -> written.set(progress.written()))
                .thenReturn(progress);
    }

    Mono<Void> end() {
        return database.sql("DELETE FROM listing_index_rebuild WHERE alias = :alias")
                .bind("alias", alias)
                .then();
    }

    /** Shows in the metrics that a rebuild is running as long as this work is. */
    <T> Mono<T> shown(Mono<T> work) {
        return work.doOnSubscribe(begun -> running.set(true)).doFinally(signal -> running.set(false));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
