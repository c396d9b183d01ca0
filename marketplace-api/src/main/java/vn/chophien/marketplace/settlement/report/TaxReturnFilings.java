package vn.chophien.marketplace.settlement.report;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code tax_return_filing}. */
@Repository
class TaxReturnFilings {

    private static final String SELECT = "SELECT month, filed_on, reference, vat_due, pit_due FROM tax_return_filing";

    private final DatabaseClient database;

    TaxReturnFilings(DatabaseClient database) {
        this.database = database;
    }

    Mono<TaxReturnFiling> find(YearMonth month) {
        return database.sql(SELECT + " WHERE month = :month")
                .bind("month", month.atDay(1))
                .map(TaxReturnFilings::filing)
                .one();
    }

    /** Twelve a year. */
    Mono<Map<YearMonth, TaxReturnFiling>> all() {
        return database.sql(SELECT)
                .map(TaxReturnFilings::filing)
                .all()
                .collectMap(TaxReturnFiling::month, filing -> filing);
    }

    /** Answers false when the month is filed already. */
    Mono<Boolean> insert(TaxReturnFiling filing, AccountId by, Instant now) {
        return database.sql("""
                INSERT INTO tax_return_filing (month, filed_on, reference, vat_due, pit_due, filed_by, marked_at)
                VALUES (:month, :filed_on, :reference, :vat, :pit, :by, :now)
                ON CONFLICT ON CONSTRAINT tax_return_filing_pk DO NOTHING
                """)
                .bind("month", filing.month().atDay(1))
                .bind("filed_on", filing.filedOn())
                .bind("reference", filing.reference())
                .bind("vat", filing.vatDue())
                .bind("pit", filing.pitDue())
                .bind("by", by.value())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static TaxReturnFiling filing(Readable row) {
        return new TaxReturnFiling(
                YearMonth.from(Columns.required(row, "month", LocalDate.class)),
                Columns.required(row, "filed_on", LocalDate.class),
                Columns.text(row, "reference"),
                Columns.number(row, "vat_due"),
                Columns.number(row, "pit_due"));
    }
}
