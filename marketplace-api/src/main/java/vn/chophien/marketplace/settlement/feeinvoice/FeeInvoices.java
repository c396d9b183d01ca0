package vn.chophien.marketplace.settlement.feeinvoice;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.statement.Period;
import vn.chophien.marketplace.sql.Columns;

/** The tables {@code fee_invoice} and {@code fee_payment}. Writes join the transaction of the caller. */
@Repository
class FeeInvoices {

    private static final String INVOICE = """
            SELECT i.number, i.seller_id, i.month, i.charged, i.handed_back, i.outstanding, i.due_on, i.drawn_at,
                   CAST(coalesce((SELECT sum(p.amount) FROM fee_payment p WHERE p.invoice = i.number
                                      AND NOT EXISTS (SELECT FROM ledger_transaction r
                                                       WHERE r.reverses = 'fee-paid:' || p.bank_reference)), 0) AS bigint) AS paid
              FROM fee_invoice i
            """;

    private final DatabaseClient database;

    FeeInvoices(DatabaseClient database) {
        this.database = database;
    }

    /** One for each seller that was charged or handed something back in the month; those that were drawn before stay. */
    Mono<Long> draw(YearMonth month, LocalDate dueOn, AccountId by, Instant now) {
        var period = Period.of(month);
        return database.sql("""
                INSERT INTO fee_invoice (number, seller_id, month, charged, handed_back, amount, outstanding, currency, due_on,
                                         drawn_by, drawn_at)
                SELECT 'PDV' || lpad(CAST(nextval('fee_invoice_number') AS text), 6, '0'), f.seller_id, :month, f.charged,
                       f.handed_back, f.charged - f.handed_back, greatest(f.owed, 0), 'VND', :due_on, :by, :now
                  FROM (SELECT CAST(a.owner AS uuid) AS seller_id,
                               CAST(coalesce(sum(e.amount) FILTER (
                                   WHERE e.purpose IN ('COMMISSION', 'GATEWAY_FEE') AND t.occurred_at >= :start), 0) AS bigint) AS charged,
                               CAST(-coalesce(sum(e.amount) FILTER (
                                   WHERE e.purpose = 'COMMISSION_BACK' AND t.occurred_at >= :start), 0) AS bigint) AS handed_back,
                               CAST(sum(e.amount) AS bigint) AS owed
                          FROM ledger_account a
                          JOIN ledger_entry e ON e.account = a.code
                          JOIN ledger_transaction t ON t.id = e.transaction_id
                         WHERE a.kind = 'SELLER' AND t.occurred_at < :end
                         GROUP BY a.owner) f
                 WHERE (f.charged <> 0 OR f.handed_back <> 0)
                   AND NOT EXISTS (SELECT FROM fee_invoice i WHERE i.seller_id = f.seller_id AND i.month = :month)
                ON CONFLICT ON CONSTRAINT fee_invoice_once DO NOTHING
                """)
                .bind("month", month.atDay(1))
                .bind("due_on", dueOn)
                .bind("by", by.value())
                .bind("now", now)
                .bind("start", period.start())
                .bind("end", period.end())
                .fetch()
                .rowsUpdated();
    }

    Flux<FeeInvoice> of(YearMonth month) {
        return database.sql(INVOICE + " WHERE i.month = :month ORDER BY i.number")
                .bind("month", month.atDay(1))
                .map(FeeInvoices::invoice)
                .all();
    }

    Mono<FeeInvoice> find(String number) {
        return database.sql(INVOICE + " WHERE i.number = :number")
                .bind("number", number)
                .map(FeeInvoices::invoice)
                .one();
    }

    /** Answers false when the bank's reference was recorded before. */
    Mono<Boolean> pay(String number, String bankReference, Money amount, AccountId by, Instant now) {
        return database.sql("""
                INSERT INTO fee_payment (bank_reference, invoice, amount, recorded_by, recorded_at)
                VALUES (:reference, :invoice, :amount, :by, :now)
                ON CONFLICT (bank_reference) DO NOTHING
                """)
                .bind("reference", bankReference)
                .bind("invoice", number)
                .bind("amount", amount.minor())
                .bind("by", by.value())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static FeeInvoice invoice(Readable row) {
        return new FeeInvoice(
                Columns.text(row, "number"),
                new SellerId(Columns.uuid(row, "seller_id")),
                YearMonth.from(Columns.required(row, "month", LocalDate.class)),
                Money.vnd(Columns.number(row, "charged")),
                Money.vnd(Columns.number(row, "handed_back")),
                Money.vnd(Columns.number(row, "outstanding")),
                Columns.required(row, "due_on", LocalDate.class),
                Columns.instant(row, "drawn_at"),
                Money.vnd(Columns.number(row, "paid")));
    }
}
