package vn.chophien.marketplace.settlement.payout;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** The table {@code payout_plan}. */
@Repository
class PayoutPlans {

    private final DatabaseClient database;

    PayoutPlans(DatabaseClient database) {
        this.database = database;
    }

    /** The plans that hold on a day. */
    Mono<InForce> on(LocalDate day) {
        return database.sql("""
                SELECT DISTINCT ON (seller_id) seller_id, schedule, day, minimum, valid_from
                  FROM payout_plan
                 WHERE valid_from <= :day
                 ORDER BY seller_id, valid_from DESC, id DESC
                """)
                .bind("day", day)
                .map(PayoutPlans::row)
                .all()
                .collectList()
                .map(rows -> {
                    var own = new HashMap<SellerId, PayoutPlan>();
                    PayoutPlan market = null;
                    for (var row : rows) {
                        if (row.seller() == null) {
                            market = row.plan();
                        } else {
                            own.put(row.seller(), row.plan());
                        }
                    }
                    return new InForce(Objects.requireNonNull(market, "The migration plans the market"), own);
                });
    }

    /** Counts the plans that a seller was ever under, or (none) the market's own: they are only added. */
    Mono<Long> version(@Nullable SellerId seller) {
        return database.sql(
                        "SELECT count(*) AS version FROM payout_plan WHERE seller_id IS NULL OR seller_id = CAST(:seller AS uuid)")
                .bind("seller", Binds.uuid(seller == null ? null : seller.value()))
                .map(row -> Columns.number(row, "version"))
                .one();
    }

    /** Plans change in turns, until the caller's transaction ends. */
    Mono<Void> takeTurns() {
        return database.sql("SELECT pg_advisory_xact_lock(hashtext('payout-plan'))")
                .then();
    }

    /** @param seller none for the market's own */
    Mono<Void> insert(@Nullable SellerId seller, PayoutPlan plan, String reference, AccountId by, Instant now) {
        return database.sql("""
                INSERT INTO payout_plan (id, seller_id, schedule, day, minimum, reference, valid_from, added_by, added_at)
                VALUES (:id, CAST(:seller AS uuid), :schedule, :day, :minimum, :reference, :valid_from, :by, :now)
                """)
                .bind("id", UuidV7.next())
                .bind("seller", Binds.uuid(seller == null ? null : seller.value()))
                .bind("schedule", plan.schedule().name())
                .bind("day", Binds.integer(plan.day()))
                .bind("minimum", plan.minimum().minor())
                .bind("reference", reference)
                .bind("valid_from", plan.validFrom())
                .bind("by", by.value())
                .bind("now", now)
                .then();
    }

    private static Row row(Readable row) {
        var seller = row.get("seller_id", UUID.class);
        return new Row(
                seller == null ? null : new SellerId(seller),
                new PayoutPlan(
                        PayoutPlan.Schedule.valueOf(Columns.text(row, "schedule")),
                        Columns.integerOrNull(row, "day"),
                        Money.vnd(Columns.number(row, "minimum")),
                        Columns.required(row, "valid_from", LocalDate.class)));
    }

    private record Row(@Nullable SellerId seller, PayoutPlan plan) {}

    /** The market's plan, and those of sellers who chose their own. */
    record InForce(PayoutPlan market, Map<SellerId, PayoutPlan> own) {

        /** A seller that wants to wait for more may; nobody is paid less than the market's minimum. */
        PayoutPlan of(SellerId seller) {
            var chosen = own.get(seller);
            if (chosen == null) {
                return market;
            }
            return chosen.minimum().compareTo(market.minimum()) >= 0
                    ? chosen
                    : new PayoutPlan(chosen.schedule(), chosen.day(), market.minimum(), chosen.validFrom());
        }
    }
}
