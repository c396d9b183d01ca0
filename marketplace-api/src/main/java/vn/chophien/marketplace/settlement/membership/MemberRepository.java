package vn.chophien.marketplace.settlement.membership;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.statement.Period;
import vn.chophien.marketplace.sql.Columns;

/** The tables {@code coop_member} and {@code member_delivery}. */
@Repository
class MemberRepository {

    private final DatabaseClient database;

    MemberRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Those who are members now, by name as Vietnamese readers sort. */
    Flux<Member> present(SellerId seller) {
        return database.sql("""
                SELECT id, name FROM coop_member WHERE seller_id = :seller AND left_at IS NULL
                 ORDER BY name COLLATE "vi-x-icu", id
                """)
                .bind("seller", seller.value())
                .map(MemberRepository::member)
                .all();
    }

    /** Also those who left. */
    Flux<Member> all(SellerId seller) {
        return database.sql("""
                SELECT id, name FROM coop_member WHERE seller_id = :seller ORDER BY name COLLATE "vi-x-icu", id
                """)
                .bind("seller", seller.value())
                .map(MemberRepository::member)
                .all();
    }

    /** A name that is there already is left alone. */
    Mono<Void> insert(SellerId seller, List<Member> members, AccountId by, Instant now) {
        return database.sql("""
                INSERT INTO coop_member (id, seller_id, name, added_by, added_at)
                SELECT m.id, :seller, m.name, :by, :now
                  FROM unnest(CAST(:ids AS uuid[]), CAST(:names AS text[])) AS m (id, name)
                ON CONFLICT (seller_id, lower(name)) WHERE left_at IS NULL DO NOTHING
                """)
                .bind("seller", seller.value())
                .bind("by", by.value())
                .bind("now", now)
                .bind("ids", members.stream().map(member -> member.id().value()).toArray(UUID[]::new))
                .bind("names", members.stream().map(Member::name).toArray(String[]::new))
                .then();
    }

    /** Answers false when this shop has no such member. */
    Mono<Boolean> leave(SellerId seller, UUID member, Instant now) {
        return database.sql("""
                UPDATE coop_member SET left_at = coalesce(left_at, :now) WHERE id = :member AND seller_id = :seller
                """)
                .bind("now", now)
                .bind("member", member)
                .bind("seller", seller.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Nobody else writes with this key until the caller's transaction ends. */
    Mono<Void> lock(SellerId seller, String importKey) {
        return database.sql("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .bind("key", "member-deliveries:" + seller.value() + ":" + importKey)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /** Rows that this attempt wrote before are left alone. */
    Mono<Void> insert(SellerId seller, List<DeliveryTable.Row> rows, String importKey, AccountId by, Instant now) {
        var deliveries = rows.stream().map(DeliveryTable.Row::delivery).toList();
        return database.sql("""
                INSERT INTO member_delivery (id, seller_id, member_id, delivered_on, product, grade, grams, price_per_kg, import_key,
                                             import_row, entered_by, entered_at)
                SELECT d.id, :seller, d.member_id, d.delivered_on, d.product, d.grade, d.grams, d.price, :key, d.import_row, :by, :now
                  FROM unnest(CAST(:ids AS uuid[]), CAST(:members AS uuid[]), CAST(:days AS date[]), CAST(:products AS text[]),
                              CAST(:grades AS text[]), CAST(:grams AS bigint[]), CAST(:prices AS bigint[]), CAST(:rows AS integer[]))
                       AS d (id, member_id, delivered_on, product, grade, grams, price, import_row)
                ON CONFLICT ON CONSTRAINT member_delivery_import_once DO NOTHING
                """)
                .bind("seller", seller.value())
                .bind("key", importKey)
                .bind("by", by.value())
                .bind("now", now)
                .bind("ids", deliveries.stream().map(Delivery::id).toArray(UUID[]::new))
                .bind(
                        "members",
                        deliveries.stream().map(of -> of.member().value()).toArray(UUID[]::new))
                .bind("days", deliveries.stream().map(Delivery::on).toArray(LocalDate[]::new))
                .bind("products", deliveries.stream().map(Delivery::product).toArray(String[]::new))
                .bind("grades", deliveries.stream().map(Delivery::grade).toArray(String[]::new))
                .bind("grams", deliveries.stream().map(Delivery::grams).toArray(Long[]::new))
                .bind(
                        "prices",
                        deliveries.stream()
                                .map(of -> of.pricePerKilogram().minor())
                                .toArray(Long[]::new))
                .bind("rows", rows.stream().map(DeliveryTable.Row::number).toArray(Integer[]::new))
                .then();
    }

    /** What an attempt wrote, by the row in its file; struck rows too. */
    Flux<DeliveryTable.Row> entered(SellerId seller, String importKey) {
        return database.sql("""
                SELECT id, member_id, delivered_on, product, grade, grams, price_per_kg, import_row
                  FROM member_delivery WHERE seller_id = :seller AND import_key = :key ORDER BY import_row
                """)
                .bind("seller", seller.value())
                .bind("key", importKey)
                .map(row -> new DeliveryTable.Row(Columns.integer(row, "import_row"), delivery(row)))
                .all();
    }

    /** What counts of a period, by day. */
    Flux<Delivery> deliveries(SellerId seller, Period period) {
        return database.sql("""
                SELECT id, member_id, delivered_on, product, grade, grams, price_per_kg
                  FROM member_delivery
                 WHERE seller_id = :seller AND delivered_on BETWEEN :from AND :to AND struck_at IS NULL
                 ORDER BY delivered_on, id
                """)
                .bind("seller", seller.value())
                .bind("from", period.from())
                .bind("to", period.to())
                .map(MemberRepository::delivery)
                .all();
    }

    /** Answers false when this shop has no such delivery. */
    Mono<Boolean> strike(SellerId seller, UUID delivery, AccountId by, Instant now) {
        return database.sql("""
                UPDATE member_delivery SET struck_by = coalesce(struck_by, :by), struck_at = coalesce(struck_at, :now)
                 WHERE id = :delivery AND seller_id = :seller
                """)
                .bind("by", by.value())
                .bind("now", now)
                .bind("delivery", delivery)
                .bind("seller", seller.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Member member(Readable row) {
        return new Member(new MemberId(Columns.uuid(row, "id")), Columns.text(row, "name"));
    }

    private static Delivery delivery(Readable row) {
        return new Delivery(
                Columns.uuid(row, "id"),
                new MemberId(Columns.uuid(row, "member_id")),
                Columns.required(row, "delivered_on", LocalDate.class),
                Columns.text(row, "product"),
                Columns.text(row, "grade"),
                Columns.number(row, "grams"),
                Money.vnd(Columns.number(row, "price_per_kg")));
    }
}
