package vn.chophien.marketplace.pricefeed.quota;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.SecretToken;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** Keeps the hashes of keys. */
@Repository
class KeyRepository {
    private final DatabaseClient database;

    KeyRepository(DatabaseClient database) {
        this.database = database;
    }

    /** A key as its owner sees it later. */
    record Key(
            UUID id,
            String name,
            Instant createdAt,
            @Nullable Instant revokedAt) {
        static Key fromRow(Readable row) {
            var revoked = row.get("revoked_at", OffsetDateTime.class);
            return new Key(
                    Columns.uuid(row, "id"),
                    Columns.text(row, "name"),
                    Columns.instant(row, "created_at"),
                    revoked == null ? null : revoked.toInstant());
        }
    }

    /** Adds it unless its owner has {@code most} already. */
    Mono<Boolean> insert(Key key, AccountId owner, SecretToken token, int most) {
        return database.sql("""
                        INSERT INTO price_api_key (id, account_id, name, hash, created_at)
                        SELECT :id, :account, :name, :hash, :created_at
                        WHERE (SELECT COUNT(*) FROM price_api_key WHERE account_id = :account AND revoked_at IS NULL) < :most
                        """)
                .bind("id", key.id())
                .bind("account", owner.value())
                .bind("name", key.name())
                .bind("hash", token.hash())
                .bind("created_at", Binds.instant(key.createdAt()))
                .bind("most", most)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Flux<Key> of(AccountId owner) {
        return database.sql("""
                        SELECT id, name, created_at, revoked_at
                        FROM price_api_key
                        WHERE account_id = :account
                        ORDER BY created_at, id
                        """)
                .bind("account", owner.value())
                .map(Key::fromRow)
                .all();
    }

    /** The id of the key that is good now; empty for any other text. */
    Mono<UUID> find(SecretToken token) {
        return database.sql("SELECT id FROM price_api_key WHERE hash = :hash AND revoked_at IS NULL")
                .bind("hash", token.hash())
                .map(row -> Columns.uuid(row, "id"))
                .one();
    }

    /** Whether there was such a key of this owner. */
    Mono<Boolean> revoke(UUID id, AccountId owner, Instant now) {
        return database.sql("""
                        UPDATE price_api_key
                        SET revoked_at = COALESCE(revoked_at, :now)
                        WHERE id = :id AND account_id = :account
                        """)
                .bind("id", id)
                .bind("account", owner.value())
                .bind("now", Binds.instant(now))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }
}
