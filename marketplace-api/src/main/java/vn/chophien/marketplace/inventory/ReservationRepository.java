package vn.chophien.marketplace.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code stock_reservation}: what is promised to whom, and what that does to the levels. */
@Repository
class ReservationRepository {

    private static final String RESERVE = """
            WITH claim AS MATERIALIZED (
                SELECT owner_id, variant_id, quantity
                  FROM unnest(CAST(:owners AS uuid[]), CAST(:variants AS uuid[]), CAST(:quantities AS integer[]))
                       AS c (owner_id, variant_id, quantity)
            ), wanted AS MATERIALIZED (
                SELECT variant_id, CAST(sum(quantity) AS integer) AS quantity FROM claim GROUP BY variant_id
            ), locked AS MATERIALIZED (
                SELECT variant_id FROM stock_level
                 WHERE variant_id IN (SELECT variant_id FROM wanted)
                 ORDER BY variant_id
                   FOR UPDATE
            ), moved AS (
                UPDATE stock_level AS s
                   SET reserved = s.reserved + w.quantity, version = s.version + 1, updated_at = :now
                  FROM wanted w JOIN locked l ON l.variant_id = w.variant_id
                 WHERE s.variant_id = w.variant_id AND s.on_hand - s.reserved >= w.quantity
                RETURNING s.variant_id, s.on_hand, s.reserved, 0 AS on_hand_delta, w.quantity AS reserved_delta
            ), held AS (
                INSERT INTO stock_reservation (owner_id, variant_id, quantity, expires_at, created_at)
                SELECT c.owner_id, c.variant_id, c.quantity, :expires_at, :now
                  FROM claim c JOIN moved m ON m.variant_id = c.variant_id
            ), noted AS (
                INSERT INTO stock_change (variant_id, reason, on_hand_delta, reserved_delta, on_hand_after,
                                          reserved_after, owner_id, changed_at)
                SELECT c.variant_id, 'RESERVED', 0, c.quantity, m.on_hand, m.reserved, c.owner_id, :now
                  FROM claim c JOIN moved m ON m.variant_id = c.variant_id
            )
            """ + StockStatements.MOVEMENTS;

    /** Gives back or takes out what the rows of {@code gone} hold; {@code :taken} is 1 when the goods leave. */
    private static final String SETTLE = """
            , wanted AS MATERIALIZED (
                SELECT variant_id, CAST(sum(quantity) AS integer) AS quantity FROM gone GROUP BY variant_id
            ), locked AS MATERIALIZED (
                SELECT variant_id FROM stock_level
                 WHERE variant_id IN (SELECT variant_id FROM wanted)
                 ORDER BY variant_id
                   FOR UPDATE
            ), moved AS (
                UPDATE stock_level AS s
                   SET on_hand = s.on_hand - w.quantity * :taken, reserved = s.reserved - w.quantity,
                       version = s.version + 1, updated_at = :now
                  FROM wanted w JOIN locked l ON l.variant_id = w.variant_id
                 WHERE s.variant_id = w.variant_id
                RETURNING s.variant_id, s.on_hand, s.reserved,
                          -w.quantity * :taken AS on_hand_delta, -w.quantity AS reserved_delta
            ), noted AS (
                INSERT INTO stock_change (variant_id, reason, on_hand_delta, reserved_delta, on_hand_after,
                                          reserved_after, owner_id, changed_by, changed_at)
                SELECT g.variant_id, :reason, -g.quantity * :taken, -g.quantity, m.on_hand, m.reserved, g.owner_id,
                       CAST(:changed_by AS uuid), :now
                  FROM gone g JOIN moved m ON m.variant_id = g.variant_id
            )
            """ + StockStatements.MOVEMENTS;

    /** A claim gets what its owner holds, at most: what was given back before is not given back twice. */
    private static final String SETTLE_CLAIMS = """
            WITH claim AS MATERIALIZED (
                SELECT owner_id, variant_id, quantity
                  FROM unnest(CAST(:owners AS uuid[]), CAST(:variants AS uuid[]), CAST(:quantities AS integer[]))
                       AS c (owner_id, variant_id, quantity)
            ), gone AS MATERIALIZED (
                SELECT r.owner_id, r.variant_id, least(c.quantity, r.quantity) AS quantity, c.quantity >= r.quantity AS whole
                  FROM stock_reservation r JOIN claim c ON c.owner_id = r.owner_id AND c.variant_id = r.variant_id
                 ORDER BY r.owner_id, r.variant_id
                   FOR UPDATE OF r
            ), ended AS (
                DELETE FROM stock_reservation r USING gone g
                 WHERE r.owner_id = g.owner_id AND r.variant_id = g.variant_id AND g.whole
            ), shrunk AS (
                UPDATE stock_reservation r SET quantity = r.quantity - g.quantity
                  FROM gone g
                 WHERE r.owner_id = g.owner_id AND r.variant_id = g.variant_id AND NOT g.whole
            )
            """ + SETTLE;

