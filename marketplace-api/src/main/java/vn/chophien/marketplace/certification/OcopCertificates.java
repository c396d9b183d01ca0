package vn.chophien.marketplace.certification;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/** The certificates and the rules that say what they give. */
@Repository
public class OcopCertificates {
    private final DatabaseClient database;

    OcopCertificates(DatabaseClient database) {
        this.database = database;
    }

    /** All rules there ever were, oldest first. */
    public Flux<OcopRule> rules() {
        return database.sql("""
                SELECT r.valid_from, r.valid_to, r.badge_min_stars, r.certificate_months, r.legal_reference
                FROM ocop_rule r ORDER BY r.valid_from
                """).map(OcopCertificates::rule).all();
    }

    /** Adds certificates; one of the same decision that the listing has already is left as it is. */
    public Mono<Void> add(Collection<OcopCertificate> certificates) {
        return database.sql("""
                INSERT INTO ocop_certificate (listing_id, stars, decision_no, issued_on, valid_until)
                SELECT r.listing_id, r.stars, r.decision_no, r.issued_on, r.valid_until
                FROM unnest(:listings, :stars, :decisions, :issued, :until)
                     AS r (listing_id, stars, decision_no, issued_on, valid_until)
                ON CONFLICT (listing_id, decision_no) DO NOTHING
                """)
                .bind(
                        "listings",
                        certificates.stream().map(c -> c.listing().value()).toArray(UUID[]::new))
                .bind("stars", certificates.stream().map(OcopCertificate::stars).toArray(Integer[]::new))
                .bind(
                        "decisions",
                        certificates.stream().map(OcopCertificate::decisionNo).toArray(String[]::new))
                .bind(
                        "issued",
                        certificates.stream().map(OcopCertificate::issuedOn).toArray(LocalDate[]::new))
                .bind(
                        "until",
                        certificates.stream().map(OcopCertificate::validUntil).toArray(LocalDate[]::new))
                .then();
    }

    private static OcopRule rule(Readable row) {
        return new OcopRule(
                Columns.required(row, "valid_from", LocalDate.class),
                row.get("valid_to", LocalDate.class),
                Columns.integer(row, "badge_min_stars"),
                Columns.integer(row, "certificate_months"),
                Columns.text(row, "legal_reference"));
    }
}
