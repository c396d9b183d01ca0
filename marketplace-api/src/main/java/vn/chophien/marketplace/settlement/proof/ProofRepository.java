package vn.chophien.marketplace.settlement.proof;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.RefundKey;
import vn.chophien.marketplace.sql.Columns;

/**
 * The table {@code ledger_proof}, and the facts as the tables of orders and payments have them. They are read directly on purpose: the code that
 * feeds the books is what is being checked.
 */
@Repository
class ProofRepository {

    /** What must be in the books of orders: the fact's key, the order, and the amount that moved. */
    private static final String EXPECTED_OF_ORDERS = """
            SELECT 'captured:' || p.id AS fact, o.id AS order_id, o.number AS reference, p.received AS amount, p.updated_at AS at
              FROM payment_intent p JOIN customer_order o ON o.id = p.payable_id
             WHERE p.state = 'PAID'
            UNION ALL
            SELECT 'refunded:' || r.payable_id || ':' || r.refund_key, o.id, o.number, r.amount, r.updated_at
              FROM refund r JOIN customer_order o ON o.id = r.payable_id
             WHERE r.state IN ('PENDING', 'SUCCEEDED')
                OR (r.state = 'FAILED' AND EXISTS (SELECT 1 FROM bank_refund b
                                                    WHERE b.payable_id = r.payable_id AND b.refund_key = r.refund_key
                                                      AND b.kind = 'CARD' AND NOT b.told))
            UNION ALL
            SELECT 'stood-in:' || b.id, o.id, o.number, b.amount, b.done_at
              FROM bank_refund b JOIN customer_order o ON o.id = b.payable_id
             WHERE b.kind = 'CARD' AND b.state = 'DONE' AND NOT b.told
            UNION ALL
            SELECT 'captured:' || q.id, s.order_id, s.number, q.received, q.updated_at
              FROM transfer_request q JOIN seller_order s ON s.id = q.payable_id
             WHERE q.state = 'PAID'
            UNION ALL
            SELECT 'refunded:' || b.payable_id || ':' || b.refund_key, coalesce(s.order_id, b.payable_id), b.reference, b.amount,
                   b.done_at
              FROM bank_refund b LEFT JOIN seller_order s ON s.id = b.payable_id
             WHERE b.state = 'DONE' AND b.told
            UNION ALL
            SELECT 'reduced:' || d.id, s.order_id, s.number, d.repayment, d.reduced_at
              FROM seller_order_reduction d JOIN seller_order s ON s.id = d.seller_order_id
             WHERE d.repayment > 0
            UNION ALL
            SELECT 'delivered:' || s.id, s.order_id, s.number,
                   CAST(s.total - coalesce((SELECT sum(d.goods + d.shipping) FROM seller_order_reduction d
                                             WHERE d.seller_order_id = s.id AND d.reduced_at <= e.happened_at), 0) AS bigint),
                   e.happened_at
              FROM seller_order s JOIN seller_order_event e ON e.seller_order_id = s.id AND e.to_state = 'DELIVERED'
            """;

    /** What must be in the books beside that: the partner's collecting account, deposits of the gateway, and payouts. */
    private static final String EXPECTED_BESIDE = """
            SELECT 'arrived:' || t.id AS fact, CAST(NULL AS uuid) AS order_id, t.bank_reference AS reference, t.amount,
                   t.received_at AS at
              FROM bank_transfer t WHERE t.to_partner
            UNION ALL
            SELECT 'sent-back:' || b.id, NULL, b.reference, b.amount, b.done_at
              FROM bank_refund b JOIN bank_transfer t ON b.refund_key = 'transfer-' || t.id
             WHERE b.kind = 'UNMATCHED' AND b.state = 'DONE' AND t.to_partner
            UNION ALL
            SELECT 'deposited:' || d.id, NULL, d.reference, d.amount + d.fee, d.recorded_at
              FROM gateway_deposit d WHERE d.failed_at IS NULL
            UNION ALL
            SELECT 'payout-sent:' || p.id, NULL, p.reference, p.amount, p.updated_at
              FROM payout p WHERE p.state IN ('SENT', 'CONFIRMED', 'RETURNED')
            UNION ALL
            SELECT 'payout-confirmed:' || p.id, NULL, p.reference, p.amount, p.updated_at
              FROM payout p WHERE p.bank_reference IS NOT NULL
            UNION ALL
            SELECT 'payout-returned:' || p.id, NULL, p.reference, p.amount, p.updated_at
              FROM payout p WHERE p.state = 'RETURNED'
            UNION ALL
            SELECT 'payout-reversed:' || r.id, NULL, p.reference, r.amount, r.updated_at
              FROM payout_reversal r JOIN payout p ON p.id = r.payout_id WHERE r.state = 'DONE'
            """;