    private static final String SETTLE_LAPSED = """
            WITH lapsed AS MATERIALIZED (
                SELECT owner_id, variant_id FROM stock_reservation
                 WHERE expires_at <= :now
                 ORDER BY expires_at
                 LIMIT :most
                   FOR UPDATE SKIP LOCKED
            ), gone AS (
                DELETE FROM stock_reservation r USING lapsed l
                 WHERE r.owner_id = l.owner_id AND r.variant_id = l.variant_id
                RETURNING r.owner_id, r.variant_id, r.quantity
            )
            """ + SETTLE;

    /** The locks come first: rows that lapse meanwhile are gone before anything is compared. */
    private static final String KEEP = """
            WITH claim AS MATERIALIZED (
                SELECT owner_id, variant_id, sum(quantity) AS quantity
                  FROM unnest(CAST(:owners AS uuid[]), CAST(:variants AS uuid[]), CAST(:quantities AS integer[]))
                       AS c (owner_id, variant_id, quantity)
                 GROUP BY owner_id, variant_id
            ), held AS MATERIALIZED (
                SELECT r.owner_id, r.variant_id, r.quantity FROM stock_reservation r
                 WHERE r.owner_id = ANY(CAST(:owners AS uuid[]))
                 ORDER BY r.owner_id, r.variant_id
                   FOR UPDATE
            ), whole AS MATERIALIZED (
                SELECT c.owner_id
                  FROM claim c LEFT JOIN held h ON h.owner_id = c.owner_id AND h.variant_id = c.variant_id
                 GROUP BY c.owner_id
                HAVING bool_and(coalesce(h.quantity, 0) >= c.quantity)
            ), kept AS (
                UPDATE stock_reservation r SET expires_at = NULL FROM whole w WHERE r.owner_id = w.owner_id
            )
            SELECT owner_id FROM whole
            """;

    private final DatabaseClient database;

    ReservationRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Promises what there is enough of; a claim that cannot be served has no movement in the answer. */
    Flux<StockMovement> reserve(List<StockClaim> claims, @Nullable Instant expiresAt, Instant now) {
        var statement = bind(claims, database.sql(RESERVE)).bind("now", now);
        return (expiresAt == null
                        ? statement.bindNull("expires_at", Instant.class)
                        : statement.bind("expires_at", expiresAt))
                .map(StockStatements::movement)
                .all();
    }

    /** Ends reservations, each by what is claimed: the goods left the house ({@code TAKEN}) or are for sale again. */
    Flux<StockMovement> settle(
            List<StockClaim> claims, StockChangeReason reason, @Nullable AccountId changedBy, Instant now) {
        return bind(claims, settling(SETTLE_CLAIMS, reason, changedBy, now))
                .map(StockStatements::movement)
                .all();
    }

    /** Gives back reservations whose time is up, at most so many rows. */
    Flux<StockMovement> settleLapsed(int most, Instant now) {
        return settling(SETTLE_LAPSED, StockChangeReason.EXPIRED, null, now)
                .bind("most", most)
                .map(StockStatements::movement)
                .all();
    }

    /** Makes reservations last of those owners that hold all they claim here; answers which those are. */
    Flux<ReservationOwner> keep(List<StockClaim> claims) {
        return bind(claims, database.sql(KEEP))
                .map(row -> new ReservationOwner(Columns.uuid(row, "owner_id")))
                .all();
    }

    Mono<Void> prolong(Collection<ReservationOwner> owners, Instant until) {
        return database.sql("""
                        UPDATE stock_reservation SET expires_at = :until
                         WHERE owner_id = ANY(CAST(:owners AS uuid[])) AND expires_at < :until
                        """)
                .bind("owners", owners.stream().map(ReservationOwner::value).toArray(UUID[]::new))
                .bind("until", until)
                .then();
    }

    private static DatabaseClient.GenericExecuteSpec bind(
            List<StockClaim> claims, DatabaseClient.GenericExecuteSpec statement) {
        return statement
                .bind(
                        "owners",
                        claims.stream().map(claim -> claim.owner().value()).toArray(UUID[]::new))
                .bind(
                        "variants",
                        claims.stream().map(claim -> claim.variant().value()).toArray(UUID[]::new))
                .bind("quantities", claims.stream().map(StockClaim::quantity).toArray(Integer[]::new));
    }

    private DatabaseClient.GenericExecuteSpec settling(
            String sql, StockChangeReason reason, @Nullable AccountId changedBy, Instant now) {
        var statement = database.sql(sql)
                .bind("reason", reason.name())
                .bind("taken", reason == StockChangeReason.TAKEN ? 1 : 0)
                .bind("now", now);
        return StockStatements.by(statement, changedBy);
    }
}
