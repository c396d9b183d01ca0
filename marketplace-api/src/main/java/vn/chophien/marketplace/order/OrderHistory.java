package vn.chophien.marketplace.order;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.PaymentMethod;
import vn.chophien.marketplace.sql.Columns;

/** Orders for those who keep books of them, and what happened to them said again. */
@Component
public class OrderHistory {

    private final OrderReading reading;
    private final DatabaseClient database;

    OrderHistory(OrderReading reading, DatabaseClient database) {
        this.reading = reading;
        this.database = database;
    }

    public Mono<Order> find(OrderId id) {
        return reading.find(id);
    }

    /** Holds the order against everybody else until the transaction ends, then reads it. */
    public Mono<Order> lock(OrderId id) {
        return reading.lock(id);
    }

    public Mono<Order> find(OrderNumber number) {
        return reading.find(number);
    }

    public Mono<Order> findByPart(String number) {
        return reading.findIdByPart(number).flatMap(reading::find);
    }

    /** The order that is paid for, as a whole or in one of its parts. */
    public Mono<Order> findByPayable(PayableId payable) {
        return database.sql("""
                SELECT id FROM customer_order WHERE id = :id
                UNION ALL
                SELECT order_id FROM seller_order WHERE id = :id
                """)
                .bind("id", payable.value())
                .map(row -> new OrderId(Columns.uuid(row, "id")))
                .first()
                .flatMap(reading::find);
    }

    /**
     * Everything that happened to the money and the goods of an order, oldest first, with the keys that listeners heard. The parts are as
     * they stand now: what came after a fact is told from its time.
     */
    public static List<SellerOrderFact> facts(Order order) {
        return order.sellerOrders().stream()
                .flatMap(part -> Stream.of(
                                paid(order, part), reduced(order, part), collected(order, part), delivered(order, part))
                        .flatMap(facts -> facts))
                .sorted(Comparator.comparing(SellerOrderFact::at))
                .toList();
    }

    private static Stream<SellerOrderFact> paid(Order order, SellerOrder part) {
        var amount = order.paidFor(part);
        var paidAt = order.payment().isPaidByPart() ? null : order.payment().paidAt();
        return part.events().stream()
                .filter(event -> event.from() == SellerOrderState.Name.AWAITING_PAYMENT
                        && amount.isPositive()
                        // Money that came after the part was given up went back at once.
                        && (paidAt == null || !paidAt.isAfter(event.at())))
                .map(event -> new SellerOrderFact.Paid(order, part, amount, event.at()));
    }

    private static Stream<SellerOrderFact> reduced(Order order, SellerOrder part) {
        return part.reductions().stream().map(reduction -> SellerOrderFact.Reduced.of(order, part, reduction));
    }

    /** The parcels before the one with which everything was delivered. */
    private static Stream<SellerOrderFact> collected(Order order, SellerOrder part) {
        var delivered = delivered(order, part).findFirst().map(SellerOrderFact::at);
        return order.payment().method() == PaymentMethod.COD
                ? part.shipments().stream()
                        .filter(parcel -> !parcel.isUnderWay())
                        .map(parcel -> new SellerOrderFact.Collected(
                                order, part, parcel.position(), Objects.requireNonNull(parcel.deliveredAt())))
                        .filter(fact -> delivered.isEmpty() || fact.at().isBefore(delivered.get()))
                        .map(fact -> fact)
                : Stream.empty();
    }

    private static Stream<SellerOrderFact> delivered(Order order, SellerOrder part) {
        return part.events().stream()
                .filter(event -> event.to() == SellerOrderState.Name.DELIVERED)
                .map(event -> new SellerOrderFact.Delivered(order, part, event.at()));
    }
}
