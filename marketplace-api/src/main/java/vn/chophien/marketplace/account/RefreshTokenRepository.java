package vn.chophien.marketplace.account;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.SecretToken;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Columns;

/** Refresh tokens by their hash, in families that begin with one sign-in. */
@Component
class RefreshTokenRepository {
    private final DatabaseClient database;

    RefreshTokenRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(SecretToken token, Family family, Instant now, Duration lifetime) {
        return database.sql("""
                        INSERT INTO refresh_token (token_hash, family_id, account_id, issued_at, expires_at)
                        VALUES (:hash, :family, :account, :now, :expiresAt)""")
                .bind("hash", token.hash())
                .bind("family", family.id())
                .bind("account", family.account().value())
                .bind("now", now)
                .bind("expiresAt", now.plus(lifetime))
                .then();
    }

    /**
     * Marks a token as used and emits its family; empty for one that is unknown, expired, revoked or was used before
     * {@code leeway}. A second use within the leeway is a client that asked twice at once.
     */
    Mono<Family> use(SecretToken token, Instant now, Duration leeway) {
        return database.sql("""
                        UPDATE refresh_token SET used_at = COALESCE(used_at, :now)
                         WHERE token_hash = :hash
                           AND revoked_at IS NULL
                           AND expires_at > :now
                           AND (used_at IS NULL OR used_at > :usedAfter)
                        RETURNING family_id, account_id""")
                .bind("hash", token.hash())
                .bind("now", now)
                .bind("usedAfter", now.minus(leeway))
                .map(RefreshTokenRepository::fromRow)
                .one();
    }

    /** Ends the sign-in to which a token belongs, whatever became of it; emits how many tokens that touched. */
    Mono<Long> revokeFamilyOf(SecretToken token, Instant now) {
        return database.sql("""
                        UPDATE refresh_token SET revoked_at = :now
                         WHERE revoked_at IS NULL
                           AND family_id = (SELECT family_id FROM refresh_token WHERE token_hash = :hash)""")
                .bind("hash", token.hash())
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }

    Mono<Void> deleteExpired(AccountId account, Instant now) {
        return database.sql("DELETE FROM refresh_token WHERE account_id = :account AND expires_at <= :now")
                .bind("account", account.value())
                .bind("now", now)
                .then();
    }

    private static Family fromRow(Readable row) {
        return new Family(Columns.uuid(row, "family_id"), new AccountId(Columns.uuid(row, "account_id")));
    }

    /** One sign-in of an account and all tokens that continue it. */
    record Family(UUID id, AccountId account) {}
}
