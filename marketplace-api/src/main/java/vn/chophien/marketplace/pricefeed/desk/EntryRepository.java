package vn.chophien.marketplace.pricefeed.desk;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.Remark;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.Status;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerReview;
import vn.chophien.marketplace.pricefeed.officerreview.ReviewRows;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.web.ListPosition;

/** Keeps sets of entries. */
@Repository
class EntryRepository {
    private static final String SELECT = """
            SELECT id, state, version, entered_by, entered_at, submitted_at, returned_for, closed_by, closed_at
            FROM price_entry_set
            """;

    private final DatabaseClient database;
    private final SeriesCatalog catalog;

    EntryRepository(DatabaseClient database, SeriesCatalog catalog) {
        this.database = database;
        this.catalog = catalog;
    }

    Mono<EntrySet> find(EntrySetId id) {
        return database.sql(SELECT + "WHERE id = :id")
                .bind("id", id.value())
                .map(EntryRepository::set)
                .one();
    }

    /** As {@link #find}, and nobody else may change it until this transaction ends. */
    Mono<EntrySet> findForChange(EntrySetId id) {
        return database.sql(SELECT + "WHERE id = :id FOR UPDATE")
                .bind("id", id.value())
                .map(EntryRepository::set)
                .one();
    }

    /** Newest first. */
    Flux<EntrySet> recent(OfficerReview.@Nullable State state, int count, ListPosition before) {
        return ReviewRows.newest(database, SELECT, "entered", state, count, before)
                .map(EntryRepository::set)
                .all();
    }

    /** How much a set holds, and of which days. */
    record Extent(
            int entries,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {
        static final Extent NONE = new Extent(0, null, null);
    }

    /** By set; an empty set is absent. */
    Mono<Map<EntrySetId, Extent>> extents(List<EntrySetId> ids) {
        return database.sql("""
                        SELECT set_id, COUNT(*) AS entries, MIN(valid_on) AS first, MAX(valid_on) AS last
                        FROM price_entry
                        WHERE set_id = ANY (CAST(:ids AS UUID[]))
                        GROUP BY set_id
                        """)
                .bind("ids", ids.stream().map(EntrySetId::value).toArray(UUID[]::new))
                .map(row -> Map.entry(
                        new EntrySetId(Columns.uuid(row, "set_id")),
                        new Extent(
                                (int) Columns.number(row, "entries"),
                                row.get("first", LocalDate.class),
                                row.get("last", LocalDate.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Mono<Void> insert(EntrySet set) {
        return ReviewRows.bindBegun(database.sql("""
                        INSERT INTO price_entry_set (id, state, version, entered_by, entered_at)
                        VALUES (:id, :state, :version, :begun_by, :begun_at)
                        """), set.review())
                .bind("id", set.id().value())
                .then();
    }

    Mono<Void> update(EntrySet set) {
        return ReviewRows.bind(database.sql("""
                        UPDATE price_entry_set
                        SET state = :state, version = :version, submitted_at = :submitted_at, returned_for = :returned_for,
                            closed_by = :closed_by, closed_at = :closed_at
                        WHERE id = :id
                        """), set.review())
                .bind("id", set.id().value())
                .then();
    }

    /** The entries in the officer's order. */
    Mono<List<DeskEntry>> entries(EntrySetId id) {
        return catalog.all().collectMap(PriceSeries::id).flatMap(series -> entries(id, series));
    }

    private Mono<List<DeskEntry>> entries(EntrySetId id, Map<Integer, PriceSeries> series) {
        return database.sql("""
                        SELECT series_id, valid_on, low, high, status, note, source, source_url, reason, confirmed_by
                        FROM price_entry
                        WHERE set_id = :id
                        ORDER BY position
                        """)
                .bind("id", id.value())
                .map(row -> entry(row, series))
                .all()
                .collectList();
    }

    /** Puts these in the place of all that the set had. */
    Mono<Void> replace(EntrySetId id, List<DeskEntry> entries) {
        return database.sql("DELETE FROM price_entry WHERE set_id = :id")
                .bind("id", id.value())
                .then()
                .thenMany(Flux.range(0, entries.size()))
                .concatMap(position -> insert(id, position, entries.get(position)))
                .then();
    }

    private Mono<Void> insert(EntrySetId id, int position, DeskEntry entry) {
        var price = entry.price();
        var confirmedBy = entry.confirmedBy();
        return database.sql("""
                        INSERT INTO price_entry (set_id, series_id, valid_on, position, low, high, status, note, source,
                            source_url, reason, confirmed_by)
                        VALUES (:set_id, :series_id, :valid_on, :position, :low, :high, :status, :note, :source,
                            :source_url, :reason, :confirmed_by)
                        """)
                .bind("set_id", id.value())
                .bind("series_id", entry.series().id())
                .bind("valid_on", entry.validOn())
                .bind("position", position)
                .bind("low", Binds.number(price == null ? null : price.low()))
                .bind("high", Binds.number(price == null ? null : price.high()))
                .bind("status", entry.status().letter())
                .bind("note", Binds.text(entry.remark().note()))
                .bind("source", Binds.text(entry.remark().source()))
                .bind("source_url", Binds.text(entry.remark().sourceUrl()))
                .bind("reason", Binds.text(entry.remark().reason()))
                .bind("confirmed_by", Binds.uuid(confirmedBy == null ? null : confirmedBy.value()))
                .then();
    }

    private static EntrySet set(Readable row) {
        return new EntrySet(
                new EntrySetId(Columns.uuid(row, "id")), ReviewRows.read(row, EntryProblem.REFUSALS, "entered"));
    }

    private static DeskEntry entry(Readable row, Map<Integer, PriceSeries> series) {
        int id = Columns.integer(row, "series_id");
        var low = row.get("low", Long.class);
        return new DeskEntry(
                Objects.requireNonNull(series.get(id), "series " + id),
                Columns.required(row, "valid_on", LocalDate.class),
                low == null ? null : Price.ofRecord(low, row.get("high", Long.class)),
                Status.of(Columns.text(row, "status")),
                new Remark(
                        Columns.textOrNull(row, "note"),
                        Columns.textOrNull(row, "source"),
                        Columns.textOrNull(row, "source_url"),
                        Columns.textOrNull(row, "reason")),
                accountOrNull(row, "confirmed_by"));
    }

    private static @Nullable AccountId accountOrNull(Readable row, String column) {
        var value = row.get(column, UUID.class);
        return value == null ? null : new AccountId(value);
    }
}
