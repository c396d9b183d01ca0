package vn.chophien.marketplace.settlement.payout;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code payout_request}. */
@Repository
class PayoutRequests {

    private final DatabaseClient database;

    PayoutRequests(DatabaseClient database) {
        this.database = database;
    }

    Mono<Set<SellerId>> open() {
        return database.sql("SELECT seller_id FROM payout_request WHERE payout_id IS NULL")
                .map(row -> new SellerId(Columns.uuid(row, "seller_id")))
                .all()
                .collect(Collectors.toSet());
    }

    /** Asking again while a request is open changes nothing. */
    Mono<Void> ask(SellerId seller, AccountId by, Instant now) {
        return database.sql("""
                INSERT INTO payout_request (id, seller_id, requested_by, requested_at) VALUES (:id, :seller, :by, :now)
                ON CONFLICT (seller_id) WHERE payout_id IS NULL DO NOTHING
                """)
                .bind("id", UuidV7.next())
                .bind("seller", seller.value())
                .bind("by", by.value())
                .bind("now", now)
                .then();
    }

    Mono<Void> answer(Payout payout) {
        return database.sql("""
                UPDATE payout_request SET payout_id = :payout WHERE seller_id = :seller AND payout_id IS NULL
                """)
                .bind("payout", payout.id().value())
                .bind("seller", payout.seller().value())
                .then();
    }

    /** What a withdrawn payout had answered is asked again, unless the seller did so meanwhile. */
    Mono<Void> reopen(Payout payout) {
        return database.sql("""
                UPDATE payout_request r SET payout_id = NULL
                 WHERE r.payout_id = :payout
                   AND NOT EXISTS (SELECT FROM payout_request o WHERE o.seller_id = r.seller_id AND o.payout_id IS NULL)
                """).bind("payout", payout.id().value()).then();
    }
}
