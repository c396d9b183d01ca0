package vn.chophien.marketplace.settlement.payout;

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
import vn.chophien.marketplace.settlement.payout.PayoutDestination.AtBank;
import vn.chophien.marketplace.settlement.payout.PayoutDestination.AtGateway;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code payout_batch}, its payouts as they are drafted, and the history {@code payout_event}. Writes join the transaction of the caller. */
@Repository
class PayoutBatchRepository {

    private static final String BATCH = """
            SELECT id, number, state, drafted_by, drafted_at, decided_by, decided_at FROM payout_batch
            """;

    private final DatabaseClient database;

    PayoutBatchRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Drafting and approving wait for each other until the transaction ends, so that no two of them count one balance. */
    Mono<Void> takeTurns() {
        return database.sql("SELECT pg_advisory_xact_lock(hashtext('payout'))")
                .map(row -> true)
                .all()
                .then();
    }

    Mono<String> nextNumber() {
        return database.sql("SELECT 'CT' || lpad(CAST(nextval('payout_batch_number') AS text), 6, '0') AS number")
                .map(row -> Columns.text(row, "number"))
                .one();
    }

    Mono<PayoutBatch> findByKey(String key) {
        return one(BATCH + " WHERE key = :value", key);
    }

    Mono<PayoutBatch> find(String number) {
        return one(BATCH + " WHERE number = :value", number);
    }

    /** Nobody else decides on it until the transaction ends. */
    Mono<PayoutBatch> lock(String number) {
        return one(BATCH + " WHERE number = :value FOR UPDATE", number);
    }

    /** The newest first; those that wait for a decision or for the bank are never far behind. */
    Flux<PayoutBatch> recent(int size, @Nullable UUID after) {
        return database.sql(BATCH + " WHERE id < :after ORDER BY id DESC LIMIT :size")
                .bind("after", after == null ? new UUID(-1, -1) : after)
                .bind("size", size)
                .map(PayoutBatchRepository::head)
                .all()
                .collectList()
                .flatMapMany(this::whole);
    }

    Mono<Void> insert(PayoutBatch batch, String key) {
        return database.sql("""
                INSERT INTO payout_batch (id, number, key, state, drafted_by, drafted_at)
                VALUES (:id, :number, :key, 'DRAFTED', :by, :at)
                """)
                .bind("id", batch.id())
                .bind("number", batch.number())
                .bind("key", key)
                .bind("by", batch.draftedBy().value())
                .bind("at", batch.draftedAt())
                .then()
                .then(Flux.fromIterable(batch.payouts())
                        .concatMap(payout -> insert(batch, payout))
                        .then());
    }

    Mono<Void> decide(PayoutBatch batch, AccountId by, Instant at) {
        return database.sql("""
                UPDATE payout_batch SET state = :state, decided_by = :by, decided_at = :at WHERE id = :id
                """)
                .bind("state", batch.state().name())
                .bind("by", by.value())
                .bind("at", at)
                .bind("id", batch.id())
                .then();
    }

    Mono<Void> add(PayoutEvent event) {
        var by = event.by();
        var payout = event.payout();
        return database.sql("""
                INSERT INTO payout_event (batch_id, payout_id, action, note, actor_id, happened_at)
                VALUES (:batch, CAST(:payout AS uuid), :action, :note, CAST(:by AS uuid), :at)
                """)
                .bind("batch", event.batch())
                .bind("payout", Binds.uuid(payout == null ? null : payout.value()))
                .bind("action", event.action().name())
                .bind("note", Binds.text(event.note()))
                .bind("by", Binds.uuid(by == null ? null : by.value()))
                .bind("at", event.at())
                .then();
    }

    /** The oldest first. */
    Flux<PayoutEvent> history(UUID batch) {
        return database.sql("""
                SELECT e.batch_id, e.payout_id, p.reference, e.action, e.note, e.actor_id, e.happened_at
                  FROM payout_event e LEFT JOIN payout p ON p.id = e.payout_id
                 WHERE e.batch_id = :batch ORDER BY e.id
                """)
                .bind("batch", batch)
                .map(PayoutBatchRepository::event)
                .all();
    }

    private Mono<Void> insert(PayoutBatch batch, Payout payout) {
        var account = payout.destination() instanceof AtBank to ? to.account() : null;
        var atGateway = payout.destination() instanceof AtGateway to ? to.account() : null;
        return database.sql("""
                INSERT INTO payout (id, batch_id, position, reference, seller_id, amount, currency, bin, account_number, holder,
                                    gateway_account, state, created_at, updated_at)
                VALUES (:id, :batch, :position, :reference, :seller, :amount, :currency, :bin, :number, :holder, :gateway,
                        :state, :at, :at)
                """)
                .bind("id", payout.id().value())
                .bind("batch", batch.id())
                .bind("position", batch.payouts().indexOf(payout) + 1)
                .bind("reference", payout.reference())
                .bind("seller", payout.seller().value())
                .bind("amount", payout.amount().minor())
                .bind("currency", payout.amount().currencyCode())
                .bind("bin", Binds.text(account == null ? null : account.bin()))
                .bind("number", Binds.text(account == null ? null : account.number()))
                .bind("holder", Binds.text(account == null ? null : account.holder()))
                .bind("gateway", Binds.text(atGateway))
                .bind("state", payout.state().name())
                .bind("at", payout.createdAt())
                .then();
    }

    private Mono<PayoutBatch> one(String sql, String value) {
        return database.sql(sql)
                .bind("value", value)
                .map(PayoutBatchRepository::head)
                .all()
                .collectList()
                .flatMapMany(this::whole)
                .next();
    }

    private Flux<PayoutBatch> whole(List<PayoutBatch> heads) {
        return database.sql(
                        PayoutRepository.SELECT + " WHERE p.batch_id = ANY(:batches) ORDER BY p.batch_id, p.position")
                .bind("batches", heads.stream().map(PayoutBatch::id).toArray(UUID[]::new))
                .map(PayoutRepository::payout)
                .all()
                .collectMultimap(Payout::batch)
                .flatMapIterable(payouts -> heads.stream()
                        .map(head -> new PayoutBatch(
                                head.id(),
                                head.number(),
                                head.state(),
                                head.draftedBy(),
                                head.draftedAt(),
                                head.decidedBy(),
                                head.decidedAt(),
                                List.copyOf(payouts.getOrDefault(head.number(), List.of()))))
                        .toList());
    }

    private static PayoutBatch head(Readable row) {
        var decidedBy = row.get("decided_by", UUID.class);
        return new PayoutBatch(
                Columns.uuid(row, "id"),
                Columns.text(row, "number"),
                PayoutBatch.State.valueOf(Columns.text(row, "state")),
                new AccountId(Columns.uuid(row, "drafted_by")),
                Columns.instant(row, "drafted_at"),
                decidedBy == null ? null : new AccountId(decidedBy),
                decidedBy == null ? null : Columns.instant(row, "decided_at"),
                List.of());
    }

    private static PayoutEvent event(Readable row) {
        var by = row.get("actor_id", UUID.class);
        var payout = row.get("payout_id", UUID.class);
        return new PayoutEvent(
                Columns.uuid(row, "batch_id"),
                payout == null ? null : new PayoutId(payout),
                Columns.textOrNull(row, "reference"),
                PayoutEvent.Action.valueOf(Columns.text(row, "action")),
                Columns.textOrNull(row, "note"),
                by == null ? null : new AccountId(by),
                Columns.instant(row, "happened_at"));
    }
}
