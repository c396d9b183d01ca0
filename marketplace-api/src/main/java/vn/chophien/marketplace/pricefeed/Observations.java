package vn.chophien.marketplace.pricefeed;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/** Reads the published record. */
@Repository
public class Observations {
    private static final LocalDate EARLIEST = LocalDate.of(1000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final DatabaseClient database;

    Observations(DatabaseClient database) {
        this.database = database;
    }

    /** How far the record has come; every publication moves it. */
    record Revision(long number, Instant publishedAt) {}

    /** How much of a series there is. */
    record Extent(long count, LocalDate first, LocalDate last) {}

    /** An observation with the series it belongs to, by internal id. */
    public record Recorded(int seriesId, Observation observation) {}

    /** The last publication; empty before the first. */
    Mono<Revision> revision() {
        return database.sql("SELECT revision, published_at FROM price_publication ORDER BY published_at DESC LIMIT 1")
                .map(row -> new Revision(Columns.number(row, "revision"), Columns.instant(row, "published_at")))
                .one();
    }

    /** The last {@code count} observations of every series, oldest first, by series id; a series without any is absent. */
    Mono<Map<Integer, List<Observation>>> lastOfEach(int count) {
        return database.sql("""
                        SELECT s.id AS series_id, o.valid_on, o.price_min, o.price_max, o.note, o.recorded_at
                        FROM price_series s
                        CROSS JOIN LATERAL (
                            SELECT valid_on, price_min, price_max, note, recorded_at
                            FROM price_observation
                            WHERE series_id = s.id AND superseded_at IS NULL
                            ORDER BY valid_on DESC
                            LIMIT :count) o
                        ORDER BY s.id, o.valid_on
                        """)
                .bind("count", count)
                .map(Observations::recorded)
                .all()
                .collect(
                        TreeMap::new,
                        (found, recorded) -> found.computeIfAbsent(
                                        recorded.seriesId(), id -> new ArrayList<Observation>())
                                .add(recorded.observation()));
    }

    /** A series from one day to another, oldest first, as we knew it at an instant, or know it now. */
    Flux<Observation> between(
            int seriesId, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Instant knownAt) {
        var statement = database.sql("""
                        SELECT valid_on, price_min, price_max, note, recorded_at
                        FROM price_observation
                        WHERE series_id = :series AND valid_on BETWEEN :from AND :to
                        """
                        + (knownAt == null
                                ? "AND superseded_at IS NULL"
                                : "AND recorded_at <= :known_at AND (superseded_at IS NULL OR superseded_at > :known_at)")
                        + " ORDER BY valid_on")
                .bind("series", seriesId)
                .bind("from", from == null ? EARLIEST : from)
                .bind("to", to == null ? LATEST : to);
        if (knownAt != null) {
            statement = statement.bind("known_at", OffsetDateTime.ofInstant(knownAt, ZoneOffset.UTC));
        }
        return statement.map(Observations::fromRow).all();
    }

    /** Empty for a series without observations. */
    Mono<Extent> extent(int seriesId) {
        return database.sql("""
                        SELECT COUNT(*) AS count, MIN(valid_on) AS first, MAX(valid_on) AS last
                        FROM price_observation
                        WHERE series_id = :series AND superseded_at IS NULL
                        HAVING COUNT(*) > 0
                        """)
                .bind("series", seriesId)
                .map(row -> new Extent(
                        Columns.number(row, "count"),
                        Columns.required(row, "first", LocalDate.class),
                        Columns.required(row, "last", LocalDate.class)))
                .one();
    }

    /** What was recorded last of these series, newest first. */
    Flux<Recorded> recentlyRecorded(Collection<Integer> seriesIds, int count) {
        return database.sql("""
                        SELECT series_id, valid_on, price_min, price_max, note, recorded_at
                        FROM price_observation
                        WHERE superseded_at IS NULL AND series_id = ANY (CAST(:series AS integer[]))
                        ORDER BY recorded_at DESC, valid_on DESC, series_id
                        LIMIT :count
                        """)
                .bind("series", seriesIds.toArray(Integer[]::new))
                .bind("count", count)
                .map(Observations::recorded)
                .all();
    }

    /** For each pair of series and day, the price on that day and the last one before it, where there are any. */
    public Flux<Recorded> around(List<Integer> seriesIds, List<LocalDate> days) {
        return database.sql("""
                        SELECT DISTINCT p.series_id, o.valid_on, o.price_min, o.price_max, o.note, o.recorded_at
                        FROM UNNEST(CAST(:series AS integer[]), CAST(:days AS date[])) AS p (series_id, day)
                        CROSS JOIN LATERAL (
                            SELECT valid_on, price_min, price_max, note, recorded_at
                            FROM price_observation
                            WHERE series_id = p.series_id AND valid_on <= p.day AND superseded_at IS NULL
                            ORDER BY valid_on DESC
                            LIMIT 2) o
                        """)
                .bind("series", seriesIds.toArray(Integer[]::new))
                .bind("days", days.toArray(LocalDate[]::new))
                .map(Observations::recorded)
                .all();
    }

    private static Recorded recorded(Readable row) {
        return new Recorded(Columns.integer(row, "series_id"), fromRow(row));
    }

    private static Observation fromRow(Readable row) {
        return new Observation(
                Columns.required(row, "valid_on", LocalDate.class),
                new Price(
                        Columns.required(row, "price_min", BigDecimal.class),
                        Columns.required(row, "price_max", BigDecimal.class)),
                Columns.textOrNull(row, "note"),
                Columns.instant(row, "recorded_at"));
    }
}
