package vn.chophien.marketplace.payment;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.gateway.GatewayRefund;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code refund}. */
@Repository
class RefundRepository {

    private static final String COLUMNS = """
            r.id, r.payment_id, r.payable_id, r.refund_key, r.amount, r.currency, r.gateway_id, r.attempts,
            r.created_at, p.reference, p.gateway_id AS gateway_payment_id
            """;

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final DatabaseClient database;

    RefundRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Boolean> exists(PayableId payable, RefundKey key) {
        return database.sql("""
                        SELECT EXISTS (SELECT 1 FROM refund WHERE payable_id = :payable AND refund_key = :key) AS known""")
                .bind("payable", payable.value())
                .bind("key", key.value())
                .map(row -> Columns.flag(row, "known"))
                .one();
    }

    /** What was asked back of a payment and did not fail. */
    Mono<Long> sum(PaymentId payment) {
        return database.sql("""
                        SELECT CAST(coalesce(sum(amount), 0) AS bigint) AS asked FROM refund
                         WHERE payment_id = :payment AND state NOT IN ('FAILED', 'DROPPED')""")
                .bind("payment", payment.value())
                .map(row -> Columns.number(row, "asked"))
                .one();
    }

    Mono<Void> insert(CardPayment payment, Money amount, String reason, RefundKey key, Instant now) {
        return database.sql("""
                        INSERT INTO refund (id, payment_id, payable_id, refund_key, amount, currency, reason, state,
                                            send_at, created_at, updated_at)
                        VALUES (:id, :payment, :payable, :key, :amount, :currency, :reason, 'REQUESTED',
                                :now, :now, :now)""")
                .bind("id", UuidV7.next())
                .bind("payment", payment.id().value())
                .bind("payable", payment.payable().value())
                .bind("key", key.value())
                .bind("amount", amount.minor())
                .bind("currency", amount.currencyCode())
                .bind("reason", reason)
                .bind("now", now)
                .then();
    }

    /** Refunds whose money has arrived and that still have to reach the gateway; each is given to one caller. */
    Flux<Refund> claimUnsent(int most, Instant now) {
        return database.sql("""
                        WITH due AS (
                            SELECT r.id FROM refund r JOIN payment_intent p ON p.id = r.payment_id
                             WHERE r.state = 'REQUESTED' AND r.send_at <= :now AND p.state = 'PAID'
                             ORDER BY r.send_at LIMIT :most
                               FOR UPDATE OF r SKIP LOCKED
                        )
                        UPDATE refund r
                           SET send_at = :lease, attempts = r.attempts + 1, updated_at = :now
                          FROM due, payment_intent p
                         WHERE r.id = due.id AND p.id = r.payment_id
                        RETURNING
                        """ + COLUMNS)
                .bind("now", now)
                .bind("lease", now.plus(LEASE))
                .bind("most", most)
                .map(RefundRepository::fromRow)
                .all();
    }

    Flux<Refund> findPending(PaymentId payment) {
        return database.sql("SELECT " + COLUMNS + """
                         FROM refund r JOIN payment_intent p ON p.id = r.payment_id
                        WHERE r.payment_id = :payment AND r.state IN ('PENDING', 'SUCCEEDED')""")
                .bind("payment", payment.value())
                .map(RefundRepository::fromRow)
                .all();
    }

    /** Refunds the gateway accepted and that are due to be looked at, less and less often; each is given to one caller. */
    Flux<Refund> claimForCheck(int most, Instant now) {
        return database.sql("""
                        WITH due AS (
                            SELECT id FROM refund WHERE check_at <= :now
                             ORDER BY check_at LIMIT :most
                               FOR UPDATE SKIP LOCKED
                        )
                        UPDATE refund r
                           SET checks = r.checks + 1,
                               check_at = :now + least(interval '1 day', interval '1 minute' * power(2, least(r.checks, 11)))
                          FROM due, payment_intent p
                         WHERE r.id = due.id AND p.id = r.payment_id
                        RETURNING
                        """ + COLUMNS)
                .bind("now", now)
                .bind("most", most)
                .map(RefundRepository::fromRow)
                .all();
    }

    /** Nobody asks for it any more. */
    Mono<Void> checkNoMore(UUID id) {
        return database.sql("UPDATE refund SET check_at = NULL WHERE id = :id")
                .bind("id", id)
                .then();
    }

    /**
     * Answers false when it had been recorded before. It is looked at again soon: what is answered to a repeated request is how the refund began,
     * not what became of it.
     */
    Mono<Boolean> accepted(UUID id, GatewayRefund seen, Instant now) {
        return database.sql("""
                        UPDATE refund
                           SET state = :state, gateway_id = :gateway_id, failure = :failure, updated_at = :now,
                               check_at = CASE WHEN :state = 'FAILED' THEN NULL ELSE CAST(:now AS timestamptz) END
                         WHERE id = :id AND state = 'REQUESTED'""")
                .bind("state", seen.status().name())
                .bind("gateway_id", seen.id())
                .bind("failure", Binds.text(seen.failure()))
                .bind("id", id)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** What became of a refund the gateway had accepted; answers false when nothing is new. */
    Mono<Boolean> settled(UUID id, GatewayRefund seen, Instant now) {
        return database.sql("""
                        UPDATE refund
                           SET state = :state, failure = :failure, updated_at = :now,
                               check_at = CASE WHEN :state = 'FAILED' THEN NULL ELSE check_at END
                         WHERE id = :id AND state IN ('PENDING', 'SUCCEEDED') AND state <> :state""")
                .bind("state", seen.status().name())
                .bind("failure", Binds.text(seen.failure()))
                .bind("id", id)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> sendLater(UUID id, String failure, Instant at, Instant now) {
        return database.sql("""
                        UPDATE refund SET send_at = :at, failure = :failure, updated_at = :now
                         WHERE id = :id AND state = 'REQUESTED'""")
                .bind("id", id)
                .bind("failure", failure)
                .bind("at", at)
                .bind("now", now)
                .then();
    }

    Mono<Void> refused(UUID id, String failure, Instant now) {
        return database.sql("""
                        UPDATE refund SET state = 'FAILED', failure = :failure, updated_at = :now
                         WHERE id = :id AND state = 'REQUESTED'""")
                .bind("id", id)
                .bind("failure", failure)
                .bind("now", now)
                .then();
    }

    /** The payment was closed without money: there is nothing to give back. */
    Mono<Void> dropUnsent(PaymentId payment, Instant now) {
        return database.sql("""
                        UPDATE refund SET state = 'DROPPED', updated_at = :now
                         WHERE payment_id = :payment AND state = 'REQUESTED'""")
                .bind("payment", payment.value())
                .bind("now", now)
                .then();
    }

    private static Refund fromRow(Readable row) {
        return new Refund(
                Columns.uuid(row, "id"),
                new PaymentId(Columns.uuid(row, "payment_id")),
                new PayableId(Columns.uuid(row, "payable_id")),
                new RefundKey(Columns.text(row, "refund_key")),
                Money.of(Columns.number(row, "amount"), Columns.text(row, "currency")),
                Columns.text(row, "reference"),
                Columns.text(row, "gateway_payment_id"),
                Columns.textOrNull(row, "gateway_id"),
                Columns.integer(row, "attempts"),
                Columns.instant(row, "created_at"));
    }
}
