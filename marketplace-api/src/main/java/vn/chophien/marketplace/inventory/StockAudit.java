package vn.chophien.marketplace.inventory;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.sql.Columns;

/** What a shop asks of its stock: what runs low, and how a figure came about. */
@Repository
class StockAudit {

    private final DatabaseClient database;

    StockAudit(DatabaseClient database) {
        this.database = database;
    }

    /** Of these variants those at or below their threshold, the scarcest first, after the given one. */
    Mono<List<LowStock>> low(Collection<VariantId> variants, int afterAvailable, UUID afterVariant, int size) {
        return database.sql("""
                SELECT variant_id, on_hand, reserved, low_at FROM stock_level
                 WHERE variant_id = ANY(:variants) AND on_hand - reserved <= low_at
                   AND (on_hand - reserved, variant_id) > (:available, :after)
                 ORDER BY on_hand - reserved, variant_id LIMIT :size
                """)
                .bind("variants", variants.stream().map(VariantId::value).toArray(UUID[]::new))
                .bind("available", afterAvailable)
                .bind("after", afterVariant)
                .bind("size", size)
                .map(row -> new LowStock(
                        new VariantId(Columns.uuid(row, "variant_id")),
                        Columns.integer(row, "on_hand"),
                        Columns.integer(row, "reserved"),
                        Columns.integer(row, "low_at")))
                .all()
                .collectList();
    }

    /** False for a variant nobody ever counted. */
    Mono<Boolean> warnAt(VariantId variant, int lowAt) {
        return database.sql("UPDATE stock_level SET low_at = :low_at WHERE variant_id = :variant")
                .bind("variant", variant.value())
                .bind("low_at", lowAt)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The history of a variant, newest first, before the given change. */
    Mono<List<StockChange>> changes(VariantId variant, UUID before, int size) {
        return database.sql("""
                SELECT id, reason, on_hand_delta, reserved_delta, on_hand_after, reserved_after, changed_at
                  FROM stock_change WHERE variant_id = :variant AND id < :before ORDER BY id DESC LIMIT :size
                """)
                .bind("variant", variant.value())
                .bind("before", before)
                .bind("size", size)
                .map(StockAudit::change)
                .all()
                .collectList();
    }

    private static StockChange change(Readable row) {
        return new StockChange(
                Columns.uuid(row, "id"),
                StockChangeReason.valueOf(Columns.text(row, "reason")),
                Columns.integer(row, "on_hand_delta"),
                Columns.integer(row, "reserved_delta"),
                Columns.integer(row, "on_hand_after"),
                Columns.integer(row, "reserved_after"),
                Columns.instant(row, "changed_at"));
    }
}
