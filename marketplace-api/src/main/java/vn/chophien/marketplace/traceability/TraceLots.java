package vn.chophien.marketplace.traceability;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.sql.Columns;

/** The lots of listings, newest first, each with its events in order. */
@Repository
public class TraceLots {
    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    TraceLots(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** Takes a lot over from elsewhere; one of the same code is left as it is. */
    public Mono<Void> add(NewLot lot) {
        return insert(lot)
                .flatMap(id -> Flux.fromIterable(lot.events())
                        .concatMap(event -> insert(id, event))
                        .then())
                .as(transaction::transactional);
    }

    Mono<List<LotResponse>> findAll(ListingId listing, Language language) {
        return database.sql("""
                SELECT t.id, t.lot_code, t.produced_on, t.quantity, %s AS unit, t.status
                FROM trace_lot t
                LEFT JOIN sales_unit u ON u.name_vi = t.unit
                WHERE t.listing_id = :listing ORDER BY t.produced_on DESC, t.lot_code
                """.formatted(unit(language)))
                .bind("listing", listing.value())
                .map(TraceLots::lot)
                .all()
                .collectList()
                .flatMap(lots -> Flux.fromIterable(lots)
                        .concatMap(
                                lot -> events(lot.id(), language).collectList().map(lot::with))
                        .collectList());
    }

    private static String unit(Language language) {
        return switch (language) {
            case VI -> "t.unit";
            case EN -> "COALESCE(u.name_en, t.unit)";
        };
    }

    private Flux<LotResponse.Event> events(UUID lot, Language language) {
        return database.sql("""
                SELECT e.seq, e.type, e.occurred_at, e.place_%1$s AS place, e.note_%1$s AS note, e.recorded_by
                FROM trace_event e WHERE e.lot_id = :lot ORDER BY e.seq
                """.formatted(language.tag()))
                .bind("lot", lot)
                .map(row -> new LotResponse.Event(
                        Columns.integer(row, "seq"),
                        TraceEventType.valueOf(Columns.text(row, "type")),
                        Columns.instant(row, "occurred_at"),
                        Columns.text(row, "place"),
                        Columns.text(row, "note"),
                        Columns.text(row, "recorded_by")))
                .all();
    }

    private Mono<UUID> insert(NewLot lot) {
        return database.sql("""
                INSERT INTO trace_lot (listing_id, lot_code, produced_on, quantity, unit, status)
                VALUES (:listing, :code, :producedOn, :quantity, :unit, :status)
                ON CONFLICT (lot_code) DO NOTHING
                RETURNING id
                """)
                .bind("listing", lot.listing().value())
                .bind("code", lot.lotCode())
                .bind("producedOn", lot.producedOn())
                .bind("quantity", lot.quantity())
                .bind("unit", lot.unit())
                .bind("status", lot.status().name())
                .map(row -> Columns.uuid(row, "id"))
                .one();
    }

    private Mono<Void> insert(UUID lot, NewLot.NewEvent event) {
        return database.sql("""
                INSERT INTO trace_event (lot_id, seq, type, occurred_at, place_vi, place_en, note_vi, note_en, recorded_by)
                VALUES (:lot, :seq, :type, :occurredAt, :placeVi, :placeEn, :noteVi, :noteEn, :recordedBy)
                """)
                .bind("lot", lot)
                .bind("seq", event.seq())
                .bind("type", event.type().name())
                .bind("occurredAt", event.occurredAt().atOffset(ZoneOffset.UTC))
                .bind("placeVi", event.placeVi())
                .bind("placeEn", event.placeEn())
                .bind("noteVi", event.noteVi())
                .bind("noteEn", event.noteEn())
                .bind("recordedBy", event.recordedBy())
                .then();
    }

    private static LotResponse lot(Readable row) {
        return new LotResponse(
                Columns.uuid(row, "id"),
                Columns.text(row, "lot_code"),
                Columns.required(row, "produced_on", LocalDate.class),
                Columns.integer(row, "quantity"),
                Columns.text(row, "unit"),
                LotStatus.valueOf(Columns.text(row, "status")),
                List.of());
    }
}
