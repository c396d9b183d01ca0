package vn.chophien.marketplace.settlement.deposit;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code gateway_deposit}. Writes join the transaction of the caller. */
@Repository
class DepositRepository {

    private static final String SELECT = """
            SELECT id, reference, amount, fee, arrived_on, recorded_by, recorded_at, failed_at FROM gateway_deposit
            """;

    private final DatabaseClient database;

    DepositRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Two deposits never count one balance: recording takes turns until the transaction ends. */
    Mono<Void> takeTurns() {
        return database.sql("SELECT pg_advisory_xact_lock(hashtext('gateway-deposit'))")
                .map(row -> true)
                .all()
                .then();
    }

    /** Answers false when the reference, or the key of the attempt, is known. */
    Mono<Boolean> insert(Deposit deposit, @Nullable String key) {
        var by = deposit.recordedBy();
        return database.sql("""
                INSERT INTO gateway_deposit (id, reference, key, amount, fee, arrived_on, recorded_by, recorded_at)
                VALUES (:id, :reference, :key, :amount, :fee, :arrived_on, CAST(:by AS uuid), :at)
                ON CONFLICT DO NOTHING
                """)
                .bind("id", deposit.id())
                .bind("reference", deposit.reference())
                .bind("key", Binds.text(key))
                .bind("amount", deposit.amount().minor())
                .bind("fee", deposit.fee().minor())
                .bind("arrived_on", deposit.arrivedOn())
                .bind("by", Binds.uuid(by == null ? null : by.value()))
                .bind("at", deposit.recordedAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** By the gateway's name of it, or by the attempt that recorded it. */
    Mono<Deposit> find(String reference, @Nullable String key) {
        return database.sql(SELECT + " WHERE reference = :reference OR key = :key ORDER BY id LIMIT 1")
                .bind("reference", reference)
                .bind("key", Binds.text(key))
                .map(DepositRepository::deposit)
                .one();
    }

    /** Answers false when that was known. */
    Mono<Boolean> failed(Deposit deposit, Instant at) {
        return database.sql("UPDATE gateway_deposit SET failed_at = :at WHERE id = :id AND failed_at IS NULL")
                .bind("at", at)
                .bind("id", deposit.id())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The newest first. */
    Flux<Deposit> page(@Nullable UUID after, int size) {
        return database.sql(SELECT + " WHERE id < :after ORDER BY id DESC LIMIT :size")
                .bind("after", after == null ? new UUID(-1, -1) : after)
                .bind("size", size)
                .map(DepositRepository::deposit)
                .all();
    }

    private static Deposit deposit(Readable row) {
        var by = row.get("recorded_by", UUID.class);
        return new Deposit(
                Columns.uuid(row, "id"),
                Columns.text(row, "reference"),
                Money.vnd(Columns.number(row, "amount")),
                Money.vnd(Columns.number(row, "fee")),
                Columns.required(row, "arrived_on", LocalDate.class),
                by == null ? null : new AccountId(by),
                Columns.instant(row, "recorded_at"),
                Columns.instantOrNull(row, "failed_at"));
    }
}