    /** What is in the books, by the same keys: the amount that reached or left, each way once. */
    private static final String BOOKED = """
            SELECT t.key AS fact, t.order_id, t.reference, t.occurred_at AS at,
                   CAST(sum(abs(e.amount)) FILTER (WHERE
                        (t.kind IN ('CAPTURED', 'ARRIVED') AND e.purpose = 'RECEIPT' AND e.amount > 0)
                     OR (t.kind IN ('REFUNDED', 'SENT_BACK') AND e.purpose = 'REPAYMENT' AND e.amount < 0)
                     OR (t.kind = 'REDUCED' AND e.purpose IN ('GOODS_BACK', 'SHIPPING_BACK') AND e.amount < 0)
                     OR (t.kind = 'DELIVERED' AND e.purpose IN ('GOODS', 'SHIPPING') AND e.amount < 0)
                     OR (t.kind = 'DEPOSITED' AND e.amount < 0)
                     OR (t.kind LIKE 'PAYOUT_%' AND e.amount < 0)) AS bigint) AS amount
              FROM ledger_transaction t JOIN ledger_entry e ON e.transaction_id = t.id
             WHERE t.kind IN ('CAPTURED', 'ARRIVED', 'REFUNDED', 'SENT_BACK', 'REDUCED', 'DELIVERED', 'DEPOSITED', 'PAYOUT_SENT',
                              'PAYOUT_CONFIRMED', 'PAYOUT_RETURNED', 'PAYOUT_REVERSED')
               AND NOT EXISTS (SELECT 1 FROM ledger_transaction r WHERE r.reverses = t.key)
             GROUP BY t.id
            """;

    private final DatabaseClient database;
    // Our own stored form, which must not follow the settings of the public one.
    private final JsonMapper json = new JsonMapper();

    ProofRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Every fact that both sides do not have alike; what is delivered for nothing moves nothing. */
    Mono<List<Difference>> differences(int most) {
        return database.sql("""
                WITH expected AS (%s UNION ALL %s), booked AS (%s)
                SELECT coalesce(x.fact, b.fact) AS fact, coalesce(x.reference, b.reference, o.number) AS reference,
                       coalesce(x.amount, 0) AS expected, coalesce(b.amount, 0) AS booked
                  FROM expected x
                  FULL JOIN booked b ON b.fact = x.fact
                  LEFT JOIN customer_order o ON o.id = b.order_id
                 WHERE coalesce(x.amount, 0) <> coalesce(b.amount, 0)
                 ORDER BY coalesce(x.at, b.at) DESC
                 LIMIT :most
                """.formatted(EXPECTED_OF_ORDERS, EXPECTED_BESIDE, BOOKED))
                .bind("most", most)
                .map(row -> new Difference(
                        Columns.text(row, "fact"),
                        Columns.textOrNull(row, "reference"),
                        Columns.number(row, "expected"),
                        Columns.number(row, "booked")))
                .all()
                .collectList();
    }

    /** Captured, refunded and booked, by the way the money came; and all that the partner collected. */
    Mono<List<ProofChannel>> channels() {
        return byMethod()
                .flatMap(methods -> collected().map(partner -> {
                    var all = new ArrayList<>(methods);
                    all.add(partner);
                    return List.copyOf(all);
                }));
    }

    private Mono<ProofChannel> collected() {
        return database.sql("""
                SELECT 'PARTNER' AS channel,
                       (SELECT CAST(sum(amount) AS bigint) FROM bank_transfer WHERE to_partner) AS captured,
                       CAST(coalesce((SELECT sum(b.amount)
                                        FROM bank_refund b JOIN bank_transfer t ON b.refund_key = 'transfer-' || t.id
                                       WHERE b.kind = 'UNMATCHED' AND b.state = 'DONE' AND t.to_partner), 0) AS bigint) AS refunded,
                       CAST(coalesce((SELECT sum(e.amount)
                                        FROM ledger_entry e JOIN ledger_transaction t ON t.id = e.transaction_id
                                       WHERE e.account = 'bank' AND t.kind IN ('ARRIVED', 'SENT_BACK')), 0) AS bigint) AS booked
                """).map(ProofRepository::channel).one();
    }

