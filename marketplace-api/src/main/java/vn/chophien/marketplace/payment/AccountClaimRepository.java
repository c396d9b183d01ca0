package vn.chophien.marketplace.payment;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code receiving_account_release}, and which shop named which account first. */
@Repository
class AccountClaimRepository {

    private static final UUID FROM_THE_NEWEST = new UUID(-1, -1);

    private static final String SELECT = """
            SELECT a.id, a.seller_id, a.bin, a.number, a.holder, a.changed_at,
                   coalesce((SELECT p.bin = a.bin AND p.number = a.number AND NOT p.released FROM receiving_account p
                              WHERE p.seller_id = a.seller_id ORDER BY p.id DESC LIMIT 1), false) AS present,
                   (SELECT count(*) FROM transfer_request q
                     WHERE q.seller_id = a.seller_id AND q.bin = a.bin AND q.number = a.number
                       AND q.payee = 'SELLER' AND q.state = 'OPEN') AS awaited,
                   r.id AS release_id, r.reason, r.released_by, r.released_at
              FROM receiving_account a LEFT JOIN receiving_account_release r ON r.account_id = a.id
            """;

    private final DatabaseClient database;

    AccountClaimRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<AccountClaim> find(String bin, String number) {
        return read(
                        "WHERE a.bin = :bin AND a.number = :number AND a.is_first AND NOT a.released",
                        Map.of("bin", bin, "number", number))
                .next();
    }

    Mono<AccountClaim> find(UUID id) {
        return read("WHERE a.id = :id AND a.is_first", Map.of("id", id)).next();
    }

    /** Accounts that were taken away, the last one first. */
    Flux<AccountClaim> released(@Nullable UUID before, int size) {
        return read(
                "WHERE r.id < :before ORDER BY r.id DESC LIMIT :size",
                Map.of("before", before == null ? FROM_THE_NEWEST : before, "size", size));
    }

    /** Those that were taken from this shop, the last one first. */
    Flux<AccountClaim> releasedFrom(SellerId seller, int size) {
        return read(
                "WHERE a.seller_id = :seller AND r.id IS NOT NULL ORDER BY r.id DESC LIMIT :size",
                Map.of("seller", seller.value(), "size", size));
    }

    /** Answers false when it was taken away before. */
    Mono<Boolean> release(AccountClaim claim, String reason, AccountId by, Instant now) {
        return database.sql("""
                        WITH taken AS (
                            UPDATE receiving_account SET released = true
                             WHERE seller_id = :seller AND bin = :bin AND number = :number AND NOT released
                               AND NOT EXISTS (SELECT 1 FROM receiving_account_release WHERE account_id = :claim))
                        INSERT INTO receiving_account_release (account_id, reason, released_by, released_at)
                        VALUES (:claim, :reason, :by, :now)
                        ON CONFLICT (account_id) DO NOTHING""")
                .bind("seller", claim.seller().value())
                .bind("bin", claim.account().bin())
                .bind("number", claim.account().number())
                .bind("claim", claim.id())
                .bind("reason", reason)
                .bind("by", by.value())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Flux<AccountClaim> read(String where, Map<String, Object> values) {
        return database.sql(SELECT + where)
                .bindValues(values)
                .map(AccountClaimRepository::claim)
                .all();
    }

    private static AccountClaim claim(Readable row) {
        var release = row.get("release_id", UUID.class);
        return new AccountClaim(
                Columns.uuid(row, "id"),
                new SellerId(Columns.uuid(row, "seller_id")),
                new BankAccount(Columns.text(row, "bin"), Columns.text(row, "number"), Columns.text(row, "holder")),
                Columns.instant(row, "changed_at"),
                Columns.flag(row, "present"),
                Columns.number(row, "awaited"),
                release == null
                        ? null
                        : new AccountClaim.Release(
                                release,
                                Columns.text(row, "reason"),
                                new AccountId(Columns.uuid(row, "released_by")),
                                Columns.instant(row, "released_at")));
    }
}
