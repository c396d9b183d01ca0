package vn.chophien.marketplace.pricefeed;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/**
 * Reads the published record as it stood in a vintage: of each day the last word until then, and nothing where that was a
 * withdrawal. Every query runs along the primary key, so it meets older words only of the days it reads.
 */
@Repository
public class Observations {
    private static final LocalDate EARLIEST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private static final String TOLD = """
            o.valid_on, o.low, o.high, o.status, o.vintage, p.published_at, r.note, r.source, r.source_url, r.reason
            """;
    private static final String TELLING = """
            JOIN price_publication p ON p.vintage = o.vintage
            LEFT JOIN price_remark r ON r.id = o.remark_id
            """;

    private final DatabaseClient database;

    Observations(DatabaseClient database) {
        this.database = database;
    }

    /** How much of a series there is. */
    record Extent(long count, LocalDate first, LocalDate last) {}

    /** An observation with the series it belongs to, by internal id. */
    public record Recorded(int seriesId, Observation observation) {}

    /** @param observation none for a withdrawal */
    record Said(int seriesId, LocalDate day, @Nullable Observation observation) {}

    record DatedRevision(LocalDate day, Revision revision) {}

    /** The last {@code count} observations of every series, oldest first, by series id; a series without any is absent. */
    Mono<Map<Integer, List<Observation>>> lastOfEach(int count, int vintage) {
        return collect(database.sql(lastOf("SELECT id FROM price_series"))
                .bind("vintage", vintage)
                .bind("count", count));
    }

    /** As {@link #lastOfEach}, for these series. */
    Mono<Map<Integer, List<Observation>>> lastOf(Collection<Integer> seriesIds, int count, int vintage) {
        return collect(database.sql(lastOf("SELECT id FROM UNNEST(CAST(:series AS integer[])) AS asked (id)"))
                .bind("series", seriesIds.toArray(Integer[]::new))
                .bind("vintage", vintage)
                .bind("count", count));
    }

    private static String lastOf(String series) {
        return "SELECT s.id AS series_id, " + TOLD + "FROM (" + series + ") s " + """
                CROSS JOIN LATERAL (
                    SELECT d.*
                    FROM (
                        SELECT DISTINCT ON (valid_on) valid_on, low, high, status, vintage, remark_id
                        FROM price_observation
                        WHERE series_id = s.id AND vintage <= :vintage
                        ORDER BY valid_on DESC, vintage DESC) d
                    WHERE d.status <> 'W'
                    LIMIT :count) o
                """ + TELLING
                + "ORDER BY s.id, o.valid_on";
    }

    private static Mono<Map<Integer, List<Observation>>> collect(DatabaseClient.GenericExecuteSpec statement) {
        return statement
                .map(Observations::recorded)
                .all()
                .collect(
                        TreeMap::new,
                        (found, recorded) -> found.computeIfAbsent(
                                        recorded.seriesId(), id -> new ArrayList<Observation>())
                                .add(recorded.observation()));
    }

