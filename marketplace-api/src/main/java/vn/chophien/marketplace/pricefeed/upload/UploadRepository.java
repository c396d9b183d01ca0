package vn.chophien.marketplace.pricefeed.upload;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.pricefeed.Price;
import vn.chophien.marketplace.pricefeed.PriceSeries;
import vn.chophien.marketplace.pricefeed.SeriesCatalog;
import vn.chophien.marketplace.pricefeed.desk.EntrySetId;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.web.ListPosition;

/** Keeps uploads with their rows. */
@Repository
class UploadRepository {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<List<String>>> CELLS = new TypeReference<>() {};
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};
    /** What became of the set of entries is what became of the upload. */
    private static final String SELECT = """
            SELECT u.id, CASE WHEN s.state IN ('PUBLISHED', 'DISCARDED') THEN s.state ELSE u.state END AS state,
                   u.version, u.file_name, u.workbook, u.layout, u.uploaded_by, u.uploaded_at, u.columns, u.row_count, u.error_count, u.warning_count,
                   u.entry_set_id, COALESCE(s.closed_by, u.closed_by) AS closed_by,
                   COALESCE(s.closed_at, u.closed_at) AS closed_at
            FROM price_upload u
            LEFT JOIN price_entry_set s ON s.id = u.entry_set_id
            """;

    private final DatabaseClient database;
    private final SeriesCatalog catalog;
    // Our own stored form, which must not follow the settings of the public one.
    private final JsonMapper json = new JsonMapper();

    UploadRepository(DatabaseClient database, SeriesCatalog catalog) {
        this.database = database;
        this.catalog = catalog;
    }

    Mono<Void> insert(Upload upload, TableLines lines, List<DraftRow> rows) {
        return insert(upload, lines).then(Mono.defer(() -> insert(upload.id(), rows)));
    }

    private Mono<Void> insert(UploadId id, List<DraftRow> rows) {
        return Flux.fromIterable(rows).concatMap(row -> insert(id, row)).then();
    }

    /** Puts what was read along another layout in the place of what was read before. */
    Mono<Void> replace(Upload upload, List<DraftRow> rows) {
        return database.sql("DELETE FROM price_upload_row WHERE upload_id = :id")
                .bind("id", upload.id().value())
                .then()
                .then(Mono.defer(() -> database.sql("""
                                UPDATE price_upload
                                SET state = :state, version = :version, layout = :layout, columns = :columns,
                                    row_count = :row_count, error_count = :error_count, warning_count = :warning_count
                                WHERE id = :id
                                """)
                        .bind("id", upload.id().value())
                        .bind("state", upload.state().name())
                        .bind("version", upload.version())
                        .bind("layout", Json.of(json.writeValueAsString(upload.layout())))
                        .bind("columns", Json.of(json.writeValueAsString(upload.columns())))
                        .bind("row_count", upload.rowCount())
                        .bind("error_count", upload.errorCount())
                        .bind("warning_count", upload.warningCount())
                        .then()))
                .then(Mono.defer(() -> insert(upload.id(), rows)));
    }

    /** The file's lines; empty for an upload from before they were kept. */
    Mono<TableLines> lines(UploadId id) {
        return database.sql("SELECT lines, workbook FROM price_upload WHERE id = :id AND lines IS NOT NULL")
                .bind("id", id.value())
                .map(row -> new TableLines(
                        json
                                .readValue(
                                        Columns.required(row, "lines", Json.class)
                                                .asString(),
                                        CELLS)
                                .stream()
                                .map(cells -> new TableLines.Line(
                                        Integer.parseInt(cells.getFirst()), cells.subList(1, cells.size())))
                                .toList(),
                        Columns.flag(row, "workbook")))
                .one();
    }

    /** Each line as its number and its cells. */
    private static List<List<String>> stored(TableLines lines) {
        return lines.lines().stream()
                .map(line -> Stream.concat(Stream.of(String.valueOf(line.number())), line.cells().stream())
                        .toList())
                .toList();
    }

    Mono<Upload> find(UploadId id) {
        return database.sql(SELECT + "WHERE u.id = :id")
                .bind("id", id.value())
                .map(this::upload)
                .one();
    }

    /** As {@link #find}, and nobody else may close it until this transaction ends. */
    Mono<Upload> findForClosing(UploadId id) {
        return database.sql(SELECT + "WHERE u.id = :id FOR UPDATE OF u")
                .bind("id", id.value())
                .map(this::upload)
                .one();
    }

    /** Newest first. */
    Flux<Upload> recent(int count, ListPosition before) {
        return database.sql(SELECT + """
                        WHERE (u.uploaded_at, u.id) < (:before, :before_id)
                        ORDER BY u.uploaded_at DESC, u.id DESC
                        LIMIT :count
                        """)
                .bind("before", before.at())
                .bind("before_id", before.id())
                .bind("count", count)
                .map(this::upload)
                .all();
    }

    /** The rows in the file's order. */
    Flux<DraftRow> rows(UploadId id) {
        return catalog.all().collectMap(PriceSeries::id).flatMapMany(series -> rows(id, series));
    }

    private Flux<DraftRow> rows(UploadId id, Map<Integer, PriceSeries> series) {
        return database.sql("""
                        SELECT row_number, part, price_column, cells, findings, series_id, valid_on, price_min, price_max, note, previous_on,
                               previous_min, previous_max
                        FROM price_upload_row
                        WHERE upload_id = :id
                        ORDER BY row_number, part
                        """)
                .bind("id", id.value())
                .map(row -> row(row, series))
                .all();
    }

    Mono<Void> discard(UploadId id, AccountId officer) {
        return database.sql("""
                        UPDATE price_upload
                        SET state = 'DISCARDED', closed_by = :officer, closed_at = clock_timestamp()
                        WHERE id = :id AND state IN ('DRAFT', 'MAPPING')
                        """)
                .bind("id", id.value())
                .bind("officer", officer.value())
                .then();
    }

    Mono<Void> submit(UploadId id, EntrySetId entrySet) {
        return database.sql("""
                        UPDATE price_upload
                        SET state = 'SUBMITTED', entry_set_id = :entry_set
                        WHERE id = :id AND state = 'DRAFT'
                        """)
                .bind("id", id.value())
                .bind("entry_set", entrySet.value())
                .then();
    }

    private Mono<Long> insert(Upload upload, TableLines lines) {
        return database.sql("""
                        INSERT INTO price_upload
                            (id, state, version, file_name, workbook, lines, layout, uploaded_by, uploaded_at, columns,
                             row_count, error_count, warning_count)
                        VALUES (:id, :state, :version, :file_name, :workbook, :lines, :layout, :uploaded_by, :uploaded_at,
                            :columns, :row_count, :error_count, :warning_count)
                        """)
                .bind("id", upload.id().value())
                .bind("state", upload.state().name())
                .bind("version", upload.version())
                .bind("workbook", upload.workbook())
                .bind("lines", Json.of(json.writeValueAsString(stored(lines))))
                .bind("layout", Json.of(json.writeValueAsString(upload.layout())))
                .bind("file_name", Parameters.in(R2dbcType.VARCHAR, upload.fileName()))
                .bind("uploaded_by", upload.uploadedBy().value())
                .bind("uploaded_at", utc(upload.uploadedAt()))
                .bind("columns", Json.of(json.writeValueAsString(upload.columns())))
                .bind("row_count", upload.rowCount())
                .bind("error_count", upload.errorCount())
                .bind("warning_count", upload.warningCount())
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> insert(UploadId upload, DraftRow row) {
        var series = row.series();
        var price = row.price();
        var previous = row.previous();
        return database.sql("""
                        INSERT INTO price_upload_row
                            (upload_id, row_number, part, price_column, cells, findings, series_id, valid_on, price_min,
                             price_max, note, previous_on, previous_min, previous_max)
                        VALUES (:upload, :row_number, :part, :price_column, :cells, :findings, :series_id, :valid_on, :price_min, :price_max, :note,
                             :previous_on, :previous_min, :previous_max)
                        """)
                .bind("upload", upload.value())
                .bind("row_number", row.number())
                .bind("part", row.part())
                .bind("price_column", row.priceColumn())
                .bind("cells", Json.of(json.writeValueAsString(row.cells())))
                .bind("findings", Json.of(json.writeValueAsString(row.findings())))
                .bind("series_id", Parameters.in(R2dbcType.INTEGER, series == null ? null : series.id()))
                .bind("valid_on", Parameters.in(R2dbcType.DATE, row.validOn()))
                .bind("price_min", Parameters.in(R2dbcType.NUMERIC, price == null ? null : price.min()))
                .bind("price_max", Parameters.in(R2dbcType.NUMERIC, price == null ? null : price.max()))
                .bind("note", Parameters.in(R2dbcType.VARCHAR, row.note()))
                .bind("previous_on", Parameters.in(R2dbcType.DATE, previous == null ? null : previous.validOn()))
                .bind(
                        "previous_min",
                        Parameters.in(
                                R2dbcType.NUMERIC,
                                previous == null ? null : previous.price().min()))
                .bind(
                        "previous_max",
                        Parameters.in(
                                R2dbcType.NUMERIC,
                                previous == null ? null : previous.price().max()))
                .fetch()
                .rowsUpdated();
    }

    private Upload upload(Readable row) {
        var layout = row.get("layout", Json.class);
        var entrySet = row.get("entry_set_id", UUID.class);
        var closedBy = row.get("closed_by", UUID.class);
        return new Upload(
                new UploadId(Columns.uuid(row, "id")),
                Upload.State.valueOf(Columns.text(row, "state")),
                Columns.integer(row, "version"),
                Columns.textOrNull(row, "file_name"),
                Columns.flag(row, "workbook"),
                layout == null ? null : json.readValue(layout.asString(), Layout.class),
                new AccountId(Columns.uuid(row, "uploaded_by")),
                Columns.instant(row, "uploaded_at"),
                json.readValue(Columns.required(row, "columns", Json.class).asString(), TEXTS),
                Columns.integer(row, "row_count"),
                Columns.integer(row, "error_count"),
                Columns.integer(row, "warning_count"),
                entrySet == null ? null : new EntrySetId(entrySet),
                closedBy == null ? null : new AccountId(closedBy),
                Columns.instantOrNull(row, "closed_at"));
    }

    private DraftRow row(Readable row, Map<Integer, PriceSeries> series) {
        var seriesId = Columns.integerOrNull(row, "series_id");
        var previousOn = row.get("previous_on", LocalDate.class);
        var previous = price(row, "previous");
        return new DraftRow(
                Columns.integer(row, "row_number"),
                Columns.integer(row, "part"),
                Columns.integer(row, "price_column"),
                json.readValue(Columns.required(row, "cells", Json.class).asString(), TEXTS),
                seriesId == null ? null : Objects.requireNonNull(series.get(seriesId), "series " + seriesId),
                row.get("valid_on", LocalDate.class),
                price(row, "price"),
                Columns.textOrNull(row, "note"),
                previousOn == null || previous == null ? null : new DraftRow.DatedPrice(previousOn, previous),
                json.readValue(Columns.required(row, "findings", Json.class).asString(), FINDINGS));
    }

    private static @Nullable Price price(Readable row, String prefix) {
        var min = row.get(prefix + "_min", BigDecimal.class);
        var max = row.get(prefix + "_max", BigDecimal.class);
        return min == null || max == null ? null : new Price(min, max);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
