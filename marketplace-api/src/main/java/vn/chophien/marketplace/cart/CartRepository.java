package vn.chophien.marketplace.cart;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Columns;

/** The rows of carts. Whoever changes lines locks the cart first; several carts are locked in the order of their ids. */
@Repository
class CartRepository {

    private final DatabaseClient database;

    CartRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Keeps a new cart; one for an account that already has one is dropped silently. */
    Mono<Void> insert(CartId id, @Nullable AccountId account, Instant now, Instant expiresAt) {
        var statement =
                database.sql("""
                INSERT INTO cart (id, account_id, created_at, expires_at) VALUES (:id, :account, :now, :expires_at)
                ON CONFLICT (account_id) DO NOTHING
                """).bind("id", id.value()).bind("now", now).bind("expires_at", expiresAt);
        return (account == null
                        ? statement.bindNull("account", UUID.class)
                        : statement.bind("account", account.value()))
                .then();
    }

    Mono<Cart> find(CartId id, Instant now) {
        return database.sql("""
                SELECT c.id, c.account_id, c.version, l.variant_id, l.quantity
                  FROM cart c LEFT JOIN cart_line l ON l.cart_id = c.id
                 WHERE c.id = :id AND c.expires_at > :now ORDER BY l.position
                """)
                .bind("id", id.value())
                .bind("now", now)
                .map(row -> Map.entry(cart(row, List.of()), line(row)))
                .all()
                .collectList()
                .filter(rows -> !rows.isEmpty())
                .map(rows -> withLines(
                        rows.getFirst().getKey(),
                        rows.stream().flatMap(row -> row.getValue().stream()).toList()));
    }

    Mono<CartId> findIdOf(AccountId account) {
        return database.sql("SELECT id FROM cart WHERE account_id = :account")
                .bind("account", account.value())
                .map(row -> new CartId(Columns.uuid(row, "id")))
                .one();
    }

    Flux<Cart> lock(Collection<CartId> ids, Instant now) {
        return database.sql("""
                SELECT id, account_id, version FROM cart WHERE id = ANY(:ids) AND expires_at > :now
                 ORDER BY id FOR UPDATE
                """)
                .bind("ids", ids.stream().map(CartId::value).toArray(UUID[]::new))
                .bind("now", now)
                .map(row -> cart(row, List.of()))
                .all()
                .collectList()
                .flatMapIterable(carts -> carts)
                .concatMap(this::withLines);
    }

    /** Makes the stored lines those of the cart, which must be locked. */
    Mono<Void> replaceLines(Cart cart, Instant expiresAt) {
        var variants = cart.lines().stream().map(line -> line.variant().value()).toArray(UUID[]::new);
        var quantities = cart.lines().stream().map(CartLine::quantity).toArray(Integer[]::new);
        return database.sql("""
                WITH gone AS (
                    DELETE FROM cart_line WHERE cart_id = :cart AND variant_id <> ALL(:variants)
                ), kept AS (
                    INSERT INTO cart_line (cart_id, variant_id, quantity)
                    SELECT :cart, l.variant_id, l.quantity
                      FROM unnest(CAST(:variants AS uuid[]), CAST(:quantities AS integer[])) WITH ORDINALITY
                           AS l (variant_id, quantity, position)
                     ORDER BY l.position
                    ON CONFLICT (cart_id, variant_id) DO UPDATE SET quantity = excluded.quantity
                )
                UPDATE cart SET version = version + 1, expires_at = :expires_at WHERE id = :cart
                """)
                .bind("cart", cart.id().value())
                .bind("variants", variants)
                .bind("quantities", quantities)
                .bind("expires_at", expiresAt)
                .then();
    }

    Mono<Void> delete(CartId id) {
        return database.sql("DELETE FROM cart WHERE id = :id")
                .bind("id", id.value())
                .then();
    }

    /** Empties the cart if its lines are still those of this version; answers whether they were. */
    Mono<Boolean> empty(CartId id, long version) {
        return database.sql("""
                WITH emptied AS (
                    UPDATE cart SET version = version + 1 WHERE id = :id AND version = :version RETURNING id
                ), gone AS (
                    DELETE FROM cart_line l USING emptied e WHERE l.cart_id = e.id
                )
                SELECT EXISTS (SELECT 1 FROM emptied) AS unchanged
                """)
                .bind("id", id.value())
                .bind("version", version)
                .map(row -> Columns.flag(row, "unchanged"))
                .one();
    }

    Mono<Long> deleteExpired(int most, Instant now) {
        return database.sql("""
                DELETE FROM cart WHERE id IN (
                    SELECT id FROM cart WHERE expires_at <= :now ORDER BY expires_at LIMIT :most FOR UPDATE SKIP LOCKED)
                """).bind("now", now).bind("most", most).fetch().rowsUpdated();
    }

    private Mono<Cart> withLines(Cart cart) {
        return database.sql("SELECT variant_id, quantity FROM cart_line WHERE cart_id = :cart ORDER BY position")
                .bind("cart", cart.id().value())
                .map(CartRepository::line)
                .all()
                .collectList()
                .map(lines ->
                        withLines(cart, lines.stream().flatMap(Optional::stream).toList()));
    }

    private static Cart withLines(Cart cart, List<CartLine> lines) {
        return new Cart(cart.id(), cart.account(), cart.version(), lines);
    }

    /** Empty in the one row of a cart that has no line. */
    private static Optional<CartLine> line(Readable row) {
        return Optional.ofNullable(row.get("variant_id", UUID.class))
                .map(variant -> new CartLine(new VariantId(variant), Columns.integer(row, "quantity")));
    }

    private static Cart cart(Readable row, List<CartLine> lines) {
        var account = row.get("account_id", UUID.class);
        return new Cart(
                new CartId(Columns.uuid(row, "id")),
                account == null ? null : new AccountId(account),
                Columns.number(row, "version"),
                lines);
    }
}
