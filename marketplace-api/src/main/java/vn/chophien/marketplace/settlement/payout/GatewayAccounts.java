package vn.chophien.marketplace.settlement.payout;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
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

/** The table {@code gateway_account}. Writes join the transaction of the caller. */
@Repository
class GatewayAccounts {

    private static final String PRESENT = """
            SELECT id, seller_id, account, may_receive, recorded_by, recorded_at
              FROM (SELECT DISTINCT ON (seller_id) id, seller_id, account, may_receive, recorded_by, recorded_at
                      FROM gateway_account ORDER BY seller_id, id DESC) newest
             WHERE account IS NOT NULL
            """;

    private final DatabaseClient database;

    GatewayAccounts(DatabaseClient database) {
        this.database = database;
    }

    Mono<GatewayAccount> find(SellerId seller) {
        return database.sql(PRESENT + " AND seller_id = :seller")
                .bind("seller", seller.value())
                .map(GatewayAccounts::account)
                .one();
    }

    /** Those that may receive, of some sellers. */
    Mono<Map<SellerId, String>> receiving(Collection<SellerId> sellers) {
        return database.sql(PRESENT + " AND may_receive AND seller_id = ANY(:sellers)")
                .bind("sellers", sellers.stream().map(SellerId::value).toArray(UUID[]::new))
                .map(GatewayAccounts::account)
                .all()
                .collectMap(GatewayAccount::seller, known -> Objects.requireNonNull(known.account()));
    }

    /** Whose account it is now. */
    Mono<SellerId> holderOf(String account) {
        return database.sql(PRESENT + " AND account = :account LIMIT 1")
                .bind("account", account)
                .map(row -> new SellerId(Columns.uuid(row, "seller_id")))
                .one();
    }

    /** The newest first. */
    Flux<GatewayAccount> page(@Nullable UUID after, int size) {
        return database.sql(PRESENT + " AND id < :after ORDER BY id DESC LIMIT :size")
                .bind("after", after == null ? new UUID(-1, -1) : after)
                .bind("size", size)
                .map(GatewayAccounts::account)
                .all();
    }

    Mono<Void> insert(GatewayAccount known) {
        var by = known.recordedBy();
        return database.sql("""
                INSERT INTO gateway_account (id, seller_id, account, may_receive, recorded_by, recorded_at)
                VALUES (:id, :seller, :account, :may_receive, CAST(:by AS uuid), :at)
                """)
                .bind("id", known.id())
                .bind("seller", known.seller().value())
                .bind("account", Binds.text(known.account()))
                .bind("may_receive", known.mayReceive())
                .bind("by", Binds.uuid(by == null ? null : by.value()))
                .bind("at", known.recordedAt())
                .then();
    }

    private static GatewayAccount account(Readable row) {
        var by = row.get("recorded_by", UUID.class);
        return new GatewayAccount(
                Columns.uuid(row, "id"),
                new SellerId(Columns.uuid(row, "seller_id")),
                Columns.textOrNull(row, "account"),
                Columns.flag(row, "may_receive"),
                by == null ? null : new AccountId(by),
                Columns.instant(row, "recorded_at"));
    }
}
