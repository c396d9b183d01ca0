package vn.chophien.marketplace.aftersales;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/** The dated rows of {@code aftersales_term}. */
@Repository
class AftersalesTerms {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final DatabaseClient database;

    AftersalesTerms(DatabaseClient database) {
        this.database = database;
    }

    /** The term that was in force then. */
    Mono<AftersalesTerm> find(AftersalesTerm.Kind kind, Instant at) {
        return database.sql("""
                SELECT kind, days, legal_reference FROM aftersales_term
                 WHERE kind = :kind AND valid_from <= :day AND (valid_to IS NULL OR valid_to >= :day)
                 ORDER BY valid_from DESC LIMIT 1
                """)
                .bind("kind", kind.name())
                .bind("day", LocalDate.ofInstant(at, VIETNAM))
                .map(row -> new AftersalesTerm(
                        AftersalesTerm.Kind.valueOf(Columns.text(row, "kind")),
                        Columns.integer(row, "days"),
                        Columns.text(row, "legal_reference")))
                .one()
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("No term " + kind + " on " + at)));
    }
}
