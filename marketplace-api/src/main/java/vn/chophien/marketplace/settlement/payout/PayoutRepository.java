package vn.chophien.marketplace.settlement.payout;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.payout.PayoutDestination.AtBank;
import vn.chophien.marketplace.settlement.payout.PayoutDestination.AtGateway;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code payout}, and what happened to one. Writes join the transaction of the caller. */
@Repository
class PayoutRepository {

    /** What {@link #payout} reads. */
    static final String SELECT = """
            SELECT p.id, p.batch_id, b.number AS batch, p.position, p.reference, p.seller_id, p.amount, p.currency, p.bin,
                   p.account_number, p.holder, p.gateway_account, p.state, p.reason, p.bank_reference, p.created_at, p.updated_at,
                   CAST(coalesce((SELECT sum(r.amount) FROM payout_reversal r
                                   WHERE r.payout_id = p.id AND r.state = 'DONE'), 0) AS bigint) AS reversed
              FROM payout p JOIN payout_batch b ON b.id = p.batch_id
            """;

    private final DatabaseClient database;

    PayoutRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> update(Payout payout) {
        return database.sql("""
                UPDATE payout SET state = :state, reason = :reason, bank_reference = :bank_reference, updated_at = :at
                 WHERE id = :id
                """)
                .bind("state", payout.state().name())
                .bind("reason", Binds.text(payout.reason()))
                .bind("bank_reference", Binds.text(payout.bankReference()))
                .bind("at", payout.updatedAt())
                .bind("id", payout.id().value())
                .then();
    }

    /** Nobody else moves it until the transaction ends. */
    Mono<Payout> lockPayout(String reference) {
        return database.sql(SELECT + " WHERE p.reference = :reference FOR UPDATE OF p")
                .bind("reference", reference)
                .map(PayoutRepository::payout)
                .one();
    }

    Mono<Payout> find(SellerId seller, String reference) {
        return database.sql(SELECT + " WHERE p.reference = :reference AND p.seller_id = :seller")
                .bind("reference", reference)
                .bind("seller", seller.value())
                .map(PayoutRepository::payout)
                .one();
    }

    /** One that stands so. */
    Mono<Payout> find(String reference, PayoutState state) {
        return database.sql(SELECT + " WHERE p.reference = :reference AND p.state = :state")
                .bind("reference", reference)
                .bind("state", state.name())
                .map(PayoutRepository::payout)
                .one();
    }

    /** What the gateway will be asked to pay, or may have paid unheard. */
    Mono<Money> promisedAtGateway() {
        return database.sql("""
                SELECT CAST(coalesce(sum(amount), 0) AS bigint) AS amount
                  FROM payout WHERE gateway_account IS NOT NULL AND state IN ('DRAFTED', 'SENT')
                """)
                .map(row -> Money.vnd(Columns.number(row, "amount")))
                .one();
    }

    /** A seller sees its payouts from the moment they left, the newest first. */
    Flux<Payout> ofSeller(SellerId seller, int size, @Nullable UUID after) {
        return database.sql(SELECT + """
                 WHERE p.seller_id = :seller AND p.state NOT IN ('DRAFTED', 'WITHDRAWN') AND p.id < :after
                 ORDER BY p.id DESC LIMIT :size
                """)
                .bind("seller", seller.value())
                .bind("after", after == null ? new UUID(-1, -1) : after)
                .bind("size", size)
                .map(PayoutRepository::payout)
                .all();
    }

    /** When each seller's last payout was drafted that was not withdrawn. */
    Mono<Map<SellerId, Instant>> lastOfEach() {
        return database.sql("""
                SELECT seller_id, max(created_at) AS at FROM payout WHERE state <> 'WITHDRAWN' GROUP BY seller_id
                """)
                .map(row -> Map.entry(new SellerId(Columns.uuid(row, "seller_id")), Columns.instant(row, "at")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    Flux<SellerId> drafted() {
        return database.sql("SELECT seller_id FROM payout WHERE state = 'DRAFTED'")
                .map(row -> new SellerId(Columns.uuid(row, "seller_id")))
                .all();
    }

    /** Puts something that happened to one payout on record. */
    Mono<Void> note(
            Payout payout, PayoutEvent.Action action, @Nullable String note, @Nullable AccountId by, Instant at) {
        return database.sql("""
                INSERT INTO payout_event (batch_id, payout_id, action, note, actor_id, happened_at)
                SELECT p.batch_id, p.id, :action, :note, CAST(:by AS uuid), :at FROM payout p WHERE p.id = :payout
                """)
                .bind("payout", payout.id().value())
                .bind("action", action.name())
                .bind("note", Binds.text(note))
                .bind("by", Binds.uuid(by == null ? null : by.value()))
                .bind("at", at)
                .then();
    }

    static Payout payout(Readable row) {
        return new Payout(
                new PayoutId(Columns.uuid(row, "id")),
                Columns.text(row, "batch"),
                Columns.text(row, "reference"),
                new SellerId(Columns.uuid(row, "seller_id")),
                Money.of(Columns.number(row, "amount"), Columns.text(row, "currency")),
                destination(row),
                PayoutState.valueOf(Columns.text(row, "state")),
                Columns.textOrNull(row, "reason"),
                Columns.textOrNull(row, "bank_reference"),
                Money.vnd(Columns.number(row, "reversed")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }

    private static PayoutDestination destination(Readable row) {
        var atGateway = Columns.textOrNull(row, "gateway_account");
        return atGateway == null
                ? new AtBank(new BankAccount(
                        Columns.text(row, "bin"), Columns.text(row, "account_number"), Columns.text(row, "holder")))
                : new AtGateway(atGateway);
    }
}
