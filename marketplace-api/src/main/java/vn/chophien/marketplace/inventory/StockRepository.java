package vn.chophien.marketplace.inventory;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code stock_level}: what there is, counted, brought back or written off. */
@Repository
class StockRepository {

    private static final String COUNT = """
            WITH moved AS (
                INSERT INTO stock_level AS s (variant_id, on_hand, updated_at)
                VALUES (:variant, :on_hand, :now)
                ON CONFLICT (variant_id) DO UPDATE
                   SET on_hand = excluded.on_hand, version = s.version + 1, updated_at = :now
                 WHERE s.reserved <= excluded.on_hand
                RETURNING new.variant_id, new.on_hand, new.reserved,
                          new.on_hand - coalesce(old.on_hand, 0) AS on_hand_delta, 0 AS reserved_delta
            ), noted AS (
                INSERT INTO stock_change (variant_id, reason, on_hand_delta, reserved_delta, on_hand_after,
                                          reserved_after, changed_by, changed_at)
                SELECT variant_id, 'COUNTED', on_hand_delta, 0, on_hand, reserved, CAST(:changed_by AS uuid), :now
                  FROM moved WHERE on_hand_delta <> 0
            )
            """ + StockStatements.MOVEMENTS;

    private static final String ADJUST = """
            WITH moved AS (
                UPDATE stock_level SET on_hand = on_hand + :delta, version = version + 1, updated_at = :now
                 WHERE variant_id = :variant
                RETURNING variant_id, on_hand, reserved, CAST(:delta AS integer) AS on_hand_delta, 0 AS reserved_delta
            ), noted AS (
                INSERT INTO stock_change (variant_id, reason, on_hand_delta, reserved_delta, on_hand_after,
                                          reserved_after, owner_id, changed_by, changed_at)
                SELECT variant_id, :reason, on_hand_delta, 0, on_hand, reserved, :owner, CAST(:changed_by AS uuid), :now
                  FROM moved
            )
            """ + StockStatements.MOVEMENTS;

    private static final String INITIALISE = """
            WITH first AS (
                INSERT INTO stock_level (variant_id, on_hand, updated_at)
                SELECT variant_id, on_hand, :now
                  FROM unnest(CAST(:variants AS uuid[]), CAST(:quantities AS integer[])) AS f (variant_id, on_hand)
                 ORDER BY variant_id
                ON CONFLICT (variant_id) DO NOTHING
                RETURNING variant_id, on_hand
            )
            INSERT INTO stock_change (variant_id, reason, on_hand_delta, reserved_delta, on_hand_after, reserved_after,
                                      changed_at)
            SELECT variant_id, 'INITIAL', on_hand, 0, on_hand, 0, :now FROM first
            """;

    private final DatabaseClient database;

    StockRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The levels of the variants that have one. */
    Flux<StockLevel> findAll(Collection<VariantId> variants) {
        return database.sql("""
                        SELECT variant_id, on_hand, reserved, version FROM stock_level
                         WHERE variant_id = ANY(CAST(:variants AS uuid[]))
                        """)
                .bind("variants", variants.stream().map(VariantId::value).toArray(UUID[]::new))
                .map(StockRepository::level)
                .all();
    }

    /** Sets what was counted; empty when orders hold more than that. */
    Mono<StockMovement> count(VariantId variant, int onHand, @Nullable AccountId changedBy, Instant now) {
        var statement = database.sql(COUNT)
                .bind("variant", variant.value())
                .bind("on_hand", onHand)
                .bind("now", now);
        return StockStatements.by(statement, changedBy)
                .map(StockStatements::movement)
                .one();
    }

    /** Adds to what is on hand, or takes off it. */
    Mono<StockMovement> adjust(
            VariantId variant,
            int delta,
            StockChangeReason reason,
            UUID owner,
            @Nullable AccountId changedBy,
            Instant now) {
        var statement = database.sql(ADJUST)
                .bind("variant", variant.value())
                .bind("delta", delta)
                .bind("reason", reason.name())
                .bind("owner", owner)
                .bind("now", now);
        return StockStatements.by(statement, changedBy)
                .map(StockStatements::movement)
                .one();
    }

    Mono<Void> initialise(List<Map.Entry<VariantId, Integer>> levels, Instant now) {
        return database.sql(INITIALISE)
                .bind(
                        "variants",
                        levels.stream().map(level -> level.getKey().value()).toArray(UUID[]::new))
                .bind("quantities", levels.stream().map(Map.Entry::getValue).toArray(Integer[]::new))
                .bind("now", now)
                .then();
    }

    private static StockLevel level(Readable row) {
        return new StockLevel(
                new VariantId(Columns.uuid(row, "variant_id")),
                Columns.integer(row, "on_hand"),
                Columns.integer(row, "reserved"),
                Columns.number(row, "version"));
    }
}
