package vn.chophien.marketplace.settlement.proof;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code ledger_proof}. */
@Repository
class ProofRepository {

    private final DatabaseClient database;
    // Our own stored form, which must not follow the settings of the public one.
    private final JsonMapper json = new JsonMapper();

    ProofRepository(DatabaseClient database) {
        this.database = database;
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
}