    private Mono<List<ProofChannel>> byMethod() {
        return database.sql("""
                SELECT m.method AS channel,
                       CAST(CASE m.method
                            WHEN 'CARD' THEN (SELECT sum(received) FROM payment_intent WHERE state = 'PAID')
                            WHEN 'VIETQR' THEN (SELECT sum(received) FROM transfer_request WHERE state = 'PAID')
                            ELSE (SELECT sum(s.total - coalesce((SELECT sum(d.goods + d.shipping) FROM seller_order_reduction d
                                                                  WHERE d.seller_order_id = s.id
                                                                    AND d.reduced_at <= e.happened_at), 0))
                                    FROM seller_order s
                                    JOIN customer_order o ON o.id = s.order_id AND o.payment_method = 'COD'
                                    JOIN seller_order_event e ON e.seller_order_id = s.id AND e.to_state = 'DELIVERED')
                            END AS bigint) AS captured,
                       CAST(coalesce(CASE m.method
                            WHEN 'CARD' THEN (SELECT sum(r.amount) FROM refund r
                                               WHERE r.state IN ('PENDING', 'SUCCEEDED')
                                                  OR (r.state = 'FAILED'
                                                      AND EXISTS (SELECT 1 FROM bank_refund b
                                                                   WHERE b.payable_id = r.payable_id
                                                                     AND b.refund_key = r.refund_key
                                                                     AND b.kind = 'CARD' AND NOT b.told))) END, 0)
                          + coalesce((SELECT sum(b.amount) FROM bank_refund b
                                       WHERE b.state = 'DONE' AND b.told
                                         AND b.kind = CASE m.method WHEN 'CARD' THEN 'CARD' WHEN 'VIETQR' THEN 'TRANSFER'
                                                                    ELSE 'CASH' END), 0) AS bigint) AS refunded,
                       CAST(coalesce((SELECT sum(n.amount)
                                        FROM ledger_entry n
                                        JOIN ledger_account a ON a.code = n.account
                                         AND a.kind IN ('GATEWAY', 'BANK', 'UNIDENTIFIED', 'CARRIER', 'SELLER_CASH')
                                        JOIN ledger_transaction t ON t.id = n.transaction_id
                                        JOIN customer_order o ON o.id = t.order_id AND o.payment_method = m.method
                                       WHERE n.purpose IN ('RECEIPT', 'REPAYMENT', 'GOODS', 'SHIPPING')), 0) AS bigint) AS booked
                  FROM (VALUES ('CARD'), ('VIETQR'), ('COD')) AS m (method)
                """).map(ProofRepository::channel).all().collectList();
    }

    /** Orders of which something since then is not in the books. */
    Flux<OrderId> ordersNotPosted(Instant since, int most) {
        return database.sql("""
                SELECT DISTINCT x.order_id
                  FROM (%s
                        UNION ALL
                        SELECT 'paid:' || s.id, s.order_id, s.number, s.total, o.paid_at
                          FROM seller_order s JOIN customer_order o ON o.id = s.order_id
                         WHERE o.payment_method = 'CARD' AND o.paid_at IS NOT NULL
                           AND EXISTS (SELECT 1 FROM seller_order_event e
                                        WHERE e.seller_order_id = s.id AND e.from_state = 'AWAITING_PAYMENT'
                                          AND e.happened_at >= o.paid_at)
                        UNION ALL
                        SELECT 'paid:' || s.id, s.order_id, s.number, p.amount, p.paid_at
                          FROM seller_order_payment p JOIN seller_order s ON s.id = p.seller_order_id) x
                 WHERE x.at >= :since AND x.amount > 0
                   AND NOT EXISTS (SELECT 1 FROM ledger_transaction t WHERE t.key = x.fact)
                 LIMIT :most
                """.formatted(EXPECTED_OF_ORDERS))
                .bind("since", since)
                .bind("most", most)
                .map(row -> new OrderId(Columns.uuid(row, "order_id")))
                .all();
    }

    private static ProofChannel channel(Readable row) {
        return new ProofChannel(
                Columns.text(row, "channel"),
                captured(row),
                Columns.number(row, "refunded"),
                Columns.number(row, "booked"));
    }

    /** Nothing yet is NULL. */
    private static long captured(Readable row) {
        var captured = row.get("captured", Long.class);
        return captured == null ? 0 : captured;
    }

    /** Money in the collecting account since then that is not in the books. */
    Flux<Collected> arrivalsNotPosted(Instant since, int most) {
        return database.sql("""
                SELECT t.id, t.id AS transfer_id, t.bank_reference AS reference, t.amount, t.currency, t.received_at AS at
                  FROM bank_transfer t
                 WHERE t.to_partner AND t.received_at >= :since
                   AND NOT EXISTS (SELECT FROM ledger_transaction l WHERE l.key = 'arrived:' || t.id)
                 ORDER BY t.received_at LIMIT :most
                """)
                .bind("since", since)
                .bind("most", most)
                .map(ProofRepository::collected)
                .all();
    }

