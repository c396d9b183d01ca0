package vn.chophien.marketplace.settlement.balance;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.order.SellerOrderId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.ledger.PartBook;
import vn.chophien.marketplace.settlement.ledger.Purpose;
import vn.chophien.marketplace.settlement.ledger.TransactionKind;
import vn.chophien.marketplace.sql.Columns;

/** Sums of the ledger by seller order. */
@Repository
class PositionRepository {

    private static final UUID FROM_THE_NEWEST = new UUID(-1, -1);

    private final DatabaseClient database;

    PositionRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Every seller order of a seller in which money has moved. A return that nobody has decided, or whose refusal may still go to the operator,
     * keeps its money back; aftersales stands above settlement, so its table is read here and not its code.
     */
    Mono<List<PartPosition>> of(SellerId seller) {
        return database.sql("""
                SELECT s.seller_order_id, s.number, s.net, s.awaited, s.at_carrier, s.refunding, s.delivered_at,
                       EXISTS (SELECT 1 FROM seller_order_hold h
                                WHERE h.seller_order_id = s.seller_order_id AND h.released_at IS NULL)
                    OR EXISTS (SELECT 1 FROM return_request r
                                WHERE r.seller_order_id = s.seller_order_id AND r.state IN ('REQUESTED', 'ESCALATED'))
                       AS disputed,
                       (SELECT max(r.appeal_due) FROM return_request r
                         WHERE r.seller_order_id = s.seller_order_id AND r.state = 'REFUSED') AS appeal_due
                  FROM (SELECT t.seller_order_id, max(t.reference) AS number,
                               CAST(-coalesce(sum(e.amount) FILTER (WHERE a.kind = 'SELLER'), 0) AS bigint) AS net,
                               CAST(-coalesce(sum(e.amount) FILTER (WHERE a.kind IN ('PREPAYMENT', 'SELLER_CASH')), 0) AS bigint)
                                   AS awaited,
                               CAST(coalesce(sum(e.amount) FILTER (WHERE a.kind = 'CARRIER'), 0) AS bigint) AS at_carrier,
                               CAST(-coalesce(sum(e.amount) FILTER (WHERE a.kind = 'REFUND_PAYABLE'), 0) AS bigint) AS refunding,
                               max(t.occurred_at) FILTER (WHERE t.kind = 'DELIVERED') AS delivered_at
                          FROM ledger_transaction t
                          JOIN ledger_entry e ON e.transaction_id = t.id
                          JOIN ledger_account a ON a.code = e.account
                         WHERE t.seller_id = :seller AND t.seller_order_id IS NOT NULL
                         GROUP BY t.seller_order_id) s
                """)
                .bind("seller", seller.value())
                .map(PositionRepository::position)
                .all()
                .collectList();
    }

    /** The books of a page of a seller's orders, the newest order first. */
    Mono<List<Sale>> page(SellerId seller, @Nullable SellerOrderId before, int size) {
        return books("""
                SELECT DISTINCT seller_order_id FROM ledger_transaction
                 WHERE seller_id = :seller AND seller_order_id IS NOT NULL AND seller_order_id < :before
                 ORDER BY seller_order_id DESC LIMIT :size
                """, seller, before == null ? FROM_THE_NEWEST : before.value(), size);
    }

    private Mono<List<Sale>> books(String parts, SellerId seller, UUID before, int size) {
        return database.sql("""
                SELECT t.seller_order_id, t.reference, t.kind AS transaction_kind, a.kind, a.owner, e.purpose,
                       CAST(sum(e.amount) AS bigint) AS amount
                  FROM ledger_transaction t
                  JOIN ledger_entry e ON e.transaction_id = t.id
                  JOIN ledger_account a ON a.code = e.account
                 WHERE t.seller_order_id IN (%s)
                 GROUP BY t.seller_order_id, t.reference, t.kind, a.kind, a.owner, e.purpose
                 ORDER BY t.seller_order_id DESC
                """.formatted(parts))
                .bind("seller", seller.value())
                .bind("before", before)
                .bind("size", size)
                .map(row -> new Line(
                        new SellerOrderId(Columns.uuid(row, "seller_order_id")),
                        Columns.text(row, "reference"),
                        new PartBook.Sum(
                                TransactionKind.valueOf(Columns.text(row, "transaction_kind")),
                                new LedgerAccount(
                                        AccountKind.valueOf(Columns.text(row, "kind")),
                                        Columns.textOrNull(row, "owner")),
                                Purpose.valueOf(Columns.text(row, "purpose")),
                                Columns.number(row, "amount"))))
                .all()
                .collectList()
                .map(PositionRepository::sales);
    }

    private static List<Sale> sales(List<Line> lines) {
        var parts = lines.stream().map(Line::part).distinct().toList();
        return parts.stream()
                .map(part -> {
                    var of = lines.stream()
                            .filter(line -> line.part().equals(part))
                            .toList();
                    return new Sale(
                            part,
                            of.getFirst().number(),
                            new PartBook(of.stream().map(Line::sum).toList()));
                })
                .toList();
    }

    private static PartPosition position(Readable row) {
        return new PartPosition(
                new SellerOrderId(Columns.uuid(row, "seller_order_id")),
                Columns.text(row, "number"),
                Columns.number(row, "net"),
                Columns.number(row, "awaited"),
                Columns.number(row, "at_carrier"),
                Columns.number(row, "refunding"),
                Columns.instantOrNull(row, "delivered_at"),
                Columns.instantOrNull(row, "appeal_due"),
                Columns.flag(row, "disputed"));
    }

    private record Line(SellerOrderId part, String number, PartBook.Sum sum) {}

    /** One seller order and what the books say of it. */
    record Sale(SellerOrderId part, String number, PartBook book) {}
}
