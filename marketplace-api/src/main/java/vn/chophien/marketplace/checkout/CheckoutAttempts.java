package vn.chophien.marketplace.checkout;

import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.web.IdempotencyKey;

/** Which order a key placed. */
@Repository
class CheckoutAttempts {

    private final DatabaseClient database;

    CheckoutAttempts(DatabaseClient database) {
        this.database = database;
    }

    Mono<CheckoutAttempt> find(IdempotencyKey key) {
        return database.sql("SELECT fingerprint, order_id FROM checkout_attempt WHERE key = :key")
                .bind("key", key.value())
                .map(row -> new CheckoutAttempt(
                        Columns.text(row, "fingerprint"), new OrderId(Columns.uuid(row, "order_id"))))
                .one();
    }

    /** Fails with {@link org.springframework.dao.DuplicateKeyException} once another transaction with this key has committed. */
    Mono<Void> insert(IdempotencyKey key, CheckoutAttempt attempt, Instant now) {
        return database.sql("""
                INSERT INTO checkout_attempt (key, fingerprint, order_id, created_at)
                VALUES (:key, :fingerprint, :order, :now)
                """)
                .bind("key", key.value())
                .bind("fingerprint", attempt.fingerprint())
                .bind("order", attempt.order().value())
                .bind("now", now)
                .then();
    }

    /** What was asked under a key, and the order that came of it. */
    record CheckoutAttempt(String fingerprint, OrderId order) {}
}
