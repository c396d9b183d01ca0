package vn.chophien.marketplace.pricefeed;

import io.r2dbc.spi.Readable;
import java.lang.reflect.Array;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/**
 * Writes the bitemporal record: a publication adds what it says, in one transaction, and leaves all before it as it was.
 * What it repeats unchanged it does not write. Publications follow each other without overlap, so whatever was public at
 * an instant can be read back.
 */
@Repository
public class PriceRecord {
    private static final int BATCH = 5_000;

    private static final String STATED = """
            SELECT s.*
            FROM UNNEST(
                CAST(:series AS integer[]), CAST(:days AS date[]), CAST(:lows AS bigint[]), CAST(:highs AS bigint[]),
                CAST(:statuses AS text[]), CAST(:remarks AS uuid[])) AS s (series_id, valid_on, low, high, status, remark_id)
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    PriceRecord(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    private record Counts(int added, int corrected, int withdrawn) {
        static final Counts NONE = new Counts(0, 0, 0);

        static Counts fromRow(Readable row) {
            return new Counts(
                    Columns.integer(row, "added"),
                    Columns.integer(row, "corrected"),
                    Columns.integer(row, "withdrawn"));
        }

        Counts plus(Counts other) {
            return new Counts(added + other.added, corrected + other.corrected, withdrawn + other.withdrawn);
        }
    }

    /** Who is behind a publication, as its row says it. */
    private record People(
            String kind,
            @Nullable UUID enteredBy,
            @Nullable UUID publishedBy,
            @Nullable UUID entrySet) {
        static People of(Publication.Origin origin) {
            return switch (origin) {
                case Publication.Origin.Desk desk ->
                    new People(
                            "DESK", desk.enteredBy().value(), desk.publishedBy().value(), desk.entrySetId());
                case Publication.Origin.Forecast forecast ->
                    new People(
                            "FORECAST",
                            forecast.draftedBy().value(),
                            forecast.publishedBy().value(),
                            null);
                case Publication.Origin.Import loaded -> new People("IMPORT", null, null, null);
            };
        }
    }

    /** The number of the publication that this transaction will make; nobody else makes one until it ends. */
    public Mono<Integer> next() {
        return database.sql("SELECT pg_advisory_xact_lock(" + Vintages.LOCK + ")")
                .fetch()
                .first()
                .then(database.sql("SELECT COALESCE(MAX(vintage), 0) + 1 AS vintage FROM price_publication")
                        .map(row -> Columns.integer(row, "vintage"))
                        .one());
    }

    /**
     * Publishes the entries, at most one per series and day; joins the caller's transaction if there is one. A withdrawal
     * of what is not public changes nothing.
     */
    public Mono<Publication> publish(Publication.Origin origin, List<Publication.Entry> entries) {
        return next().flatMap(vintage -> planAnew()
                        .then(Mono.defer(() -> add(vintage, entries)))
                        .flatMap(counts -> insert(vintage, origin, counts, 0)))
                .as(transaction::transactional);
    }

    /**
     * Publishes forecasts instead of prices; joins the caller's transaction if there is one.
     *
     * @param issuing writes them as part of the vintage that it is given, and says how many
     */
    public Mono<Publication> publishForecasts(Publication.Origin origin, IntFunction<Mono<Integer>> issuing) {
        return next().flatMap(
                        vintage -> issuing.apply(vintage).flatMap(count -> insert(vintage, origin, Counts.NONE, count)))
                .as(transaction::transactional);
    }

    private Mono<Counts> add(int vintage, List<Publication.Entry> entries) {
        return Flux.fromIterable(batches(entries))
                .concatMap(batch -> remark(batch).then(Mono.defer(() -> addBatch(vintage, batch))))
                .reduce(Counts.NONE, Counts::plus);
    }

    /** Years of prices may come into a table that was empty when its plans were made: those would read all of it for every batch. */
    private Mono<Void> planAnew() {
        return database.sql("SET LOCAL plan_cache_mode = force_custom_plan").then();
    }

    private Mono<Void> remark(List<Publication.Entry> batch) {
        var remarks = batch.stream()
                .map(Publication.Entry::remark)
                .filter(remark -> !remark.isEmpty())
                .distinct()
                .toList();
        if (remarks.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("""
                        INSERT INTO price_remark (id, note, source, source_url, reason)
                        SELECT r.id, r.note, r.source, r.source_url, r.reason
                        FROM UNNEST(
                            CAST(:ids AS uuid[]), CAST(:notes AS text[]), CAST(:sources AS text[]), CAST(:urls AS text[]),
                            CAST(:reasons AS text[])) AS r (id, note, source, source_url, reason)
                        ON CONFLICT (id) DO NOTHING
                        """)
                .bind("ids", column(remarks, UUID.class, Remark::id))
                .bind("notes", column(remarks, String.class, Remark::note))
                .bind("sources", column(remarks, String.class, Remark::source))
                .bind("urls", column(remarks, String.class, Remark::sourceUrl))
                .bind("reasons", column(remarks, String.class, Remark::reason))
                .then();
    }

    private Mono<Counts> addBatch(int vintage, List<Publication.Entry> batch) {
        return stating(batch, """
                        WITH compared AS MATERIALIZED (
                            SELECT s.*, k.low AS known_low, k.high AS known_high, k.status AS known_status,
                                   k.remark_id AS known_remark_id
                            FROM (""" + STATED + """
                            ) s
                            LEFT JOIN LATERAL (
                                SELECT low, high, status, remark_id
                                FROM price_observation o
                                WHERE o.series_id = s.series_id AND o.valid_on = s.valid_on
                                ORDER BY vintage DESC
                                LIMIT 1) k ON TRUE),
                        added AS (
                            INSERT INTO price_observation (low, high, series_id, valid_on, vintage, status, remark_id)
                            SELECT low, high, series_id, valid_on, :vintage, status, remark_id
                            FROM compared
                            WHERE CASE WHEN status = 'W' THEN known_status <> 'W'
                                ELSE (low, high, status, remark_id)
                                    IS DISTINCT FROM (known_low, known_high, known_status, known_remark_id) END
                            RETURNING series_id, valid_on)
                        SELECT COUNT(*) FILTER (WHERE c.known_status IS NULL) AS added,
                               COUNT(*) FILTER (WHERE c.status <> 'W' AND c.known_status IS NOT NULL) AS corrected,
                               COUNT(*) FILTER (WHERE c.status = 'W') AS withdrawn
                        FROM added a
                        JOIN compared c USING (series_id, valid_on)
                        """)
                .bind("vintage", vintage)
                .map(Counts::fromRow)
                .one();
    }

    /** Comes last, so that the publication is dated when all of it is written. One clock, the database's, dates them all. */
    private Mono<Publication> insert(int vintage, Publication.Origin origin, Counts counts, int forecasts) {
        var people = People.of(origin);
        return database.sql("""
                        INSERT INTO price_publication
                            (id, vintage, kind, published_at, entered_by, published_by, entry_set_id, added, corrected,
                             withdrawn, forecasts)
                        SELECT :id, :vintage, :kind, GREATEST(clock_timestamp(), MAX(published_at) + INTERVAL '1 microsecond'),
                               :entered_by, :published_by, :entry_set, :added, :corrected, :withdrawn, :forecasts
                        FROM price_publication
                        RETURNING id, vintage, published_at, added, corrected, withdrawn, forecasts
                        """)
                .bind("id", UuidV7.next())
                .bind("vintage", vintage)
                .bind("kind", people.kind())
                .bind("entered_by", Binds.uuid(people.enteredBy()))
                .bind("published_by", Binds.uuid(people.publishedBy()))
                .bind("entry_set", Binds.uuid(people.entrySet()))
                .bind("added", counts.added())
                .bind("corrected", counts.corrected())
                .bind("withdrawn", counts.withdrawn())
                .bind("forecasts", forecasts)
                .map(Publications::fromRow)
                .one();
    }

    private DatabaseClient.GenericExecuteSpec stating(List<Publication.Entry> batch, String sql) {
        return database.sql(sql)
                .bind("series", column(batch, Integer.class, Publication.Entry::seriesId))
                .bind("days", column(batch, LocalDate.class, Publication.Entry::validOn))
                .bind(
                        "lows",
                        column(
                                batch,
                                Long.class,
                                entry -> entry.price() == null
                                        ? null
                                        : entry.price().low()))
                .bind(
                        "highs",
                        column(
                                batch,
                                Long.class,
                                entry -> entry.price() == null
                                        ? null
                                        : entry.price().high()))
                .bind(
                        "statuses",
                        column(batch, String.class, entry -> entry.status().letter()))
                .bind(
                        "remarks",
                        column(
                                batch,
                                UUID.class,
                                entry -> entry.remark().isEmpty()
                                        ? null
                                        : entry.remark().id()));
    }

    @SuppressWarnings("unchecked")
    private static <S, T> @Nullable T[] column(List<S> rows, Class<T> type, Function<S, @Nullable T> value) {
        var column = (@Nullable T[]) Array.newInstance(type, rows.size());
        for (int index = 0; index < column.length; index++) {
            column[index] = value.apply(rows.get(index));
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
