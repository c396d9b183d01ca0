package vn.chophien.marketplace.pricefeed;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.sql.Columns;

/**
 * Writes the bitemporal record. A publication supersedes what it changes and adds what it says, in one transaction; what
 * it repeats unchanged it leaves alone. Publications follow each other in time without overlap, so whatever was public
 * at an instant can be read back.
 */
@Repository
public class PriceRecord {
    private static final int BATCH = 5_000;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    PriceRecord(DatabaseClient database, TransactionalOperator transaction, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Publishes the entries, at most one per series and day; joins the caller's transaction if there is one. */
    public Mono<Publication> publish(Publication.Origin origin, List<Publication.Entry> entries) {
        return oneAtATime()
                .then(planAnew())
                .then(insert(origin))
                .flatMap(publication -> Flux.fromIterable(batches(entries))
                        .concatMap(batch -> supersede(publication, batch).then(add(publication, batch)))
                        .then(Mono.just(publication)))
                .as(transaction::transactional);
    }

    private Mono<Void> oneAtATime() {
        return database.sql("SELECT pg_advisory_xact_lock(hashtext('price_publication'))")
                .fetch()
                .first()
                .then();
    }

    /** Years of prices may come into a table that was empty when its plans were made: those would read all of it for every batch. */
    private Mono<Void> planAnew() {
        return database.sql("SET LOCAL plan_cache_mode = force_custom_plan").then();
    }

    private Mono<Publication> insert(Publication.Origin origin) {
        UUID officer = null;
        UUID upload = null;
        if (origin instanceof Publication.Origin.Upload published) {
            officer = published.officer().value();
            upload = published.uploadId();
        }
        // A clock set back must not put a publication before the last one.
        var statement = database.sql("""
                INSERT INTO price_publication (id, kind, published_at, published_by, upload_id)
                SELECT :id, :kind, GREATEST(:now, MAX(published_at) + INTERVAL '1 microsecond'), :officer, :upload
                FROM price_publication
                RETURNING id, revision, published_at
                """)
                .bind("id", UuidV7.next())
                .bind("kind", upload == null ? "IMPORT" : "UPLOAD")
                .bind("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        statement = officer == null ? statement.bindNull("officer", UUID.class) : statement.bind("officer", officer);
        statement = upload == null ? statement.bindNull("upload", UUID.class) : statement.bind("upload", upload);
        return statement
                .map(row -> new Publication(
                        Columns.uuid(row, "id"), Columns.number(row, "revision"), Columns.instant(row, "published_at")))
                .one();
    }

    private Mono<Void> supersede(Publication publication, List<Publication.Entry> batch) {
        return stating(batch, """
                        UPDATE price_observation o
                        SET superseded_at = :recorded_at
                        FROM UNNEST(
                            CAST(:series AS integer[]), CAST(:days AS date[]),
                            CAST(:mins AS numeric[]), CAST(:maxs AS numeric[]), CAST(:notes AS text[])) AS s (series_id, valid_on, price_min, price_max, note)
                        WHERE o.series_id = s.series_id
                          AND o.valid_on = s.valid_on
                          AND o.superseded_at IS NULL
                          AND (o.price_min, o.price_max, o.note) IS DISTINCT FROM (s.price_min, s.price_max, s.note)
                        """)
                .bind("recorded_at", OffsetDateTime.ofInstant(publication.publishedAt(), ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .then();
    }

    private Mono<Void> add(Publication publication, List<Publication.Entry> batch) {
        return stating(batch, """
                        INSERT INTO price_observation
                            (series_id, valid_on, publication_id, price_min, price_max, status, note, recorded_at)
                        SELECT s.series_id, s.valid_on, :publication, s.price_min, s.price_max, 'FINAL', s.note, :recorded_at
                        FROM UNNEST(
                            CAST(:series AS integer[]), CAST(:days AS date[]),
                            CAST(:mins AS numeric[]), CAST(:maxs AS numeric[]), CAST(:notes AS text[])) AS s (series_id, valid_on, price_min, price_max, note)
                        WHERE NOT EXISTS (
                            SELECT FROM price_observation o
                            WHERE o.series_id = s.series_id AND o.valid_on = s.valid_on AND o.superseded_at IS NULL)
                        """)
                .bind("publication", publication.id())
                .bind("recorded_at", OffsetDateTime.ofInstant(publication.publishedAt(), ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .then();
    }

    private DatabaseClient.GenericExecuteSpec stating(List<Publication.Entry> batch, String sql) {
        return database.sql(sql)
                .bind("series", column(batch, Integer.class, Publication.Entry::seriesId))
                .bind("days", column(batch, LocalDate.class, Publication.Entry::validOn))
                .bind(
                        "mins",
                        column(batch, BigDecimal.class, entry -> entry.price().min()))
                .bind(
                        "maxs",
                        column(batch, BigDecimal.class, entry -> entry.price().max()))
                .bind("notes", column(batch, String.class, Publication.Entry::note));
    }

    @SuppressWarnings("unchecked")
    private static <T> @Nullable T[] column(
            List<Publication.Entry> batch, Class<T> type, Function<Publication.Entry, @Nullable T> value) {
        var column = (@Nullable T[]) Array.newInstance(type, batch.size());
        for (int index = 0; index < column.length; index++) {
            column[index] = value.apply(batch.get(index));
        }
        return column;
    }

    private static List<List<Publication.Entry>> batches(List<Publication.Entry> entries) {
        var batches = new ArrayList<List<Publication.Entry>>();
        for (int start = 0; start < entries.size(); start += BATCH) {
            batches.add(entries.subList(start, Math.min(entries.size(), start + BATCH)));
        }
        return batches;
    }
}
