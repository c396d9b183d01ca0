package vn.chophien.marketplace.pricefeed;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/** Reads publications and what each of them said. */
@Repository
public class Publications {
    private static final String SELECT = """
            SELECT id, vintage, published_at, added, corrected, withdrawn, forecasts
            FROM price_publication
            """;

    private final DatabaseClient database;

    Publications(DatabaseClient database) {
        this.database = database;
    }

    /**
     * What a publication said about one day of a series.
     *
     * @param status withdrawn for a price that it took back
     * @param price none for a withdrawal
     * @param before what was public until then; none for the first price of that day, and for one that had been withdrawn
     */
    public record Change(
            int seriesId,
            LocalDate validOn,
            Status status,
            @Nullable Price price,
            Remark remark,
            @Nullable Price before,
            boolean first) {}

    /** The vintage of the last one; empty before the first. */
    public Mono<Integer> last() {
        return database.sql("SELECT vintage FROM price_publication ORDER BY vintage DESC LIMIT 1")
                .map(row -> Columns.integer(row, "vintage"))
                .one();
    }

    public Mono<Publication> find(UUID id) {
        return database.sql(SELECT + "WHERE id = :id")
                .bind("id", id)
                .map(Publications::fromRow)
                .one();
    }

    /** Those that changed anything, newest first, up to a vintage. */
    public Flux<Publication> upTo(int vintage, int count) {
        return database.sql(SELECT + """
                        WHERE vintage <= :vintage AND added + corrected + withdrawn + forecasts > 0
                        ORDER BY vintage DESC
                        LIMIT :count
                        """)
                .bind("vintage", vintage)
                .bind("count", count)
                .map(Publications::fromRow)
                .all();
    }

    /** Those that changed anything, oldest first, after a vintage. */
    public Flux<Publication> after(int vintage, int count) {
        return database.sql(SELECT + """
                        WHERE vintage > :vintage AND added + corrected + withdrawn + forecasts > 0
                        ORDER BY vintage
                        LIMIT :count
                        """)
                .bind("vintage", vintage)
                .bind("count", count)
                .map(Publications::fromRow)
                .all();
    }

    /**
     * What a publication said, in the order of series and days, after one of them if it is given.
     *
     * @param seriesIds of these series; null for all
     */
    public Flux<Change> changes(
            int vintage, @Nullable Collection<Integer> seriesIds, int afterSeries, LocalDate afterDay, int count) {
        return database.sql("""
                        SELECT o.series_id, o.valid_on, o.low, o.high, o.status, r.note, r.source, r.source_url, r.reason,
                               b.low AS before_low, b.high AS before_high, b.series_id IS NULL AS first
                        FROM (
                            SELECT s.series_id, s.valid_on, s.low, s.high, s.status, s.remark_id, s.vintage
                            FROM (
                                -- Of each of these months there is something, of the first perhaps on days before.
                                SELECT series_id, month
                                FROM price_month
                                WHERE vintage = :vintage AND (series_id, month) >= (:series, :month)
                                  AND (CAST(:only AS integer[]) IS NULL OR series_id = ANY (CAST(:only AS integer[])))
                                ORDER BY series_id, month
                                LIMIT :count + 1) t
                            CROSS JOIN LATERAL (
                                SELECT series_id, valid_on, low, high, status, remark_id, vintage
                                FROM price_observation
                                WHERE series_id = t.series_id AND valid_on >= t.month
                                  AND valid_on < CAST(t.month + INTERVAL '1 month' AS DATE)
                                  AND vintage = :vintage AND (series_id, valid_on) > (:series, :day)) s
                            ORDER BY s.series_id, s.valid_on
                            LIMIT :count) o
                        LEFT JOIN price_remark r ON r.id = o.remark_id
                        LEFT JOIN LATERAL (
                            SELECT series_id, low, high
                            FROM price_observation e
                            WHERE e.series_id = o.series_id AND e.valid_on = o.valid_on AND e.vintage < o.vintage
                            ORDER BY vintage DESC
                            LIMIT 1) b ON TRUE
                        ORDER BY o.series_id, o.valid_on
                        """)
                .bind("vintage", vintage)
                .bind("series", afterSeries)
                .bind("day", afterDay)
                .bind("month", afterDay.withDayOfMonth(1))
                .bind(
                        "only",
                        seriesIds == null
                                ? Parameters.in(Integer[].class)
                                : Parameters.in(seriesIds.toArray(Integer[]::new)))
                .bind("count", count)
                .map(Publications::change)
                .all();
    }

    static Publication fromRow(Readable row) {
        return new Publication(
                Columns.uuid(row, "id"),
                Columns.integer(row, "vintage"),
                Columns.instant(row, "published_at"),
                Columns.integer(row, "added"),
                Columns.integer(row, "corrected"),
                Columns.integer(row, "withdrawn"),
                Columns.integer(row, "forecasts"));
    }

    private static Change change(Readable row) {
        return new Change(
                Columns.integer(row, "series_id"),
                Columns.required(row, "valid_on", LocalDate.class),
                Status.of(Columns.text(row, "status")),
                Observations.price(row, "low", "high"),
                Observations.remark(row),
                Observations.price(row, "before_low", "before_high"),
                Columns.flag(row, "first"));
    }
}
