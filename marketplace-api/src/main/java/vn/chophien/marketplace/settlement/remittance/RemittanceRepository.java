package vn.chophien.marketplace.settlement.remittance;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.order.SellerOrderId;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.sql.Columns;

/** The tables {@code cod_remittance}, {@code cod_remittance_line} and {@code cod_remittance_withdrawal}, and what the ledger says is still with carriers. */
@Repository
class RemittanceRepository {

    private static final UUID FROM_THE_NEWEST = new UUID(-1, -1);

    private static final String SELECT = """
            SELECT r.id, r.carrier, r.reference, r.received_on, r.amount,
                   array_agg(l.number ORDER BY l.number) AS numbers, array_agg(l.amount ORDER BY l.number) AS amounts,
                   w.reason, w.withdrawn_by, w.withdrawn_at
              FROM cod_remittance r
              JOIN cod_remittance_line l ON l.remittance_id = r.id
              LEFT JOIN cod_remittance_withdrawal w ON w.remittance_id = r.id
            """;

    private static final String GROUPED = " GROUP BY r.id, w.remittance_id";

    private final DatabaseClient database;

    RemittanceRepository(DatabaseClient database) {
        this.database = database;
    }

    /** What a carrier has changes in turns, until this transaction ends: two remittances must not hand over the same cash. */
    Mono<Void> lock(String carrier) {
        return database.sql("SELECT pg_advisory_xact_lock(hashtextextended(:account, 0))")
                .bind("account", LedgerAccount.carrier(carrier).code())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** What a carrier still has, or all carriers, the longest first. */
    Mono<List<Outstanding>> outstanding(@Nullable String carrier) {
        return database.sql("""
                SELECT a.owner AS carrier, t.order_id, t.seller_order_id, t.seller_id, max(t.reference) AS number,
                       CAST(sum(e.amount) AS bigint) AS amount, min(t.occurred_at) AS since
                  FROM ledger_account a
                  JOIN ledger_entry e ON e.account = a.code
                  JOIN ledger_transaction t ON t.id = e.transaction_id
                 WHERE a.kind = 'CARRIER' AND (:carrier = '' OR a.owner = :carrier)
                 GROUP BY a.owner, t.order_id, t.seller_order_id, t.seller_id
                HAVING sum(e.amount) <> 0
                 ORDER BY since, number
                """)
                .bind("carrier", carrier == null ? "" : carrier)
                .map(RemittanceRepository::due)
                .all()
                .collectList();
    }

    Mono<Map<String, Boolean>> known(Collection<String> numbers) {
        return database.sql("SELECT DISTINCT reference FROM ledger_transaction WHERE reference = ANY(:numbers)")
                .bind("numbers", numbers.toArray(String[]::new))
                .map(row -> Columns.text(row, "reference"))
                .all()
                .collectMap(number -> number, number -> true);
    }

    /** Answers false when this key or this transfer of the carrier was recorded before and not taken back. */
    Mono<Boolean> insert(Remittance remittance, String key, AccountId by, Instant now) {
        return database.sql("""
                INSERT INTO cod_remittance (id, idempotency_key, carrier, reference, received_on, amount, recorded_by, recorded_at, attempt)
                SELECT :id, :key, :carrier, :reference, :received_on, :amount, :by, :now,
                       1 + (SELECT count(*) FROM cod_remittance r JOIN cod_remittance_withdrawal w ON w.remittance_id = r.id
                             WHERE r.carrier = :carrier AND r.reference = :reference)
                ON CONFLICT DO NOTHING
                """)
                .bind("id", remittance.id())
                .bind("key", key)
                .bind("carrier", remittance.carrier())
                .bind("reference", remittance.reference())
                .bind("received_on", remittance.receivedOn())
                .bind("amount", remittance.amount())
                .bind("by", by.value())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** @param fact the key of the transaction that booked it */
    Mono<Void> insertLine(UUID remittance, Outstanding line, String fact) {
        return database.sql("""
                INSERT INTO cod_remittance_line (remittance_id, seller_order_id, number, amount, fact)
                VALUES (:remittance, :part, :number, :amount, :fact)
                """)
                .bind("fact", fact)
                .bind("remittance", remittance)
                .bind("part", line.part().value())
                .bind("number", line.number())
                .bind("amount", line.amount())
                .then();
    }

    Mono<Remittance> findByKey(String key) {
        return database.sql(SELECT + " WHERE r.idempotency_key = :key " + GROUPED)
                .bind("key", key)
                .map(RemittanceRepository::remittance)
                .one();
    }

    Mono<Remittance> find(UUID id) {
        return database.sql(SELECT + " WHERE r.id = :id " + GROUPED)
                .bind("id", id)
                .map(RemittanceRepository::remittance)
                .one();
    }

    /** Answers false when it was taken back before. */
    Mono<Boolean> withdraw(UUID remittance, Remittance.Withdrawal withdrawal) {
        return database.sql("""
                INSERT INTO cod_remittance_withdrawal (remittance_id, reason, withdrawn_by, withdrawn_at)
                VALUES (:remittance, :reason, :by, :at)
                ON CONFLICT DO NOTHING
                """)
                .bind("remittance", remittance)
                .bind("reason", withdrawal.reason())
                .bind("by", withdrawal.by().value())
                .bind("at", withdrawal.at())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The keys of the transactions that booked it. */
    Flux<String> facts(UUID remittance) {
        return database.sql("SELECT fact FROM cod_remittance_line WHERE remittance_id = :remittance ORDER BY fact")
                .bind("remittance", remittance)
                .map(row -> Columns.text(row, "fact"))
                .all();
    }

    /** Whose sales it is for. */
    Mono<List<SellerId>> sellers(UUID remittance) {
        return database.sql("""
                SELECT DISTINCT t.seller_id FROM cod_remittance_line l JOIN ledger_transaction t ON t.key = l.fact
                 WHERE l.remittance_id = :remittance
                """)
                .bind("remittance", remittance)
                .map(row -> new SellerId(Columns.uuid(row, "seller_id")))
                .all()
                .collectList();
    }

    Flux<Remittance> page(@Nullable UUID before, int size) {
        return database.sql(SELECT + " WHERE r.id < :before " + GROUPED + " ORDER BY r.id DESC LIMIT :size")
                .bind("before", before == null ? FROM_THE_NEWEST : before)
                .bind("size", size)
                .map(RemittanceRepository::remittance)
                .all();
    }

    private static Outstanding due(Readable row) {
        return new Outstanding(
                Columns.text(row, "carrier"),
                new OrderId(Columns.uuid(row, "order_id")),
                new SellerOrderId(Columns.uuid(row, "seller_order_id")),
                new SellerId(Columns.uuid(row, "seller_id")),
                Columns.text(row, "number"),
                Columns.number(row, "amount"),
                Columns.instant(row, "since"));
    }

    private static Remittance remittance(Readable row) {
        var numbers = Columns.texts(row, "numbers");
        var amounts = List.of(Columns.required(row, "amounts", Long[].class));
        return new Remittance(
                Columns.uuid(row, "id"),
                Columns.text(row, "carrier"),
                Columns.text(row, "reference"),
                Columns.required(row, "received_on", LocalDate.class),
                Columns.number(row, "amount"),
                IntStream.range(0, numbers.size())
                        .mapToObj(index -> new RemittanceRow(index + 1, numbers.get(index), amounts.get(index)))
                        .toList(),
                withdrawal(row));
    }

    private static Remittance.@Nullable Withdrawal withdrawal(Readable row) {
        return Columns.textOrNull(row, "reason") == null
                ? null
                : new Remittance.Withdrawal(
                        Columns.text(row, "reason"),
                        new AccountId(Columns.uuid(row, "withdrawn_by")),
                        Columns.instant(row, "withdrawn_at"));
    }
}
