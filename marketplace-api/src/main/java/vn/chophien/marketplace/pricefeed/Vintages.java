package vn.chophien.marketplace.pricefeed;

import io.r2dbc.spi.Readable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.RequestProblem;

/** Finds the state of the record that a question is about. */
@Repository
public class Vintages {
    /** Both publishing and a question about the last moments take it, so that an answer cannot miss what is being published. */
    static final String LOCK = "hashtext('price_publication')";

    private static final Duration LONGEST_COMMIT = Duration.ofMinutes(5);
    private static final int UUID_LENGTH = 36;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    Vintages(DatabaseClient database, TransactionalOperator transaction, InstantSource clock) {
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Found(int vintage, UUID id, Instant publishedAt) {
        static Found fromRow(Readable row) {
            return new Found(
                    Columns.integer(row, "vintage"), Columns.uuid(row, "id"), Columns.instant(row, "published_at"));
        }
    }

    /** The state as it is now. */
    public Mono<KnownAt> latest() {
        return database.sql("SELECT vintage, id, published_at FROM price_publication ORDER BY vintage DESC LIMIT 1")
                .map(Found::fromRow)
                .one()
                .map(found -> known(found, clock.instant(), false))
                .switchIfEmpty(Mono.fromSupplier(() -> nothing(clock.instant(), false)));
    }

    /** The state right after a publication. */
    public Mono<KnownAt> of(int vintage) {
        return database.sql("SELECT vintage, id, published_at FROM price_publication WHERE vintage = :vintage")
                .bind("vintage", vintage)
                .map(Found::fromRow)
                .one()
                .map(found -> known(found, found.publishedAt(), true));
    }

    /**
     * @param asOf an RFC 3339 instant or the id of a publication; null for now
     * @return fails with {@link RequestProblem} for anything else, and for an instant that is still to come
     */
    public Mono<KnownAt> at(@Nullable String asOf) {
        if (asOf == null || asOf.isBlank()) {
            return latest();
        }
        // A plus that was not escaped in the address arrives as a space.
        var text = asOf.strip().replace(' ', '+');
        return text.length() == UUID_LENGTH && text.indexOf('T') < 0 ? ofPublication(text) : atInstant(text);
    }

    private Mono<KnownAt> ofPublication(String text) {
        UUID id;
        try {
            id = UUID.fromString(text);
        } catch (IllegalArgumentException other) {
            return Mono.error(Vintages::invalid);
        }
        return database.sql("SELECT vintage, id, published_at FROM price_publication WHERE id = :id")
                .bind("id", id)
                .map(Found::fromRow)
                .one()
                .map(found -> known(found, found.publishedAt(), true))
                .switchIfEmpty(Mono.error(RequestProblem::notFound));
    }

    private Mono<KnownAt> atInstant(String text) {
        Instant instant;
        try {
            instant = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            return Mono.error(Vintages::invalid);
        }
        // What was long ago cannot be in the middle of being published.
        var settled = instant.isBefore(clock.instant().minus(LONGEST_COMMIT)) ? Mono.empty() : publishingToEnd();
        return settled.then(Mono.defer(() -> isStillToCome(instant)))
                .flatMap(future -> future ? Mono.error(Vintages::invalid) : lastBefore(instant))
                .as(transaction::transactional);
    }

    private Mono<?> publishingToEnd() {
        return database.sql("SELECT pg_advisory_xact_lock_shared(" + LOCK + ")")
                .fetch()
                .first();
    }

    /** The database's clock is the one that dates publications. */
    private Mono<Boolean> isStillToCome(Instant instant) {
        return database.sql("SELECT CAST(:instant AS TIMESTAMPTZ) > clock_timestamp() AS future")
                .bind("instant", Binds.instant(instant))
                .map(row -> Columns.flag(row, "future"))
                .one();
    }

    private Mono<KnownAt> lastBefore(Instant instant) {
        return database.sql("""
                        SELECT vintage, id, published_at
                        FROM price_publication
                        WHERE published_at <= :instant
                        ORDER BY published_at DESC
                        LIMIT 1
                        """)
                .bind("instant", Binds.instant(instant))
                .map(Found::fromRow)
                .one()
                .map(found -> known(found, instant, true))
                .switchIfEmpty(Mono.fromSupplier(() -> nothing(instant, true)));
    }

    private static KnownAt known(Found found, Instant asked, boolean past) {
        return new KnownAt(found.vintage(), found.id().toString(), found.publishedAt(), KnownAt.dayOf(asked), past);
    }

    private static KnownAt nothing(Instant asked, boolean past) {
        return new KnownAt(0, null, Instant.EPOCH, KnownAt.dayOf(asked), past);
    }

    private static RequestProblem invalid() {
        return RequestProblem.invalid(new FieldProblem(PriceQuestion.AS_OF, "invalid"));
    }
}
