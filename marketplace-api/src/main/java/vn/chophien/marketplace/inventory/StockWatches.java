package vn.chophien.marketplace.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Columns;

/** Who wants to know when a variant can be bought again. */
@Repository
class StockWatches {

    private final DatabaseClient database;

    StockWatches(DatabaseClient database) {
        this.database = database;
    }

    /** Watching what was back before starts anew. */
    Mono<Void> watch(AccountId account, VariantId variant, Instant now) {
        return database.sql("""
                INSERT INTO stock_watch (account_id, variant_id, since) VALUES (:account, :variant, :now)
                ON CONFLICT (account_id, variant_id) DO UPDATE SET since = :now, back_at = NULL
                 WHERE stock_watch.back_at IS NOT NULL
                """)
                .bind("account", account.value())
                .bind("variant", variant.value())
                .bind("now", now)
                .then();
    }

    Mono<Void> forget(AccountId account, VariantId variant) {
        return database.sql("DELETE FROM stock_watch WHERE account_id = :account AND variant_id = :variant")
                .bind("account", account.value())
                .bind("variant", variant.value())
                .then();
    }

    /** Those who wait learn of it in the transaction that brought the goods. */
    Mono<Void> back(Collection<VariantId> variants, Instant now) {
        return database.sql(
                        "UPDATE stock_watch SET back_at = :now WHERE variant_id = ANY(:variants) AND back_at IS NULL")
                .bind("variants", variants.stream().map(VariantId::value).toArray(UUID[]::new))
                .bind("now", now)
                .then();
    }

    /** What came back first, the latest first, then what is still awaited. */
    Mono<List<Watch>> of(AccountId account, int most) {
        return database.sql("""
                SELECT variant_id, since, back_at FROM stock_watch WHERE account_id = :account
                 ORDER BY back_at DESC NULLS LAST, since DESC, variant_id LIMIT :most
                """)
                .bind("account", account.value())
                .bind("most", most)
                .map(row -> new Watch(
                        new VariantId(Columns.uuid(row, "variant_id")),
                        Columns.instant(row, "since"),
                        Columns.instantOrNull(row, "back_at")))
                .all()
                .collectList();
    }

    Mono<Long> count(AccountId account) {
        return database.sql("SELECT count(*) AS watches FROM stock_watch WHERE account_id = :account")
                .bind("account", account.value())
                .map(row -> Columns.number(row, "watches"))
                .one();
    }

    record Watch(VariantId variant, Instant since, @Nullable Instant backAt) {}
}
