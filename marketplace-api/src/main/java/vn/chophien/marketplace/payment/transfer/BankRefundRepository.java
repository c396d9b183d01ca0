package vn.chophien.marketplace.payment.transfer;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.payment.CashHolder;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.RefundKey;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code bank_refund}, and what refunds ask of {@code cash_collection}. */
@Repository
class BankRefundRepository {

    private static final String SELECT = """
            SELECT id, kind, seller_id, payment_id, payable_id, refund_key, reference, amount, currency, reason, told,
                   state, bin, number, holder, account_hint, bank_reference, created_at, done_at
              FROM bank_refund
            """;

    private final DatabaseClient database;

    BankRefundRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Cash of a payable, of all its parcels; nobody else refunds of it until this transaction ends. */
    Mono<Cash> lockCash(PayableId payable) {
        return database.sql("""
                        SELECT id, seller_id, reference, amount, currency, holder FROM cash_collection
                         WHERE payable_id = :payable ORDER BY parcel FOR UPDATE""")
                .bind("payable", payable.value())
                .map(BankRefundRepository::cash)
                .all()
                .reduce(Cash::and);
    }

    /** What was asked back of a payment, done or not. */
    Mono<Asked> asked(PaymentId payment) {
        return database.sql("""
                        SELECT CAST(coalesce(sum(amount), 0) AS bigint) AS asked,
                               CAST(coalesce(sum(amount) FILTER (WHERE seller_id IS NULL), 0) AS bigint) AS of_platform
                          FROM bank_refund
                         WHERE payment_id = :payment AND kind <> 'UNMATCHED'""")
                .bind("payment", payment.value())
                .map(row -> new Asked(Columns.number(row, "asked"), Columns.number(row, "of_platform")))
                .one();
    }

    Mono<Boolean> exists(PayableId payable, RefundKey key) {
        return database.sql("""
                        SELECT EXISTS (SELECT 1 FROM bank_refund
                                        WHERE payable_id = :payable AND refund_key = :key) AS known""")
                .bind("payable", payable.value())
                .bind("key", key.value())
                .map(row -> Columns.flag(row, "known"))
                .one();
    }

    /** A known key changes nothing. */
    Mono<Void> insert(BankRefund refund) {
        var shop = refund.shop();
        var payment = refund.payment();
        var payable = refund.payable();
        return database.sql("""
                        INSERT INTO bank_refund (id, kind, seller_id, payment_id, payable_id, refund_key, reference, amount,
                                                 currency, reason, told, state, created_at)
                        VALUES (:id, :kind, :seller, :payment, :payable, :key, :reference, :amount,
                                :currency, :reason, :told, :state, :created_at)
                        ON CONFLICT DO NOTHING""")
                .bind("id", refund.id())
                .bind("kind", refund.kind().name())
                .bind("seller", Binds.uuid(shop == null ? null : shop.value()))
                .bind("payment", Binds.uuid(payment == null ? null : payment.value()))
                .bind("payable", Binds.uuid(payable == null ? null : payable.value()))
                .bind("key", refund.key().value())
                .bind("reference", refund.reference())
                .bind("amount", refund.amount().minor())
                .bind("currency", refund.amount().currencyCode())
                .bind("reason", refund.reason())
                .bind("told", refund.told())
                .bind("state", refund.state().name())
                .bind("created_at", refund.createdAt())
                .then();
    }

    Mono<BankRefund> find(UUID id) {
        return database.sql(SELECT + "WHERE id = :id")
                .bind("id", id)
                .map(BankRefundRepository::fromRow)
                .one();
    }

    Flux<BankRefund> findByPayables(Collection<PayableId> payables) {
        return database.sql(SELECT + "WHERE payable_id = ANY(:payables) ORDER BY id DESC")
                .bind("payables", values(payables))
                .map(BankRefundRepository::fromRow)
                .all();
    }

