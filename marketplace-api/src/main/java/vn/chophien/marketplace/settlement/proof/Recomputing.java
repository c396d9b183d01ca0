package vn.chophien.marketplace.settlement.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.TransactionKind;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.web.RequestProblem;

/** Reckons a past proof again. */
@Component
class Recomputing {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int MOST_LATER = 100;

    /**
     * Whether the proof has seen a transaction. Proofs from before snapshots were kept go by the clock; the hour guards against transaction
     * numbers that began again because the database moved to another server.
     */
    private static final String SEEN = """
            CASE WHEN p.seen IS NULL THEN t.posted_at <= p.checked_at
                 ELSE pg_visible_in_snapshot(t.posted_in, p.seen) AND t.posted_at < p.checked_at + interval '1 hour' END
            """;

    private final DatabaseClient database;
    private final ProofRepository proofs;

    Recomputing(DatabaseClient database, ProofRepository proofs) {
        this.database = database;
        this.proofs = proofs;
    }

    Mono<Recomputation> of(LocalDate day) {
        return proofs.find(day)
                .switchIfEmpty(Mono.error(RequestProblem::notFound))
                .flatMap(stored -> balances(day)
                        .flatMap(balances -> later(day).map(later -> new Recomputation(stored, balances, later))));
    }

    private Mono<Map<AccountKind, Long>> balances(LocalDate day) {
        return database.sql("""
                SELECT a.kind, CAST(sum(e.amount) AS bigint) AS balance
                  FROM ledger_proof p
                  JOIN ledger_transaction t ON (%s)
                  JOIN ledger_entry e ON e.transaction_id = t.id
                  JOIN ledger_account a ON a.code = e.account
                 WHERE p.day = :day
                 GROUP BY a.kind
                """.formatted(SEEN))
                .bind("day", day)
                .map(row -> Map.entry(AccountKind.valueOf(Columns.text(row, "kind")), Columns.number(row, "balance")))
                .all()
                .collectMap(
                        Map.Entry::getKey, balance -> balance.getKey().nature().stated(balance.getValue()));
    }

    private Mono<List<Recomputation.Later>> later(LocalDate day) {
        return database.sql("""
                SELECT t.kind, t.reference, t.occurred_at, t.posted_at,
                       CAST((SELECT sum(e.amount) FROM ledger_entry e WHERE e.transaction_id = t.id AND e.amount > 0) AS bigint) AS amount
                  FROM ledger_proof p
                  JOIN ledger_transaction t ON NOT (%s) AND t.occurred_at < :end
                 WHERE p.day = :day
                 ORDER BY t.id LIMIT :most
                """.formatted(SEEN))
                .bind("day", day)
                .bind("end", end(day))
                .bind("most", MOST_LATER)
                .map(row -> new Recomputation.Later(
                        TransactionKind.valueOf(Columns.text(row, "kind")),
                        Columns.textOrNull(row, "reference"),
                        Columns.instant(row, "occurred_at"),
                        Columns.instant(row, "posted_at"),
                        Columns.number(row, "amount")))
                .all()
                .collectList();
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(VIETNAM).toInstant();
    }
}
