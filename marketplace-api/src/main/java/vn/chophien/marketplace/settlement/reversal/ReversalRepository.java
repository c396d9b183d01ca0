package vn.chophien.marketplace.settlement.reversal;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code reversal_request}. */
@Repository
class ReversalRepository {

    private static final UUID FROM_THE_NEWEST = new UUID(-1, -1);
    private static final String SELECT = """
            SELECT id, transaction_key, reason, state, requested_by, requested_at, decided_by, decided_at FROM reversal_request
            """;

    private final DatabaseClient database;

    ReversalRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Answers false when this transaction waits for a decision already, or was taken back. */
    Mono<Boolean> insert(Reversal reversal) {
        return database.sql("""
                INSERT INTO reversal_request (id, transaction_key, reason, state, requested_by, requested_at)
                VALUES (:id, :transaction, :reason, :state, :by, :at)
                ON CONFLICT (transaction_key) WHERE state <> 'REFUSED' DO NOTHING
                """)
                .bind("id", reversal.id())
                .bind("transaction", reversal.transaction())
                .bind("reason", reversal.reason())
                .bind("state", reversal.state().name())
                .bind("by", reversal.requestedBy().value())
                .bind("at", reversal.requestedAt())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The request that waits, or that was approved. */
    Mono<Reversal> standing(String transaction) {
        return database.sql(SELECT + " WHERE transaction_key = :transaction AND state <> 'REFUSED'")
                .bind("transaction", transaction)
                .map(ReversalRepository::reversal)
                .one();
    }

    Mono<Reversal> find(UUID id) {
        return database.sql(SELECT + " WHERE id = :id")
                .bind("id", id)
                .map(ReversalRepository::reversal)
                .one();
    }

    Mono<Reversal> lock(UUID id) {
        return database.sql(SELECT + " WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .map(ReversalRepository::reversal)
                .one();
    }

    Mono<Void> decide(Reversal decided, AccountId by) {
        return database.sql("""
                UPDATE reversal_request SET state = :state, decided_by = :by, decided_at = :at WHERE id = :id
                """)
                .bind("state", decided.state().name())
                .bind("by", by.value())
                .bind("at", Objects.requireNonNull(decided.decidedAt()))
                .bind("id", decided.id())
                .then();
    }

    /** The newest first. */
    Flux<Reversal> page(@Nullable UUID before, int size) {
        return database.sql(SELECT + " WHERE id < :before ORDER BY id DESC LIMIT :size")
                .bind("before", before == null ? FROM_THE_NEWEST : before)
                .bind("size", size)
                .map(ReversalRepository::reversal)
                .all();
    }

    private static Reversal reversal(Readable row) {
        var decidedBy = row.get("decided_by", UUID.class);
        return new Reversal(
                Columns.uuid(row, "id"),
                Columns.text(row, "transaction_key"),
                Columns.text(row, "reason"),
                Reversal.State.valueOf(Columns.text(row, "state")),
                new AccountId(Columns.uuid(row, "requested_by")),
                Columns.instant(row, "requested_at"),
                decidedBy == null ? null : new AccountId(decidedBy),
                Columns.instantOrNull(row, "decided_at"));
    }
}
