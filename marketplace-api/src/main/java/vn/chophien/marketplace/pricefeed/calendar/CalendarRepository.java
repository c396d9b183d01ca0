package vn.chophien.marketplace.pricefeed.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Columns;

/** Reads which days of which series have something, published or on its way. */
@Repository
class CalendarRepository {
    private final DatabaseClient database;

    CalendarRepository(DatabaseClient database) {
        this.database = database;
    }

    /** From its first day to its last; both null for a series that never had a price. */
    record Span(@Nullable LocalDate first, @Nullable LocalDate last) {}

    /** A day of a series, by internal id. */
    record Day(int seriesId, LocalDate validOn) {}

    Flux<DayOff> daysOff(LocalDate from, LocalDate until) {
        return database.sql("""
                        SELECT day, name_vi, name_en, legal_reference
                        FROM price_day_off
                        WHERE day BETWEEN :from AND :until
                        ORDER BY day
                        """)
                .bind("from", from)
                .bind("until", until)
                .map(row -> new DayOff(
                        Columns.required(row, "day", LocalDate.class),
                        Columns.text(row, "name_vi"),
                        Columns.text(row, "name_en"),
                        Columns.text(row, "legal_reference")))
                .all();
    }

    /** The last word about a day counts. */
    Mono<Void> put(DayOff off, AccountId officer) {
        return database.sql("""
                        INSERT INTO price_day_off (day, name_vi, name_en, legal_reference, added_by)
                        VALUES (:day, :name_vi, :name_en, :legal_reference, :officer)
                        ON CONFLICT (day) DO UPDATE
                        SET name_vi = EXCLUDED.name_vi, name_en = EXCLUDED.name_en,
                            legal_reference = EXCLUDED.legal_reference, added_by = EXCLUDED.added_by
                        """)
                .bind("day", off.day())
                .bind("name_vi", off.nameVi())
                .bind("name_en", off.nameEn())
                .bind("legal_reference", off.legalReference())
                .bind("officer", officer.value())
                .then();
    }

    Mono<Void> remove(LocalDate day) {
        return database.sql("DELETE FROM price_day_off WHERE day = :day")
                .bind("day", day)
                .then();
    }

    Mono<Map<Integer, Span>> spans(List<Integer> seriesIds) {
        return database.sql("""
                        SELECT s.id,
                               (SELECT MIN(valid_on) FROM price_observation WHERE series_id = s.id) AS first,
                               (SELECT MAX(valid_on) FROM price_observation WHERE series_id = s.id) AS last
                        FROM UNNEST(CAST(:series AS integer[])) AS s (id)
                        """)
                .bind("series", seriesIds.toArray(Integer[]::new))
                .map(row -> Map.entry(
                        Columns.integer(row, "id"),
                        new Span(row.get("first", LocalDate.class), row.get("last", LocalDate.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Days of which something is public; a withdrawal too is a word about its day. */
    Flux<Day> published(List<Integer> seriesIds, LocalDate from, LocalDate until) {
        return database.sql("""
                        SELECT DISTINCT o.series_id, o.valid_on
                        FROM UNNEST(CAST(:series AS integer[])) AS s (id)
                        JOIN price_observation o ON o.series_id = s.id AND o.valid_on BETWEEN :from AND :until
                        """)
                .bind("series", seriesIds.toArray(Integer[]::new))
                .bind("from", from)
                .bind("until", until)
                .map(row ->
                        new Day(Columns.integer(row, "series_id"), Columns.required(row, "valid_on", LocalDate.class)))
                .all();
    }

    /** Days that officers have entered and nobody published yet; true where that was submitted. */
    Mono<Map<Day, Boolean>> entered(LocalDate from, LocalDate until) {
        return database.sql("""
                        SELECT e.series_id, e.valid_on, s.state = 'SUBMITTED' AS submitted
                        FROM price_entry_set s
                        JOIN price_entry e ON e.set_id = s.id
                        WHERE s.state IN ('DRAFT', 'SUBMITTED') AND e.valid_on BETWEEN :from AND :until
                        """)
                .bind("from", from)
                .bind("until", until)
                .map(row -> Map.entry(
                        new Day(Columns.integer(row, "series_id"), Columns.required(row, "valid_on", LocalDate.class)),
                        Columns.flag(row, "submitted")))
                .all()
                .collect(
                        HashMap::new,
                        (days, entry) -> days.merge(entry.getKey(), entry.getValue(), Boolean::logicalOr));
    }
}
