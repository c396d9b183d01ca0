package vn.chophien.marketplace.payment;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/** Terms of paying that change with their date; the table {@code payment_term}. */
@Repository
public class PaymentTerms {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final DatabaseClient database;
    private final InstantSource clock;

    PaymentTerms(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How long goods wait for a bank transfer. */
    public Mono<Duration> transferTime() {
        return today("transfer-hours").map(Duration::ofHours);
    }

    /** How much longer they wait for the rest of one that was not whole, from the decision to wait on. */
    public Mono<Duration> restTime() {
        return today("rest-hours").map(Duration::ofHours);
    }

    /** How long a buyer's account number is kept after money went back to it. */
    public Mono<Duration> refundAccountTime() {
        return today("refund-account-days").map(Duration::ofDays);
    }

    private Mono<Long> today(String name) {
        return Mono.defer(() -> database.sql("""
                        SELECT value FROM payment_term
                         WHERE name = :name AND valid_from <= :today AND (valid_to IS NULL OR valid_to >= :today)
                         ORDER BY valid_from DESC LIMIT 1""")
                .bind("name", name)
                .bind("today", LocalDate.ofInstant(clock.instant(), VIETNAM))
                .map(row -> Columns.number(row, "value"))
                .one()
                .switchIfEmpty(Mono.error(
                        () -> new IllegalStateException("No row of payment_term serves '" + name + "' today"))));
    }
}
