package vn.chophien.marketplace.terms;

import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code settlement_term}. */
@Repository
public class TermRepository {

    /** A new row begins tomorrow at the earliest, so an old copy is never wrong for long enough to matter. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final DatabaseClient database;
    private final InstantSource clock;
    private final AtomicReference<Known> known = new AtomicReference<>(new Known(new Terms(List.of()), Instant.MIN));

    TermRepository(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For every posting: read seldom. */
    public Mono<Terms> remembered() {
        return Mono.defer(() -> {
            var now = clock.instant();
            var copy = known.get();
            return copy.until().isAfter(now)
                    ? Mono.just(copy.terms())
                    : all().doOnNext(terms -> known.set(new Known(terms, now.plus(REMEMBERED))));
        });
    }

    /** Every row there ever was, by kind and the latest first. */
    public Mono<Terms> all() {
        return database.sql("""
                SELECT id, kind, seller_type, category_path, ocop_stars, subject, basis_points, amount, cap, choice, reference,
                       published_on, valid_from, valid_to
                  FROM settlement_term
                 ORDER BY kind, seller_type NULLS FIRST, category_path NULLS FIRST, ocop_stars NULLS FIRST, subject NULLS FIRST,
                          valid_from DESC
                """)
                .map(TermRepository::fromRow)
                .all()
                .collectList()
                .map(Terms::new);
    }

    /** Answers false when there is a row of this scope that begins on the same day. */
    Mono<Boolean> insert(Term term, AccountId by) {
        return database.sql("""
                INSERT INTO settlement_term (id, kind, seller_type, category_path, ocop_stars, subject, basis_points, amount,
                                             cap, choice, reference, published_on, valid_from, valid_to, added_by)
                VALUES (:id, :kind, :seller_type, :category, :stars, :subject, :rate, :amount, :cap, :choice, :reference,
                        :published_on, :valid_from, :valid_to, :by)
                ON CONFLICT ON CONSTRAINT settlement_term_once DO NOTHING
                """)
                .bind("id", term.id())
                .bind("kind", term.kind().name())
                .bind("seller_type", Binds.text(term.sellerType()))
                .bind("category", Binds.text(term.categoryPath()))
                .bind("stars", Binds.integer(term.ocopStars()))
                .bind("subject", Binds.text(term.subject()))
                .bind("rate", Binds.integer(term.basisPoints()))
                .bind("amount", number(term.amount()))
                .bind("cap", number(term.cap()))
                .bind("choice", Binds.text(term.choice()))
                .bind("reference", term.reference())
                .bind("published_on", term.publishedOn())
                .bind("valid_from", term.validFrom())
                .bind("valid_to", Parameters.in(R2dbcType.DATE, term.validTo()))
                .bind("by", by.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1)
                .doOnNext(added -> known.set(new Known(known.get().terms(), Instant.MIN)));
    }

    private static Parameter number(@Nullable Long value) {
        return Parameters.in(R2dbcType.BIGINT, value);
    }

    private static Term fromRow(Readable row) {
        return new Term(
                Columns.uuid(row, "id"),
                TermKind.valueOf(Columns.text(row, "kind")),
                Columns.textOrNull(row, "seller_type"),
                Columns.textOrNull(row, "category_path"),
                Columns.integerOrNull(row, "ocop_stars"),
                Columns.textOrNull(row, "subject"),
                Columns.integerOrNull(row, "basis_points"),
                row.get("amount", Long.class),
                row.get("cap", Long.class),
                Columns.textOrNull(row, "choice"),
                Columns.text(row, "reference"),
                Columns.required(row, "published_on", LocalDate.class),
                Columns.required(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class));
    }

    private record Known(Terms terms, Instant until) {}
}