    /** Somebody's refunds, newest first: those to be made, or all. */
    Mono<List<BankRefund>> page(@Nullable SellerId shop, boolean openOnly, @Nullable UUID after, int size) {
        return database.sql("%s WHERE %s %s %s ORDER BY id DESC LIMIT :size"
                        .formatted(
                                SELECT,
                                shop == null ? "seller_id IS NULL" : "seller_id = :seller",
                                openOnly ? "AND state <> 'DONE'" : "",
                                after == null ? "" : "AND id < :after"))
                .bindValues(TransferPaging.values(shop, after, size))
                .map(BankRefundRepository::fromRow)
                .all()
                .collectList();
    }

    Mono<Long> giveAccount(Collection<PayableId> payables, BankAccount account) {
        return database.sql("""
                        UPDATE bank_refund
                           SET bin = :bin, number = :number, holder = :holder, account_hint = :hint, state = 'READY'
                         WHERE payable_id = ANY(:payables) AND state <> 'DONE'""")
                .bind("bin", account.bin())
                .bind("number", account.number())
                .bind("holder", account.holder())
                .bind("hint", account.hint())
                .bind("payables", values(payables))
                .fetch()
                .rowsUpdated();
    }

    /** Answers false when it was done before. */
    Mono<Boolean> done(UUID id, String bankReference, Instant now) {
        return database.sql("""
                        UPDATE bank_refund SET state = 'DONE', bank_reference = :reference, done_at = :now
                         WHERE id = :id AND state <> 'DONE'""")
                .bind("id", id)
                .bind("reference", bankReference)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The hint stays, to answer questions. */
    Mono<Long> eraseAccounts(Instant doneBefore) {
        return database.sql("""
                        UPDATE bank_refund SET bin = NULL, number = NULL, holder = NULL
                         WHERE state = 'DONE' AND number IS NOT NULL AND done_at < :before""").bind("before", doneBefore).fetch().rowsUpdated();
    }

    private static UUID[] values(Collection<PayableId> payables) {
        return payables.stream().map(PayableId::value).toArray(UUID[]::new);
    }

    private static BankRefund fromRow(Readable row) {
        var shop = row.get("seller_id", UUID.class);
        var payment = row.get("payment_id", UUID.class);
        var payable = row.get("payable_id", UUID.class);
        var number = Columns.textOrNull(row, "number");
        return new BankRefund(
                Columns.uuid(row, "id"),
                BankRefund.Kind.valueOf(Columns.text(row, "kind")),
                shop == null ? null : new SellerId(shop),
                payment == null ? null : new PaymentId(payment),
                payable == null ? null : new PayableId(payable),
                new RefundKey(Columns.text(row, "refund_key")),
                Columns.text(row, "reference"),
                Money.of(Columns.number(row, "amount"), Columns.text(row, "currency")),
                Columns.text(row, "reason"),
                Columns.flag(row, "told"),
                BankRefund.State.valueOf(Columns.text(row, "state")),
                number == null ? null : new BankAccount(Columns.text(row, "bin"), number, Columns.text(row, "holder")),
                Columns.textOrNull(row, "account_hint"),
                Columns.textOrNull(row, "bank_reference"),
                Columns.instant(row, "created_at"),
                Columns.instantOrNull(row, "done_at"));
    }

    private static Cash cash(Readable row) {
        var amount = Money.of(Columns.number(row, "amount"), Columns.text(row, "currency"));
        return new Cash(
                new PaymentId(Columns.uuid(row, "id")),
                new SellerId(Columns.uuid(row, "seller_id")),
                Columns.text(row, "reference"),
                amount,
                CashHolder.valueOf(Columns.text(row, "holder")) == CashHolder.CARRIER
                        ? amount
                        : Money.zero(amount.currency()));
    }

    /**
     * @param id of the first parcel's
     * @param atPlatform what of it the platform's partner has or gets from carriers; the rest the shop has or gets from its carrier
     */
    record Cash(PaymentId id, SellerId seller, String reference, Money amount, Money atPlatform) {

        private Cash and(Cash other) {
            return new Cash(id, seller, reference, amount.plus(other.amount()), atPlatform.plus(other.atPlatform()));
        }
    }

    /** @param ofPlatform what of it the platform's partner transfers */
    record Asked(long amount, long ofPlatform) {}
}
