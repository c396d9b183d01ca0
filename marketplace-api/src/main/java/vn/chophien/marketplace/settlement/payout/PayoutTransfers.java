package vn.chophien.marketplace.settlement.payout;

import java.time.Duration;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code payout_transfer}: payouts that have to reach the gateway. */
@Repository
class PayoutTransfers {

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final DatabaseClient database;

    PayoutTransfers(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> request(Payout payout, Instant now) {
        return database.sql("""
                INSERT INTO payout_transfer (payout_id, state, send_at, updated_at) VALUES (:payout, 'REQUESTED', :now, :now)
                """)
                .bind("payout", payout.id().value())
                .bind("now", now)
                .then();
    }

    /** What is due; for the length of a lease nobody else gets it. */
    Flux<Due> claim(int most, Instant now) {
        return database.sql("""
                UPDATE payout_transfer t SET send_at = :lease, attempts = t.attempts + 1, updated_at = :now
                  FROM payout p
                 WHERE p.id = t.payout_id
                   AND t.payout_id IN (SELECT payout_id FROM payout_transfer
                                        WHERE state = 'REQUESTED' AND send_at <= :now
                                        ORDER BY send_at LIMIT :most
                                          FOR UPDATE SKIP LOCKED)
                RETURNING p.reference, t.attempts
                """)
                .bind("now", now)
                .bind("lease", now.plus(LEASE))
                .bind("most", most)
                .map(row -> new Due(Columns.text(row, "reference"), Columns.integer(row, "attempts")))
                .all();
    }

    Mono<Void> done(Payout payout, Instant now) {
        return close(payout, "DONE", "", now);
    }

    Mono<Void> refused(Payout payout, String failure, Instant now) {
        return close(payout, "REFUSED", failure, now);
    }

    Mono<Void> sendLater(Payout payout, String failure, Instant at, Instant now) {
        return database.sql("""
                UPDATE payout_transfer SET send_at = :at, failure = :failure, updated_at = :now
                 WHERE payout_id = :payout AND state = 'REQUESTED'
                """)
                .bind("at", at)
                .bind("failure", failure)
                .bind("now", now)
                .bind("payout", payout.id().value())
                .then();
    }

    private Mono<Void> close(Payout payout, String state, String failure, Instant now) {
        return database.sql("""
                UPDATE payout_transfer SET state = :state, failure = nullif(:failure, ''), updated_at = :now
                 WHERE payout_id = :payout
                """)
                .bind("state", state)
                .bind("failure", failure)
                .bind("now", now)
                .bind("payout", payout.id().value())
                .then();
    }

    /** @param attempts this one included */
    record Due(String payout, int attempts) {}
}
