package vn.chophien.marketplace.pricefeed.webhook;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** Keeps webhooks. */
@Repository
class WebhookRepository {
    static final String COLUMNS = """
            w.id, w.account_id, w.url, w.state, w.secret, w.former_secret, w.former_until, w.created_at
            """;

    private final DatabaseClient database;

    WebhookRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Adds it unless its owner has {@code most} already; it will hear of what is published from now on. */
    Mono<Boolean> insert(Webhook webhook, int most) {
        return database.sql("""
                        INSERT INTO price_webhook (id, account_id, url, state, secret, told_until, created_at)
                        SELECT :id, :account, :url, :state, :secret,
                               (SELECT COALESCE(MAX(vintage), 0) FROM price_publication), :created_at
                        WHERE (SELECT COUNT(*) FROM price_webhook WHERE account_id = :account AND state = 'ACTIVE') < :most
                        """)
                .bind("id", webhook.id())
                .bind("account", webhook.owner().value())
                .bind("url", webhook.url())
                .bind("state", webhook.state().name())
                .bind("secret", webhook.secret().value())
                .bind("created_at", Binds.instant(webhook.createdAt()))
                .bind("most", most)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Flux<Webhook> of(AccountId owner) {
        return database.sql("SELECT " + COLUMNS
                        + " FROM price_webhook w WHERE w.account_id = :account ORDER BY w.created_at, w.id")
                .bind("account", owner.value())
                .map(WebhookRepository::fromRow)
                .all();
    }

    /** Empty for what is not there and for what is somebody else's. */
    Mono<Webhook> find(UUID id, AccountId owner) {
        return database.sql("SELECT " + COLUMNS + " FROM price_webhook w WHERE w.id = :id AND w.account_id = :account")
                .bind("id", id)
                .bind("account", owner.value())
                .map(WebhookRepository::fromRow)
                .one();
    }

    /** The former secret keeps signing until then. */
    Mono<Void> replaceSecret(UUID id, WebhookSecret secret, Instant formerUntil) {
        return database.sql("""
                        UPDATE price_webhook
                        SET former_secret = secret, former_until = :former_until, secret = :secret
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("secret", secret.value())
                .bind("former_until", Binds.instant(formerUntil))
                .then();
    }

    Mono<Void> end(UUID id) {
        return database.sql("UPDATE price_webhook SET state = 'ENDED' WHERE id = :id")
                .bind("id", id)
                .then();
    }

    static Webhook fromRow(Readable row) {
        var former = Columns.textOrNull(row, "former_secret");
        return new Webhook(
                Columns.uuid(row, "id"),
                new AccountId(Columns.uuid(row, "account_id")),
                Columns.text(row, "url"),
                Webhook.State.valueOf(Columns.text(row, "state")),
                new WebhookSecret(Columns.text(row, "secret")),
                former == null ? null : new WebhookSecret(former),
                Columns.instantOrNull(row, "former_until"),
                Columns.instant(row, "created_at"));
    }
}