    /** What went back out of it unused since then and is not in the books. */
    Flux<Collected> sentBackNotPosted(Instant since, int most) {
        return database.sql("""
                SELECT b.id, t.id AS transfer_id, b.reference, b.amount, b.currency, b.done_at AS at
                  FROM bank_refund b JOIN bank_transfer t ON b.refund_key = 'transfer-' || t.id
                 WHERE b.kind = 'UNMATCHED' AND b.state = 'DONE' AND t.to_partner AND b.done_at >= :since
                   AND NOT EXISTS (SELECT FROM ledger_transaction l WHERE l.key = 'sent-back:' || b.id)
                 ORDER BY b.done_at LIMIT :most
                """)
                .bind("since", since)
                .bind("most", most)
                .map(ProofRepository::collected)
                .all();
    }

    private static Collected collected(Readable row) {
        return new Collected(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "transfer_id"),
                Columns.text(row, "reference"),
                money(row, "amount"),
                Columns.instant(row, "at"));
    }

    Flux<CapturedMoney> capturedOf(OrderId order) {
        return database.sql("""
                SELECT payable_id, id, received, currency, updated_at FROM payment_intent
                 WHERE payable_id = :order AND state = 'PAID'
                UNION ALL
                SELECT q.payable_id, q.id, q.received, q.currency, q.updated_at
                  FROM transfer_request q JOIN seller_order s ON s.id = q.payable_id
                 WHERE s.order_id = :order AND q.state = 'PAID'
                """)
                .bind("order", order.value())
                .map(row -> new CapturedMoney(
                        new PayableId(Columns.uuid(row, "payable_id")),
                        new PaymentId(Columns.uuid(row, "id")),
                        money(row, "received"),
                        Columns.instant(row, "updated_at")))
                .all();
    }

    Flux<RefundedMoney> refundedOf(OrderId order) {
        return database.sql("""
                SELECT payable_id, refund_key, amount, currency, updated_at FROM refund
                 WHERE payable_id = :order AND state IN ('PENDING', 'SUCCEEDED')
                UNION ALL
                SELECT b.payable_id, b.refund_key, b.amount, b.currency, b.done_at
                  FROM bank_refund b LEFT JOIN seller_order s ON s.id = b.payable_id
                 WHERE coalesce(s.order_id, b.payable_id) = :order AND b.state = 'DONE' AND b.told
                """)
                .bind("order", order.value())
                .map(row -> new RefundedMoney(
                        new PayableId(Columns.uuid(row, "payable_id")),
                        new RefundKey(Columns.text(row, "refund_key")),
                        money(row, "amount"),
                        Columns.instant(row, "updated_at")))
                .all();
    }

    Flux<StoodIn> stoodInOf(OrderId order) {
        return database.sql("""
                SELECT id, amount, currency, done_at FROM bank_refund
                 WHERE payable_id = :order AND kind = 'CARD' AND state = 'DONE' AND NOT told
                """)
                .bind("order", order.value())
                .map(row -> new StoodIn(Columns.uuid(row, "id"), money(row, "amount"), Columns.instant(row, "done_at")))
                .all();
    }

    /** In the transaction that compared, whose snapshot says which postings it saw. */
    Mono<Void> save(Proof proof) {
        return database.sql("""
                INSERT INTO ledger_proof (day, checked_at, differences, report, seen)
                VALUES (:day, :at, :differences, CAST(:report AS jsonb), pg_current_snapshot())
                ON CONFLICT (day) DO UPDATE
                   SET checked_at = excluded.checked_at, differences = excluded.differences, report = excluded.report,
                       seen = excluded.seen
                """)
                .bind("day", proof.day())
                .bind("at", proof.checkedAt())
                .bind("differences", proof.differences().size())
                .bind("report", json.writeValueAsString(proof))
                .then();
    }

    Mono<Proof> find(LocalDate day) {
        return database.sql("SELECT report FROM ledger_proof WHERE day = :day")
                .bind("day", day)
                .map(this::proof)
                .one();
    }

    /** The newest first, before a day if one is given. */
    Flux<Proof> page(@Nullable LocalDate before, int size) {
        return database.sql("SELECT report FROM ledger_proof WHERE day < :before ORDER BY day DESC LIMIT :size")
                .bind("before", before == null ? LocalDate.of(9999, 1, 1) : before)
                .bind("size", size)
                .map(this::proof)
                .all();
    }

    private Proof proof(Readable row) {
        return json.readValue(Columns.text(row, "report"), Proof.class);
    }

    private static Money money(Readable row, String column) {
        return Money.of(Columns.number(row, column), Columns.text(row, "currency"));
    }

    record CapturedMoney(PayableId payable, PaymentId payment, Money amount, Instant at) {}

    /** @param id of the transfer that arrived, or of the refund that sent it back */
    record Collected(UUID id, UUID transfer, String reference, Money amount, Instant at) {}

    /** A bank transfer instead of a card refund that came back. */
    record StoodIn(UUID refund, Money amount, Instant at) {}

    record RefundedMoney(PayableId payable, RefundKey key, Money amount, Instant at) {}
}
