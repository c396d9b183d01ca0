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

    /**
     * One for each seller whose fees until the end of the month no earlier invoice covers, also those that were posted after theirs was drawn;
     * a fee that was taken back after it was invoiced is handed back. Those that were drawn before stay, and a month before the last one drawn
     * has nothing left to cover. Drawings take turns, so that no fee is on two invoices.
     */
    Mono<Long> draw(YearMonth month, LocalDate dueOn, AccountId by, Instant now) {
        return database.sql("LOCK TABLE fee_invoice IN SHARE ROW EXCLUSIVE MODE")
                .then()
                .then(Mono.defer(() -> insert(month, dueOn, by, now)));
    }

    private Mono<Long> insert(YearMonth month, LocalDate dueOn, AccountId by, Instant now) {
        return database.sql("""
                WITH posted AS (
                    SELECT CAST(a.owner AS uuid) AS seller_id,
                           coalesce(sum(e.amount) FILTER (WHERE e.purpose IN ('COMMISSION', 'GATEWAY_FEE')), 0) AS charged,
                           -coalesce(sum(e.amount) FILTER (WHERE e.purpose = 'COMMISSION_BACK'), 0) AS handed_back,
                           sum(e.amount) AS owed
                      FROM ledger_account a
                      JOIN ledger_entry e ON e.account = a.code
                      JOIN ledger_transaction t ON t.id = e.transaction_id
                     WHERE a.kind = 'SELLER' AND t.occurred_at < :end
                     GROUP BY a.owner),
                covered AS (
                    SELECT seller_id, sum(charged) AS charged, sum(handed_back) AS handed_back, max(month) AS until
                      FROM fee_invoice GROUP BY seller_id),
                open AS (
                    SELECT p.seller_id, p.owed,
                           p.charged - coalesce(c.charged, 0) AS charged,
                           p.handed_back - coalesce(c.handed_back, 0) AS handed_back
                      FROM posted p LEFT JOIN covered c ON c.seller_id = p.seller_id
                     WHERE c.until IS NULL OR c.until < :month),
                -- What became less on one side is more on the other.
                due AS (
                    SELECT seller_id, owed,
                           CAST(charged - least(charged, handed_back, 0) AS bigint) AS charged,
                           CAST(handed_back - least(charged, handed_back, 0) AS bigint) AS handed_back
                      FROM open)
                INSERT INTO fee_invoice (number, seller_id, month, charged, handed_back, amount, outstanding, currency, due_on,
                                         drawn_by, drawn_at)
                SELECT 'PDV' || lpad(CAST(nextval('fee_invoice_number') AS text), 6, '0'), seller_id, :month, charged,
                       handed_back, charged - handed_back, CAST(greatest(owed, 0) AS bigint), 'VND', :due_on, :by, :now
                  FROM due
                 WHERE charged <> 0 OR handed_back <> 0
                ON CONFLICT ON CONSTRAINT fee_invoice_once DO NOTHING
                """)
                .bind("month", month.atDay(1))
                .bind("due_on", dueOn)
                .bind("by", by.value())
                .bind("now", now)
                .bind("end", Period.of(month).end())
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
