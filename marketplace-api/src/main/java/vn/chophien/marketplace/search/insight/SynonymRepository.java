package vn.chophien.marketplace.search.insight;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;

/** The table {@code synonym_decision}; the latest row about a name counts. */
@Repository
class SynonymRepository {

    private final DatabaseClient database;
    private final InstantSource clock;

    SynonymRepository(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Void> decide(Decision decision, AccountId by) {
        return database.sql("""
                INSERT INTO synonym_decision (language, words, entry, accepted, decided_by, decided_at)
                VALUES (:language, :words, :entry, :accepted, :by, :at)
                """)
                .bind("language", decision.language())
                .bind("words", decision.words())
                .bind("entry", decision.entry())
                .bind("accepted", decision.accepted())
                .bind("by", by.value())
                .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }

    /** The decisions in force, by entry. */
    Flux<Decision> decided() {
        return database.sql("""
                SELECT DISTINCT ON (entry, language, words) language, words, entry, accepted
                  FROM synonym_decision ORDER BY entry, language, words, decided_at DESC, id DESC
                """)
                .map(row -> new Decision(
                        Objects.requireNonNull(row.get("language", String.class)),
                        Objects.requireNonNull(row.get("words", String.class)),
                        Objects.requireNonNull(row.get("entry", String.class)),
                        Objects.requireNonNull(row.get("accepted", Boolean.class))))
                .all();
    }

    /** @param entry the first name of the line of the dictionary that the words belong on */
    record Decision(String language, String words, String entry, boolean accepted) {}
}
