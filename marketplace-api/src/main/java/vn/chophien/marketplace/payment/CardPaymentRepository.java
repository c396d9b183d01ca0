package vn.chophien.marketplace.payment;

import io.r2dbc.spi.Readable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.gateway.GatewayPayment.Attempt;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** The tables {@code payment_intent} and {@code payment_attempt}. */
@Repository
class CardPaymentRepository {

    private static final String COLUMNS = """
            id, payable_id, reference, amount, currency, state, closing, received, gateway_id, client_secret,
            last_attempt, failure_reason, return_url, language, version, created_at
            """;

    private static final Duration FIRST_CHECK = Duration.ofMinutes(1);

    private final DatabaseClient database;

    CardPaymentRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Answers false when the payable has a payment already, which settles the race between two clicks. */
    Mono<Boolean> insert(CardPayment payment) {
        return database.sql("""
                        INSERT INTO payment_intent (id, payable_id, reference, amount, currency, state, return_url,
                                                    language, check_at, created_at, updated_at)
                        VALUES (:id, :payable, :reference, :amount, :currency, :state, :return_url,
                                :language, :check_at, :now, :now)
                        ON CONFLICT (payable_id) WHERE state <> 'CANCELED' DO NOTHING""")
                .bind("id", payment.id().value())
                .bind("payable", payment.payable().value())
                .bind("reference", payment.reference())
                .bind("amount", payment.amount().minor())
                .bind("currency", payment.amount().currencyCode())
                .bind("state", payment.state().name())
                .bind("return_url", payment.returnUrl().toString())
                .bind("language", payment.language().tag())
                .bind("check_at", payment.createdAt().plus(FIRST_CHECK))
                .bind("now", payment.createdAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<CardPayment> find(PaymentId id) {
        return database.sql("SELECT " + COLUMNS + " FROM payment_intent WHERE id = :id")
                .bind("id", id.value())
                .map(CardPaymentRepository::fromRow)
                .one();
    }

    Mono<CardPayment> findByGatewayId(String gatewayId) {
        return database.sql("SELECT " + COLUMNS + " FROM payment_intent WHERE gateway_id = :id")
                .bind("id", gatewayId)
                .map(CardPaymentRepository::fromRow)
                .one();
    }

    /** The payment that counts, if there is one. */
    Mono<CardPayment> findLive(PayableId payable) {
        return database.sql("SELECT " + COLUMNS
                        + " FROM payment_intent WHERE payable_id = :payable AND state <> 'CANCELED'")
                .bind("payable", payable.value())
                .map(CardPaymentRepository::fromRow)
                .one();
    }

    /** As {@link #findLive}, and nobody else changes it until this transaction ends. */
    Mono<CardPayment> lockLive(PayableId payable) {
        return database.sql("SELECT " + COLUMNS
                        + " FROM payment_intent WHERE payable_id = :payable AND state <> 'CANCELED' FOR UPDATE")
                .bind("payable", payable.value())
                .map(CardPaymentRepository::fromRow)
                .one();
    }

    /** The payment that counts, else the last one that was canceled. */
    Mono<CardPayment> findLatest(PayableId payable) {
        return database.sql("SELECT " + COLUMNS + """
                         FROM payment_intent WHERE payable_id = :payable
                        ORDER BY state = 'CANCELED', id DESC LIMIT 1""")
                .bind("payable", payable.value())
                .map(CardPaymentRepository::fromRow)
                .one();
    }

    /** Answers false when somebody else changed the payment since it was read. */
    Mono<Boolean> update(CardPayment payment, Instant now) {
        return database.sql("""
                        UPDATE payment_intent
                           SET state = :state, received = :received, gateway_id = :gateway_id,
                               client_secret = :client_secret, last_attempt = :last_attempt,
                               failure_reason = :failure_reason, version = version + 1, updated_at = :now
                         WHERE id = :id AND version = :version""")
                .bind("state", payment.state().name())
                .bind("received", payment.received().minor())
                .bind("gateway_id", Binds.text(payment.gatewayId()))
                .bind("client_secret", Binds.text(payment.clientSecret()))
                .bind("last_attempt", Binds.text(payment.lastAttempt()))
                .bind("failure_reason", Binds.text(payment.failureReason()))
                .bind("now", now)
                .bind("id", payment.id().value())
                .bind("version", payment.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** From now on nobody is led to its page, and the reconciler closes it if the caller cannot. */
    Mono<Void> markClosing(PaymentId id, Instant now) {
        return database.sql("""
                        UPDATE payment_intent
                           SET closing = true, checks = 0, check_at = :check_at, updated_at = :now,
                               version = version + 1
                         WHERE id = :id AND NOT closing""")
                .bind("id", id.value())
                .bind("check_at", now.plusSeconds(10))
                .bind("now", now)
                .then();
    }

    /** Where to send the buyer back, as the last request to pay had it. */
    Mono<Void> redirect(PaymentId id, URI returnUrl, Language language) {
        return database.sql("UPDATE payment_intent SET return_url = :url, language = :language WHERE id = :id")
                .bind("url", returnUrl.toString())
                .bind("language", language.tag())
                .bind("id", id.value())
                .then();
    }

    /**
     * Open payments that are due for a look, each given to one caller only: the next look is scheduled in the same
     * statement, further away each time.
     */
    Flux<CardPayment> claimForCheck(int most, Instant now) {
        return database.sql("""
                        UPDATE payment_intent
                           SET checks = checks + 1,
                               check_at = :now + least(interval '1 hour', interval '1 minute' * power(2, least(checks, 10)))
                         WHERE id IN (SELECT id FROM payment_intent
                                       WHERE state IN ('REQUESTED', 'OPEN', 'PROCESSING', 'FAILED') AND check_at <= :now
                                       ORDER BY check_at LIMIT :most
                                         FOR UPDATE SKIP LOCKED)
                        RETURNING
                        """ + COLUMNS)
                .bind("now", now)
                .bind("most", most)
                .map(CardPaymentRepository::fromRow)
                .all();
    }

    Mono<Void> saveAttempt(CardPayment payment, Attempt attempt) {
        return database.sql("""
                        INSERT INTO payment_attempt (charge_id, payment_id, succeeded, failure_reason, card_brand,
                                                     card_last4, attempted_at)
                        VALUES (:charge, :payment, :succeeded, :reason, :brand, :last4, :at)
                        ON CONFLICT (charge_id) DO NOTHING""")
                .bind("charge", attempt.chargeId())
                .bind("payment", payment.id().value())
                .bind("succeeded", attempt.succeeded())
                .bind("reason", Binds.text(attempt.succeeded() ? null : payment.failureReason()))
                .bind("brand", Binds.text(attempt.cardBrand()))
                .bind("last4", Binds.text(attempt.cardLast4()))
                .bind("at", attempt.at())
                .then();
    }

    private static CardPayment fromRow(Readable row) {
        var currency = Columns.text(row, "currency");
        return new CardPayment(
                new PaymentId(Columns.uuid(row, "id")),
                new PayableId(Columns.uuid(row, "payable_id")),
                Columns.text(row, "reference"),
                Money.of(Columns.number(row, "amount"), currency),
                CardPayment.State.valueOf(Columns.text(row, "state")),
                Columns.flag(row, "closing"),
                Money.of(Columns.number(row, "received"), currency),
                Columns.textOrNull(row, "gateway_id"),
                Columns.textOrNull(row, "client_secret"),
                Columns.textOrNull(row, "last_attempt"),
                Columns.textOrNull(row, "failure_reason"),
                URI.create(Columns.text(row, "return_url")),
                Objects.requireNonNull(Language.of(Columns.text(row, "language"))),
                Columns.number(row, "version"),
                Columns.instant(row, "created_at"));
    }
}
