package vn.chophien.marketplace.account;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.security.Role;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** Accounts, their roles and what they agreed to. */
@Component
class AccountRepository {
    private static final String SELECT = """
            SELECT a.id, a.email, a.display_name, a.phone, a.password_hash, a.version,
                   ARRAY(SELECT r.role FROM account_role r WHERE r.account_id = a.id) AS roles
              FROM account a
            """;

    private final DatabaseClient database;

    AccountRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Account> find(AccountId id) {
        return database.sql(SELECT + " WHERE a.id = :id")
                .bind("id", id.value())
                .map(AccountRepository::fromRow)
                .one();
    }

    Mono<Account> findByEmail(EmailAddress email) {
        return findCredentials(email).map(Credentials::account);
    }

    Mono<Credentials> findCredentials(EmailAddress email) {
        return database.sql(SELECT + " WHERE a.email = :email")
                .bind("email", email.value())
                .map(row -> new Credentials(fromRow(row), Columns.text(row, "password_hash")))
                .one();
    }

    /** Emits whether it was inserted; an account with this address may already exist. */
    Mono<Boolean> insert(Account account, String passwordHash) {
        return database.sql("""
                        INSERT INTO account (id, email, display_name, phone, password_hash)
                        VALUES (:id, :email, :displayName, :phone, :passwordHash)
                        ON CONFLICT (email) DO NOTHING""")
                .bind("id", account.id().value())
                .bind("email", account.email())
                .bind("displayName", account.displayName())
                .bind("phone", Binds.text(account.phone()))
                .bind("passwordHash", passwordHash)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** As {@link #find}, to be changed. */
    Mono<Versioned> findVersioned(AccountId id) {
        return database.sql(SELECT + " WHERE a.id = :id")
                .bind("id", id.value())
                .map(row -> new Versioned(fromRow(row), Columns.number(row, "version")))
                .one();
    }

    /** Answers the account as it is then; empty when somebody else changed it since that version was read. */
    Mono<Versioned> update(Account account, long version) {
        return database.sql("""
                        UPDATE account SET display_name = :displayName, phone = :phone, version = version + 1, updated_at = now()
                         WHERE id = :id AND version = :version
                        RETURNING version""")
                .bind("displayName", account.displayName())
                .bind("phone", Binds.text(account.phone()))
                .bind("id", account.id().value())
                .bind("version", version)
                .map(row -> new Versioned(account, Columns.number(row, "version")))
                .one();
    }

    Mono<Void> grant(AccountId account, Collection<Role> roles) {
        return Flux.fromIterable(roles)
                .filter(role -> role != Role.BUYER)
                .concatMap(role -> database.sql("""
                                INSERT INTO account_role (account_id, role) VALUES (:account, :role)
                                ON CONFLICT DO NOTHING""")
                        .bind("account", account.value())
                        .bind("role", role.name())
                        .then())
                .then();
    }

    Mono<Void> recordConsent(UUID id, AccountId account, Consent consent, Instant givenAt) {
        return database.sql("""
                        INSERT INTO consent (id, account_id, purpose, text_version, channel, given_at)
                        VALUES (:id, :account, :purpose, :textVersion, :channel, :givenAt)""")
                .bind("id", id)
                .bind("account", account.value())
                .bind("purpose", consent.purpose())
                .bind("textVersion", consent.textVersion())
                .bind("channel", consent.channel())
                .bind("givenAt", givenAt)
                .then();
    }

    private static Account fromRow(Readable row) {
        var roles = EnumSet.of(Role.BUYER);
        Columns.texts(row, "roles").forEach(role -> roles.add(Role.valueOf(role)));
        return new Account(
                new AccountId(Columns.uuid(row, "id")),
                Columns.text(row, "email"),
                Columns.text(row, "display_name"),
                Columns.textOrNull(row, "phone"),
                roles);
    }

    /** @param version counts the changes */
    record Versioned(Account account, long version) {}

    record Credentials(Account account, String passwordHash) {}
}
