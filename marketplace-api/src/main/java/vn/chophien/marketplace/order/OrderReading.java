package vn.chophien.marketplace.order;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.fulfillment.Shipment;
import vn.chophien.marketplace.fulfillment.Shipments;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.web.ListPosition;

/** Whole orders from their rows: as many statements however many orders are read. */
@Repository
class OrderReading {

    private final DatabaseClient database;
    private final ReductionRepository reductions;
    private final Shipments shipments;

    OrderReading(DatabaseClient database, ReductionRepository reductions, Shipments shipments) {
        this.database = database;
        this.reductions = reductions;
        this.shipments = shipments;
    }

    Mono<Order> find(OrderId id) {
        return load(List.of(id.value())).flatMapIterable(orders -> orders).next();
    }

    Mono<Order> find(OrderNumber number) {
        return database.sql("SELECT id FROM customer_order WHERE number = :number")
                .bind("number", number.value())
                .map(OrderReading::id)
                .one()
                .flatMap(this::find);
    }

    /** The order that a part of this number belongs to. */
    Mono<OrderId> findIdByPart(String number) {
        return database.sql("SELECT order_id AS id FROM seller_order WHERE number = :number")
                .bind("number", number)
                .map(OrderReading::id)
                .one();
    }

    /** The order that is paid for as this, whole or by part. */
    Mono<OrderId> findIdByPayable(PayableId payable) {
        return database.sql("""
                SELECT id FROM customer_order WHERE id = :payable
                UNION ALL SELECT order_id AS id FROM seller_order WHERE id = :payable
                """)
                .bind("payable", payable.value())
                .map(OrderReading::id)
                .one();
    }

    /** Holds the order against everybody else until the transaction ends, then reads it. */
    Mono<Order> lock(OrderId id) {
        return database.sql("SELECT id FROM customer_order WHERE id = :id FOR UPDATE")
                .bind("id", id.value())
                .map(OrderReading::id)
                .one()
                .flatMap(this::find);
    }

    /** Where a page that ends with this order ended. */
    static ListPosition position(Order order) {
        return new ListPosition(order.placedAt(), order.id().value());
    }

    /** An account's orders, newest first, after the given one. */
    Mono<List<Order>> pageOf(AccountId account, ListPosition after, int size) {
        return page("""
                SELECT id, placed_at FROM customer_order
                 WHERE account_id = :owner AND (placed_at, id) < (:placed_at, :id)
                 ORDER BY placed_at DESC, id DESC LIMIT :size
                """, account.value(), after, size, Map.of());
    }

    /** The orders a shop has a part in, newest first: those in one state, or all that are its turn or were. */
    Mono<List<Order>> pageOf(SellerId seller, SellerOrderState.@Nullable Name state, ListPosition after, int size) {
        var wanted = state == null ? "state <> 'AWAITING_PAYMENT'" : "state = :state";
        return page(
                """
                SELECT order_id AS id, placed_at FROM seller_order
                 WHERE seller_id = :owner AND %s AND (placed_at, order_id) < (:placed_at, :id)
                 ORDER BY placed_at DESC, order_id DESC LIMIT :size
                """.formatted(wanted),
                seller.value(),
                after,
                size,
                state == null ? Map.of() : Map.of("state", state.name()));
    }

    /** Unpaid card orders whose time was up by then, the longest overdue first. */
    Mono<List<OrderId>> findOverdue(Instant by, int most) {
        return database.sql("""
                SELECT id FROM customer_order WHERE payment_due_at <= :by ORDER BY payment_due_at LIMIT :most
                """)
                .bind("by", by)
                .bind("most", most)
                .map(OrderReading::id)
                .all()
                .collectList();
    }

    private Mono<List<Order>> page(String sql, UUID owner, ListPosition after, int size, Map<String, Object> more) {
        return database.sql(sql)
                .bind("owner", owner)
                .bind("placed_at", after.at())
                .bind("id", after.id())
                .bind("size", size)
                .bindValues(more)
                .map(row -> Columns.uuid(row, "id"))
                .all()
                .collectList()
                .flatMap(ids -> load(ids).map(orders -> inOrderOf(ids, orders)));
    }