    /** The series of which a publication after one vintage, up to another, said something, each with the first of the months. */
    public Mono<Map<Integer, LocalDate>> changedBetween(int after, int upTo) {
        return database.sql("""
                        SELECT series_id, MIN(month) AS first
                        FROM price_month
                        WHERE vintage > :after AND vintage <= :up_to
                        GROUP BY series_id
                        """)
                .bind("after", after)
                .bind("up_to", upTo)
                .map(row ->
                        Map.entry(Columns.integer(row, "series_id"), Columns.required(row, "first", LocalDate.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** How much publications after one vintage, up to another, said. */
    Mono<Long> countSaid(int after, int upTo) {
        return database.sql("""
                        SELECT COALESCE(SUM(added + corrected + withdrawn), 0) AS count
                        FROM price_publication
                        WHERE vintage > :after AND vintage <= :up_to
                        """)
                .bind("after", after)
                .bind("up_to", upTo)
                .map(row -> Columns.number(row, "count"))
                .one();
    }

    /** All that they said, in the order of series, days and publications. */
    Flux<Said> said(int after, int upTo) {
        return database.sql("SELECT o.series_id, " + TOLD + "FROM price_observation o " + TELLING + """
                        WHERE o.vintage > :after AND o.vintage <= :up_to
                        ORDER BY o.series_id, o.valid_on, o.vintage
                        """)
                .bind("after", after)
                .bind("up_to", upTo)
                .map(row -> new Said(
                        Columns.integer(row, "series_id"),
                        Columns.required(row, "valid_on", LocalDate.class),
                        Status.of(Columns.text(row, "status")) == Status.WITHDRAWN ? null : fromRow(row)))
                .all();
    }

    /** A series from one day to another, oldest first. */
    public Flux<Observation> between(int seriesId, @Nullable LocalDate from, @Nullable LocalDate to, int vintage) {
        return database.sql("SELECT " + TOLD + """
                        FROM (
                            SELECT DISTINCT ON (valid_on) valid_on, low, high, status, vintage, remark_id
                            FROM price_observation
                            WHERE series_id = :series AND valid_on BETWEEN :from AND :to AND vintage <= :vintage
                            ORDER BY valid_on DESC, vintage DESC) o
                        """ + TELLING + """
                        WHERE o.status <> 'W'
                        ORDER BY o.valid_on
                        """)
                .bind("series", seriesId)
                .bind("from", from == null ? EARLIEST : from)
                .bind("to", to == null ? LATEST : to)
                .bind("vintage", vintage)
                .map(Observations::fromRow)
                .all();
    }

    /** The mean of the prices of each month, by the month's first day; a series without any is absent. */
    public Mono<Map<Integer, NavigableMap<LocalDate, Double>>> monthlyMeans(
            Collection<Integer> seriesIds, int vintage) {
        return database.sql("""
                        SELECT series_id, ARRAY_AGG(month) AS months,
                               ARRAY_AGG(CAST(total AS DOUBLE PRECISION) / 10000 / days) AS means
                        FROM (
                            SELECT DISTINCT ON (series_id, month) series_id, month, total, days
                            FROM price_month
                            WHERE series_id = ANY (CAST(:series AS integer[])) AND vintage <= :vintage
                            ORDER BY series_id, month, vintage DESC) m
                        WHERE days > 0
                        GROUP BY series_id
                        """)
                .bind("series", seriesIds.toArray(Integer[]::new))
                .bind("vintage", vintage)
                .map(row -> Map.entry(Columns.integer(row, "series_id"), means(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static NavigableMap<LocalDate, Double> means(Readable row) {
        var months = Columns.required(row, "months", LocalDate[].class);
        var means = Columns.required(row, "means", Double[].class);
        var found = new TreeMap<LocalDate, Double>();
        for (int month = 0; month < months.length; month++) {
            found.put(months[month], means[month]);
        }
        return found;
    }

    /** Empty for a series without observations. */
    Mono<Extent> extent(int seriesId, int vintage) {
        return database.sql("""
                        SELECT COUNT(*) AS count, MIN(valid_on) AS first, MAX(valid_on) AS last
                        FROM (
                            SELECT DISTINCT ON (valid_on) valid_on, status
                            FROM price_observation
                            WHERE series_id = :series AND vintage <= :vintage
                            ORDER BY valid_on DESC, vintage DESC) o
                        WHERE status <> 'W'
                        HAVING COUNT(*) > 0
                        """)
                .bind("series", seriesId)
                .bind("vintage", vintage)
                .map(row -> new Extent(
                        Columns.number(row, "count"),
                        Columns.required(row, "first", LocalDate.class),
                        Columns.required(row, "last", LocalDate.class)))
                .one();
    }

    /** For each pair of series and day, the price on that day and the last one before it, where there are any. */
    public Flux<Recorded> around(List<Integer> seriesIds, List<LocalDate> days) {
        return database.sql("SELECT DISTINCT q.series_id, " + TOLD + """
                        FROM UNNEST(CAST(:series AS integer[]), CAST(:days AS date[])) AS q (series_id, day)
                        CROSS JOIN LATERAL (
                            SELECT d.*
                            FROM (
                                SELECT DISTINCT ON (valid_on) valid_on, low, high, status, vintage, remark_id
                                FROM price_observation
                                WHERE series_id = q.series_id AND valid_on <= q.day
                                ORDER BY valid_on DESC, vintage DESC) d
                            WHERE d.status <> 'W'
                            LIMIT 2) o
                        """ + TELLING)
                .bind("series", seriesIds.toArray(Integer[]::new))
                .bind("days", days.toArray(LocalDate[]::new))
                .map(Observations::recorded)
                .all();
    }

    /** Every word there has been on a day of a series, oldest first; a withdrawal has no price. */
    Flux<Revision> revisions(int seriesId, LocalDate day, int vintage) {
        return database.sql("SELECT " + TOLD + """
                        , p.id AS publication_id
                        FROM price_observation o
                        """ + TELLING + """
                        WHERE o.series_id = :series AND o.valid_on = :day AND o.vintage <= :vintage
                        ORDER BY o.vintage
                        """)
                .bind("series", seriesId)
                .bind("day", day)
                .bind("vintage", vintage)
                .map(Revision::fromRow)
                .all();
    }

    /** Of the last days before one of which there has been more than one word, every word, oldest first. */
    Flux<DatedRevision> corrected(
            int seriesId, @Nullable LocalDate from, @Nullable LocalDate before, int days, int vintage) {
        return database.sql("SELECT " + TOLD + """
                        , p.id AS publication_id
                        FROM (
                            SELECT valid_on
                            FROM price_observation
                            WHERE series_id = :series AND valid_on >= :from AND valid_on < :before AND vintage <= :vintage
                            GROUP BY valid_on
                            HAVING COUNT(*) > 1
                            ORDER BY valid_on DESC
                            LIMIT :days) d
                        JOIN price_observation o
                            ON o.series_id = :series AND o.valid_on = d.valid_on AND o.vintage <= :vintage
                        """ + TELLING + """
                        ORDER BY o.valid_on, o.vintage
                        """)
                .bind("series", seriesId)
                .bind("from", from == null ? EARLIEST : from)
                .bind("before", before == null ? LATEST : before)
                .bind("days", days)
                .bind("vintage", vintage)
                .map(row ->
                        new DatedRevision(Columns.required(row, "valid_on", LocalDate.class), Revision.fromRow(row)))
                .all();
    }

    private static Recorded recorded(Readable row) {
        return new Recorded(Columns.integer(row, "series_id"), fromRow(row));
    }

    private static Observation fromRow(Readable row) {
        return new Observation(
                Columns.required(row, "valid_on", LocalDate.class),
                Price.ofRecord(Columns.number(row, "low"), row.get("high", Long.class)),
                Status.of(Columns.text(row, "status")),
                remark(row),
                Columns.integer(row, "vintage"),
                Columns.instant(row, "published_at"));
    }

    static @Nullable Price price(Readable row, String low, String high) {
        var value = row.get(low, Long.class);
        return value == null ? null : Price.ofRecord(value, row.get(high, Long.class));
    }

    static Remark remark(Readable row) {
        var remark = new Remark(
                Columns.textOrNull(row, "note"),
                Columns.textOrNull(row, "source"),
                Columns.textOrNull(row, "source_url"),
                Columns.textOrNull(row, "reason"));
        return remark.isEmpty() ? Remark.NONE : remark;
    }
}
