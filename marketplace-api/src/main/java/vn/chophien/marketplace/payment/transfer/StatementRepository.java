package vn.chophien.marketplace.payment.transfer;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** The tables {@code bank_statement} and {@code bank_statement_row}. */
@Repository
class StatementRepository {

    private final DatabaseClient database;

    StatementRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(Statement statement, AccountId by) {
        var owner = statement.owner();
        return database.sql("""
                        INSERT INTO bank_statement (id, seller_id, bin, number, file_name, skipped, uploaded_by, uploaded_at)
                        VALUES (:id, :seller, :bin, :number, :file_name, :skipped, :by, :at)""")
                .bind("id", statement.id())
                .bind("seller", Binds.uuid(owner == null ? null : owner.value()))
                .bind("bin", statement.bin())
                .bind("number", statement.number())
                .bind("file_name", Binds.text(statement.fileName()))
                .bind("skipped", statement.skipped())
                .bind("by", by.value())
                .bind("at", statement.uploadedAt())
                .then()
                .thenMany(Flux.fromIterable(statement.rows()))
                .concatMap(row -> insert(statement.id(), row))
                .then();
    }

    private Mono<Void> insert(UUID statement, StatementRow row) {
        return database.sql("""
                        INSERT INTO bank_statement_row (statement_id, row, bank_reference, booked_at, amount, description,
                                                        sender, error_column, error)
                        VALUES (:statement, :row, :reference, :booked_at, :amount, :description,
                                :sender, :error_column, :error)""")
                .bind("statement", statement)
                .bind("row", row.number())
                .bind("reference", Binds.text(row.reference()))
                .bind("booked_at", Binds.instant(row.bookedAt()))
                .bind("amount", Binds.number(row.amount()))
                .bind("description", Binds.text(row.description()))
                .bind("sender", Binds.text(row.sender()))
                .bind("error_column", Binds.text(row.errorColumn()))
                .bind("error", Binds.text(row.error()))
                .then();
    }

    Mono<Statement> find(UUID id, @Nullable SellerId owner) {
        return rows(id).collectList()
                .flatMap(rows -> database.sql("""
                        SELECT id, seller_id, bin, number, file_name, skipped, uploaded_at, applied_at
                          FROM bank_statement WHERE id = :id AND seller_id IS NOT DISTINCT FROM :seller""")
                        .bind("id", id)
                        .bind("seller", Binds.uuid(owner == null ? null : owner.value()))
                        .map(row -> fromRow(row, rows))
                        .one());
    }

    /** Answers false when it was applied before. */
    Mono<Boolean> markApplied(UUID id, Instant now) {
        return database.sql("UPDATE bank_statement SET applied_at = :now WHERE id = :id AND applied_at IS NULL")
                .bind("id", id)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Flux<StatementRow> rows(UUID statement) {
        return database.sql("""
                        SELECT row, bank_reference, booked_at, amount, description, sender, error_column, error
                          FROM bank_statement_row WHERE statement_id = :statement ORDER BY row""")
                .bind("statement", statement)
                .map(row -> new StatementRow(
                        Columns.integer(row, "row"),
                        Columns.textOrNull(row, "bank_reference"),
                        Columns.instantOrNull(row, "booked_at"),
                        row.get("amount", Long.class),
                        Columns.textOrNull(row, "description"),
                        Columns.textOrNull(row, "sender"),
                        Columns.textOrNull(row, "error_column"),
                        Columns.textOrNull(row, "error")))
                .all();
    }

    private static Statement fromRow(Readable row, List<StatementRow> rows) {
        var owner = row.get("seller_id", UUID.class);
        return new Statement(
                Columns.uuid(row, "id"),
                owner == null ? null : new SellerId(owner),
                Columns.text(row, "bin"),
                Columns.text(row, "number"),
                Columns.textOrNull(row, "file_name"),
                Columns.integer(row, "skipped"),
                Columns.instant(row, "uploaded_at"),
                Columns.instantOrNull(row, "applied_at"),
                rows);
    }
}
