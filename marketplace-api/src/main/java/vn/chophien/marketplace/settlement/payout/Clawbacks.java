package vn.chophien.marketplace.settlement.payout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Columns;

/** The tables {@code payout_clawback} and {@code payout_reversal}. */
@Repository
class Clawbacks {

    private static final Duration LEASE = Duration.ofMinutes(2);

    /** Later than that everything is set off against later sales. */
    private static final Duration LOOKED_BACK = Duration.ofDays(30);

    private final DatabaseClient database;

    Clawbacks(DatabaseClient database) {
        this.database = database;
    }

    /** Refunds of sales that a transfer of the gateway may have paid out before, and that nobody has decided on. */
    Flux<Undecided> undecided(int most, Instant now) {
        return database.sql("""
                SELECT DISTINCT t.key, t.seller_id, t.occurred_at
                  FROM payout p
                  JOIN ledger_transaction t ON t.seller_id = p.seller_id AND t.occurred_at > p.created_at
                  JOIN ledger_transaction d ON d.seller_order_id = t.seller_order_id AND d.kind = 'DELIVERED'
                                           AND d.occurred_at < p.created_at
                 WHERE p.gateway_account IS NOT NULL AND p.state = 'CONFIRMED'
                   AND t.kind = 'REDUCED' AND t.occurred_at >= :since
                   AND NOT EXISTS (SELECT FROM payout_clawback c WHERE c.reduction = t.key)
                 ORDER BY t.occurred_at LIMIT :most
                """)
                .bind("since", now.minus(LOOKED_BACK))
                .bind("most", most)
                .map(row -> new Undecided(Columns.text(row, "key"), new SellerId(Columns.uuid(row, "seller_id"))))
                .all();
    }

    /** Payouts between the sale and the refund, with what nobody has taken back or is about to; the oldest first. */
    Mono<List<Clawback.Reversible>> reversible(String reduction) {
        return database.sql("""
                SELECT p.id,
                       CAST(p.amount - coalesce((SELECT sum(r.amount) FROM payout_reversal r
                                                  WHERE r.payout_id = p.id AND r.state <> 'REFUSED'), 0) AS bigint) AS remaining
                  FROM ledger_transaction t
                  JOIN ledger_transaction d ON d.seller_order_id = t.seller_order_id AND d.kind = 'DELIVERED'
                  JOIN payout p ON p.seller_id = t.seller_id AND p.created_at > d.occurred_at AND p.created_at < t.occurred_at
                 WHERE t.key = :reduction AND p.gateway_account IS NOT NULL AND p.state = 'CONFIRMED'
                 ORDER BY p.created_at, p.id
                """)
                .bind("reduction", reduction)
                .map(row -> new Clawback.Reversible(
                        new PayoutId(Columns.uuid(row, "id")), Money.vnd(Columns.number(row, "remaining"))))
                .all()
                .collectList();
    }

    /** What is on its way back from a seller's account at the gateway. */
    Mono<Money> underway(SellerId seller) {
        return database.sql("""
                SELECT CAST(coalesce(sum(r.amount), 0) AS bigint) AS amount
                  FROM payout_reversal r JOIN payout p ON p.id = r.payout_id
                 WHERE p.seller_id = :seller AND r.state = 'REQUESTED'
                """)
                .bind("seller", seller.value())
                .map(row -> Money.vnd(Columns.number(row, "amount")))
                .one();
    }

    /** Answers false when it was decided before. */
    Mono<Boolean> decide(Undecided refund, Money owed, Clawback clawback, Instant now) {
        return database.sql("""
                INSERT INTO payout_clawback (reduction, seller_id, owed, amount, decided_at)
                VALUES (:reduction, :seller, :owed, :amount, :now)
                ON CONFLICT (reduction) DO NOTHING
                """)
                .bind("reduction", refund.reduction())
                .bind("seller", refund.seller().value())
                .bind("owed", Math.max(0, owed.minor()))
                .bind("amount", clawback.amount().minor())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> request(Undecided refund, Clawback.Share share, Instant now) {
        return database.sql("""
                INSERT INTO payout_reversal (id, payout_id, reduction, amount, state, send_at, created_at, updated_at)
                VALUES (:id, :payout, :reduction, :amount, 'REQUESTED', :now, :now, :now)
                """)
                .bind("id", UuidV7.next())
                .bind("payout", share.payout().value())
                .bind("reduction", refund.reduction())
                .bind("amount", share.amount().minor())
                .bind("now", now)
                .then();
    }

    /** What is due; for the length of a lease nobody else gets it. */
    Flux<Due> claim(int most, Instant now) {
        return database.sql("""
                UPDATE payout_reversal r SET send_at = :lease, attempts = r.attempts + 1, updated_at = :now
                  FROM payout p
                 WHERE p.id = r.payout_id
                   AND r.id IN (SELECT id FROM payout_reversal WHERE state = 'REQUESTED' AND send_at <= :now
                                 ORDER BY send_at LIMIT :most
                                   FOR UPDATE SKIP LOCKED)
                RETURNING r.id, p.reference, r.amount, r.attempts
                """)
                .bind("now", now)
                .bind("lease", now.plus(LEASE))
                .bind("most", most)
                .map(row -> new Due(
                        Columns.uuid(row, "id"),
                        Columns.text(row, "reference"),
                        Money.vnd(Columns.number(row, "amount")),
                        Columns.integer(row, "attempts")))
                .all();
    }

    /** Answers false when somebody else was faster. */
    Mono<Boolean> done(Reversal reversal, String reference, Instant now) {
        return database.sql("""
                UPDATE payout_reversal SET state = 'DONE', reference = :reference, failure = NULL, updated_at = :now
                 WHERE id = :id AND state = 'REQUESTED'
                """)
                .bind("reference", reference)
                .bind("now", now)
                .bind("id", reversal.id())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Answers false when somebody else was faster. */
    Mono<Boolean> refused(Reversal reversal, String failure, Instant now) {
        return database.sql("""
                UPDATE payout_reversal SET state = 'REFUSED', failure = :failure, updated_at = :now
                 WHERE id = :id AND state = 'REQUESTED'
                """)
                .bind("failure", failure)
                .bind("now", now)
                .bind("id", reversal.id())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Mono<Void> sendLater(Reversal reversal, String failure, Instant at, Instant now) {
        return database.sql("""
                UPDATE payout_reversal SET send_at = :at, failure = :failure, updated_at = :now
                 WHERE id = :id AND state = 'REQUESTED'
                """)
                .bind("at", at)
                .bind("failure", failure)
                .bind("now", now)
                .bind("id", reversal.id())
                .then();
    }

    /** @param reduction the key of the refund's transaction in the books */
    record Undecided(String reduction, SellerId seller) {}

    /** @param attempts this one included */
    record Due(UUID id, String payout, Money amount, int attempts) {}
}