    private Mono<List<Order>> load(List<UUID> ids) {
        if (ids.isEmpty()) {
            return Mono.just(List.of());
        }
        return database.sql("""
                SELECT id, number, account_id, access_token, payment_method, payment_due_at, payment_id, paid_amount,
                       paid_at, payment_failure, refund_requested, refunded, return_url, contact_name, contact_phone,
                       contact_email, province_code, province_name_vi, province_name_en, commune_code,
                       commune_name_vi, commune_name_en, street, note, language, currency, placed_at
                  FROM customer_order WHERE id = ANY(:ids)
                """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(OrderRows::order)
                .all()
                .collectList()
                .flatMap(this::withPartPayments)
                .flatMap(orders -> parts(orders)
                        .map(parts -> orders.stream()
                                .map(order -> withParts(
                                        order, parts.getOrDefault(order.id().value(), List.of())))
                                .toList()));
    }

    private Mono<List<Order>> withPartPayments(List<Order> orders) {
        var byPart = orders.stream()
                .filter(order -> order.payment().isPaidByPart())
                .map(order -> order.id().value())
                .toArray(UUID[]::new);
        if (byPart.length == 0) {
            return Mono.just(orders);
        }
        return database.sql("""
                SELECT p.order_id, m.seller_order_id, m.payment_id, m.amount, m.currency, m.paid_at
                  FROM seller_order_payment m JOIN seller_order p ON p.id = m.seller_order_id
                 WHERE p.order_id = ANY(:ids) ORDER BY p.order_id, p.position
                """)
                .bind("ids", byPart)
                .map(row -> Map.entry(Columns.uuid(row, "order_id"), OrderRows.partPayment(row)))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .map(paid -> orders.stream()
                        .map(order -> order.with(order.payment()
                                .withParts(paid.getOrDefault(order.id().value(), List.of()))))
                        .toList());
    }

    private Mono<Map<UUID, List<SellerOrder>>> parts(List<Order> orders) {
        var ids = orders.stream().map(order -> order.id().value()).toArray(UUID[]::new);
        var due = orders.stream()
                .filter(order -> order.payment().dueAt() != null)
                .collect(Collectors.toMap(
                        order -> order.id().value(),
                        order -> Objects.requireNonNull(order.payment().dueAt())));
        return contents(ids)
                .flatMap(contents -> database.sql("""
                SELECT id, order_id, number, seller_id, seller_slug, seller_type, seller_name_vi, seller_name_en,
                       seller_tax_code, seller_registration_no, seller_province_code, seller_commune_name, seller_phone,
                       seller_email, state, cancelled_by, cancel_reason, shipping_service, shipping_fee,
                       shipping_days_min, shipping_days_max, currency, payment_due_at
                  FROM seller_order WHERE order_id = ANY(:ids) ORDER BY order_id, position
                """)
                        .bind("ids", ids)
                        .map(row -> Map.entry(Columns.uuid(row, "order_id"), contents.part(row, due)))
                        .all()
                        .collectList()
                        .map(parts -> parts.stream()
                                .collect(Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())))));
    }

    private Mono<Contents> contents(UUID[] orders) {
        return grouped("""
                SELECT l.seller_order_id, l.position, l.variant_id, l.listing_id, l.listing_slug, l.sku, l.name_vi, l.name_en,
                       l.label_vi, l.label_en, l.vat_class, l.weight_grams, l.sold_by_weight, l.picture_id,
                       l.unit_price, l.quantity, l.cancelled, l.shipped, p.currency
                  FROM order_line l JOIN seller_order p ON p.id = l.seller_order_id
                 WHERE p.order_id = ANY(:ids) ORDER BY l.seller_order_id, l.position
                """, orders, OrderRows::line)
                .flatMap(lines -> grouped("""
                SELECT e.seller_order_id, e.from_state, e.to_state, e.actor, e.actor_id, e.note, e.happened_at
                  FROM seller_order_event e JOIN seller_order p ON p.id = e.seller_order_id
                 WHERE p.order_id = ANY(:ids) ORDER BY e.seller_order_id, e.id
                """, orders, OrderRows::event)
                        .flatMap(events -> reductions
                                .findAll(lines.keySet())
                                .flatMap(reduced -> shipments
                                        .findAll(lines.keySet())
                                        .collect(Collectors.groupingBy(Shipment::sellerOrder))
                                        .map(sent -> new Contents(lines, reduced, events, sent)))));
    }

    private <T> Mono<Map<UUID, List<T>>> grouped(String sql, UUID[] orders, Function<Readable, T> fromRow) {
        return database.sql(sql)
                .bind("ids", orders)
                .map(row -> Map.entry(Columns.uuid(row, "seller_order_id"), fromRow.apply(row)))
                .all()
                .collectList()
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    private static OrderId id(Readable row) {
        return new OrderId(Columns.uuid(row, "id"));
    }

    private static Order withParts(Order order, Collection<SellerOrder> parts) {
        return new Order(
                order.id(),
                order.number(),
                order.account(),
                order.accessToken(),
                order.contact(),
                order.address(),
                order.note(),
                order.language(),
                order.payment(),
                List.copyOf(parts),
                order.placedAt());
    }

    private static List<Order> inOrderOf(List<UUID> ids, List<Order> orders) {
        var byId = orders.stream().collect(Collectors.toMap(order -> order.id().value(), order -> order));
        return ids.stream().map(byId::get).toList();
    }

    /** What belongs to the parts, by part. */
    private record Contents(
            Map<UUID, List<OrderLine>> lines,
            Map<UUID, List<Reduction>> reductions,
            Map<UUID, List<OrderEvent>> events,
            Map<UUID, List<Shipment>> shipments) {

        SellerOrder part(Readable row, Map<UUID, Instant> due) {
            var id = Columns.uuid(row, "id");
            return OrderRows.part(
                    row,
                    due.get(Columns.uuid(row, "order_id")),
                    lines.getOrDefault(id, List.of()),
                    shipments.getOrDefault(id, List.of()),
                    reductions.getOrDefault(id, List.of()),
                    events.getOrDefault(id, List.of()));
        }
    }
}
