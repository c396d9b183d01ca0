package vn.chophien.marketplace.payment;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** Who did what about money by hand; the table {@code payment_audit}. Writes join the transaction of the caller. */
@Repository
public class PaymentAudit {

    private final DatabaseClient database;

    PaymentAudit(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> add(
            Subject subject, UUID id, String action, @Nullable String note, AccountId actor, Instant now) {
        return database.sql("""
                        INSERT INTO payment_audit (subject, subject_id, action, note, actor_id, happened_at)
                        VALUES (:subject, :id, :action, :note, :actor, :now)""")
                .bind("subject", subject.name().toLowerCase(Locale.ROOT))
                .bind("id", id)
                .bind("action", action)
                .bind("note", Binds.text(note))
                .bind("actor", actor.value())
                .bind("now", now)
                .then();
    }

    /** What was done about one thing, the oldest first. */
    public Flux<Entry> of(UUID subject) {
        return database.sql("""
                        SELECT action, note, actor_id, happened_at FROM payment_audit
                         WHERE subject_id = :subject ORDER BY id""")
                .bind("subject", subject)
                .map(row -> new Entry(
                        Columns.text(row, "action"),
                        Columns.textOrNull(row, "note"),
                        new AccountId(Columns.uuid(row, "actor_id")),
                        Columns.instant(row, "happened_at")))
                .all();
    }

    /** What an entry is about. */
    public enum Subject {
        SELLER,
        TRANSFER,
        REFUND,
        STATEMENT
    }

    /** One deed. */
    public record Entry(String action, @Nullable String note, AccountId by, Instant at) {}
}
