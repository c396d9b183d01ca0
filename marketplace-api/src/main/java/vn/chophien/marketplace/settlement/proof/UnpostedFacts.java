package vn.chophien.marketplace.settlement.proof;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.RefundKey;
import vn.chophien.marketplace.sql.Columns;

/** Facts that are not in the books although they happened, and what has to be posted of them. */
@Repository
class UnpostedFacts {

    private final DatabaseClient database;

    UnpostedFacts(DatabaseClient database) {
        this.database = database;
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
                """.formatted(ExpectedFacts.OF_ORDERS))
                .bind("since", since)
                .bind("most", most)
                .map(row -> new OrderId(Columns.uuid(row, "order_id")))
                .all();
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
                .map(UnpostedFacts::collected)
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
                .map(UnpostedFacts::collected)
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
