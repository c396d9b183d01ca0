package vn.chophien.marketplace.settlement.payout;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code payout_way}. */
@Repository
class PayoutWays {

    private final DatabaseClient database;

    PayoutWays(DatabaseClient database) {
        this.database = database;
    }

    /** Which way the market pays on a day. */
    Mono<InForce> on(LocalDate day) {
        return database.sql("""
                SELECT way, reference, valid_from FROM payout_way
                 WHERE valid_from <= :day ORDER BY valid_from DESC, id DESC LIMIT 1
                """)
                .bind("day", day)
                .map(row -> new InForce(
                        PayoutWay.valueOf(Columns.text(row, "way")),
                        Columns.text(row, "reference"),
                        Columns.required(row, "valid_from", LocalDate.class)))
                .one();
    }

    Mono<Void> insert(InForce way, AccountId by, Instant now) {
        return database.sql("""
                INSERT INTO payout_way (id, way, reference, valid_from, added_by, added_at)
                VALUES (:id, :way, :reference, :valid_from, :by, :now)
                """)
                .bind("id", UuidV7.next())
                .bind("way", way.way().name())
                .bind("reference", way.reference())
                .bind("valid_from", way.validFrom())
                .bind("by", by.value())
                .bind("now", now)
                .then();
    }

    /** @param reference why: the contract or decision */
    record InForce(PayoutWay way, String reference, LocalDate validFrom) {}
}
