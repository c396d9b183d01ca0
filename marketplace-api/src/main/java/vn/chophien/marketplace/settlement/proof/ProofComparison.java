package vn.chophien.marketplace.settlement.proof;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/**
 * What differs between the books and the facts as the tables of orders and payments have them. They are read directly on purpose: the code that
 * feeds the books is what is being checked.
 */
@Repository
class ProofComparison {

    /** What is in the books, by the same keys: the amount that reached or left, each way once. */
    private static final String BOOKED = """
            SELECT t.key AS fact, t.order_id, t.reference, t.occurred_at AS at,
                   CAST(sum(abs(e.amount)) FILTER (WHERE
                        (t.kind IN ('CAPTURED', 'ARRIVED', 'COLLECTED') AND e.purpose = 'RECEIPT' AND e.amount > 0)
                     OR (t.kind IN ('REFUNDED', 'SENT_BACK') AND e.purpose = 'REPAYMENT' AND e.amount < 0)
                     OR (t.kind = 'REDUCED' AND e.purpose IN ('GOODS_BACK', 'SHIPPING_BACK') AND e.amount < 0)
                     OR (t.kind = 'DELIVERED' AND e.purpose IN ('GOODS', 'SHIPPING') AND e.amount < 0)
                     OR (t.kind = 'DEPOSITED' AND e.amount < 0)
                     OR (t.kind LIKE 'PAYOUT_%' AND e.amount < 0)) AS bigint) AS amount
              FROM ledger_transaction t JOIN ledger_entry e ON e.transaction_id = t.id
             WHERE t.kind IN ('CAPTURED', 'ARRIVED', 'COLLECTED', 'REFUNDED', 'SENT_BACK', 'REDUCED', 'DELIVERED', 'DEPOSITED',
                              'PAYOUT_SENT', 'PAYOUT_CONFIRMED', 'PAYOUT_RETURNED', 'PAYOUT_REVERSED')
               AND NOT EXISTS (SELECT 1 FROM ledger_transaction r WHERE r.reverses = t.key)
             GROUP BY t.id
            """;

    private final DatabaseClient database;

    ProofComparison(DatabaseClient database) {
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
                """.formatted(ExpectedFacts.OF_ORDERS, ExpectedFacts.BESIDE, BOOKED))
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
                """).map(ProofComparison::channel).one();
    }

    private Mono<List<ProofChannel>> byMethod() {
        return database.sql("""
                SELECT m.method AS channel,
                       CAST(CASE m.method
                            WHEN 'CARD' THEN (SELECT sum(received) FROM payment_intent WHERE state = 'PAID')
                            WHEN 'VIETQR' THEN (SELECT sum(received) FROM transfer_request WHERE state = 'PAID')
                            ELSE coalesce((SELECT sum(c.amount) FROM cash_collection c
                                            WHERE c.ahead AND NOT EXISTS (SELECT 1 FROM seller_order_event e
                                                                           WHERE e.seller_order_id = c.payable_id
                                                                             AND e.to_state = 'DELIVERED')), 0)
                               + coalesce((SELECT sum(s.total - coalesce((SELECT sum(d.goods + d.shipping) FROM seller_order_reduction d
                                                                  WHERE d.seller_order_id = s.id
                                                                    AND d.reduced_at <= e.happened_at), 0))
                                    FROM seller_order s
                                    JOIN customer_order o ON o.id = s.order_id AND o.payment_method = 'COD'
                                    JOIN seller_order_event e ON e.seller_order_id = s.id AND e.to_state = 'DELIVERED'), 0)
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
                """).map(ProofComparison::channel).all().collectList();
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
}
