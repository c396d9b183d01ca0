package vn.chophien.marketplace.search.lexicon;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.search.lexicon.AppliedLexicon.Phase;
import vn.chophien.marketplace.security.AccountId;

/** The table {@code search_lexicon}. */
@Repository
class LexiconRepository {

    private static final String COLUMNS =
            "version, phase, marked_after, touched, phase_since, extract(epoch FROM clock_timestamp() - phase_since)::float8 AS age";

    private final DatabaseClient database;

    LexiconRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Fails when another one is on its way. */
    Mono<AppliedLexicon> insert(String content, AccountId by) {
        return database.sql(
                        "INSERT INTO search_lexicon (content, applied_by) VALUES (:content, :by) RETURNING " + COLUMNS)
                .bind("content", content)
                .bind("by", by.value())
                .map(LexiconRepository::fromRow)
                .one()
                .onErrorMap(DataIntegrityViolationException.class, taken -> new LexiconProblem.UnderWay());
    }

    /** The one on its way, else the one in force. */
    Mono<AppliedLexicon> latest() {
        return database.sql("SELECT " + COLUMNS
                        + " FROM search_lexicon WHERE phase <> 'RETIRED' ORDER BY version DESC LIMIT 1")
                .map(LexiconRepository::fromRow)
                .one();
    }

    /** The one that has a step to take; locked, and none where another instance takes it. */
    Mono<AppliedLexicon> unfinished() {
        return database.sql("SELECT " + COLUMNS + """
                  FROM search_lexicon WHERE phase IN ('MARKING', 'SETTLING', 'CLEANING')
                 ORDER BY version LIMIT 1 FOR UPDATE SKIP LOCKED
                """)
                .map(LexiconRepository::fromRow)
                .one();
    }

    /** The version that queries are read by. */
    Mono<Long> live() {
        return database.sql("SELECT version FROM search_lexicon WHERE phase IN ('CLEANING', 'LIVE')")
                .map(row -> required(row, "version", Long.class))
                .one();
    }

    /** The one before it; none when that is the one of the build. */
    Mono<Long> before(long version) {
        return database.sql("SELECT max(version) AS version FROM search_lexicon WHERE version < :version")
                .bind("version", version)
                .map(row -> Optional.ofNullable(row.get("version", Long.class)))
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    Mono<String> content(long version) {
        return database.sql("SELECT content FROM search_lexicon WHERE version = :version")
                .bind("version", version)
                .map(row -> required(row, "content", String.class))
                .one();
    }

    Mono<Void> progress(long version, ListingId after, int touched) {
        return database.sql(
                        "UPDATE search_lexicon SET marked_after = :after, touched = touched + :touched WHERE version = :version")
                .bind("after", after.value())
                .bind("touched", touched)
                .bind("version", version)
                .then();
    }

    Mono<Void> enter(long version, Phase phase) {
        return database.sql(
                        "UPDATE search_lexicon SET phase = :phase, phase_since = now(), marked_after = NULL WHERE version = :version")
                .bind("phase", phase.name())
                .bind("version", version)
                .then();
    }

    Mono<Void> retireLive() {
        return database.sql(
                        "UPDATE search_lexicon SET phase = 'RETIRED', phase_since = now() WHERE phase IN ('CLEANING', 'LIVE')")
                .then();
    }

    private static AppliedLexicon fromRow(Readable row) {
        return new AppliedLexicon(
                required(row, "version", Long.class),
                Phase.valueOf(required(row, "phase", String.class)),
                listing(row.get("marked_after", UUID.class)),
                required(row, "touched", Long.class),
                required(row, "phase_since", OffsetDateTime.class).toInstant(),
                Duration.ofMillis((long) (1000 * required(row, "age", Double.class))));
    }

    private static @Nullable ListingId listing(@Nullable UUID id) {
        return id == null ? null : new ListingId(id);
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
