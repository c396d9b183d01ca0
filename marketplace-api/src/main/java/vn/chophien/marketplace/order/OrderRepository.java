package vn.chophien.marketplace.order;

import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.fulfillment.Shipment;
import vn.chophien.marketplace.fulfillment.Shipments;
import vn.chophien.marketplace.sql.Binds;

/** Writes what happens to orders: the steps of their parts and the state of their payment. */
@Repository
class OrderRepository {

    private final DatabaseClient database;
    private final ReductionRepository reductions;
    private final Shipments shipments;

    OrderRepository(DatabaseClient database, ReductionRepository reductions, Shipments shipments) {
        this.database = database;
        this.reductions = reductions;
        this.shipments = shipments;
    }

    /** Writes what changed since the order was read, which must have been under its lock. */
    Mono<Void> save(Order before, Order after) {
        return Flux.fromIterable(after.sellerOrders())
                .zipWithIterable(before.sellerOrders())
                .filter(parts -> !parts.getT1().equals(parts.getT2()))
                .concatMap(parts -> savePart(parts.getT2(), parts.getT1()))
                .then(before.payment().equals(after.payment()) ? Mono.empty() : savePayment(after))
                .thenMany(Flux.fromIterable(after.payment().parts()))
                .filter(payment -> !before.payment().parts().contains(payment))
                .concatMap(this::insertPartPayment)
                .then();
    }

    private Mono<Void> savePart(SellerOrder before, SellerOrder after) {
        return (after.events().size() == before.events().size() ? saveDueAt(before, after) : saveStep(after))
                .thenMany(Flux.fromIterable(after.lines()))
                .filter(line -> !before.lines().contains(line))
                .concatMap(line -> saveLine(after, line))
                .thenMany(Flux.fromIterable(after.shipments()))
                .filter(parcel -> !before.shipments().contains(parcel))
                .concatMap(parcel -> saveShipment(parcel))
                .thenMany(Flux.fromIterable(OrderChange.newReductions(before, after)))
                .concatMap(reduction -> reductions.insert(after.id(), reduction))
                .then();
    }

    /** A part that goes on waiting may wait longer than its order. */
    private Mono<Void> saveDueAt(SellerOrder before, SellerOrder after) {
        return before.dueAt().equals(after.dueAt())
                ? Mono.empty()
                : database.sql("UPDATE seller_order SET payment_due_at = :due_at WHERE id = :id")
                        .bind("due_at", Binds.instant(after.dueAt().orElse(null)))
                        .bind("id", after.id().value())
                        .then();
    }

    private Mono<Void> saveLine(SellerOrder part, OrderLine line) {
        return database.sql("""
                UPDATE order_line SET cancelled = :cancelled, shipped = :shipped
                 WHERE seller_order_id = :part AND position = :position
                """)
                .bind("part", part.id().value())
                .bind("position", line.position())
                .bind("cancelled", line.cancelled())
                .bind("shipped", line.shipped())
                .then();
    }

    /** A parcel is written when it leaves, and once more when it arrives. */
    private Mono<Void> saveShipment(Shipment parcel) {
        var arrived = parcel.deliveredAt();
        return arrived == null ? shipments.handOver(parcel) : shipments.deliver(parcel.id(), arrived);
    }

    private Mono<Void> saveStep(SellerOrder part) {
        var cancelled = part.state() instanceof SellerOrderState.Cancelled given ? given : null;
        return database.sql("""
                UPDATE seller_order SET state = :state, cancelled_by = :cancelled_by, cancel_reason = :cancel_reason
                 WHERE id = :id
                """)
                .bind("id", part.id().value())
                .bind("state", part.state().name().name())
                .bind(
                        "cancelled_by",
                        Binds.text(cancelled == null ? null : cancelled.by().name()))
                .bind("cancel_reason", Binds.text(cancelled == null ? null : cancelled.reason()))
                .then()
                .then(insertEvent(part));
    }

    /** A part takes one step per transaction, so its last event is the new one. */
    private Mono<Void> insertEvent(SellerOrder part) {
        var event = part.lastEvent();
        var from = event.from();
        var account = event.account();
        UUID actor = account == null ? null : account.value();
        return database.sql("""
                INSERT INTO seller_order_event (seller_order_id, from_state, to_state, actor, actor_id, note, happened_at)
                VALUES (:part, :from, :to, :actor, :actor_id, :note, :at)
                """)
                .bind("part", part.id().value())
                .bind("from", Binds.text(from == null ? null : from.name()))
                .bind("to", event.to().name())
                .bind("actor", event.actor().name())
                .bind("actor_id", Binds.uuid(actor))
                .bind("note", Binds.text(event.note()))
                .bind("at", event.at())
                .then();
    }

    private Mono<Void> insertPartPayment(OrderPayment.PartPayment payment) {
        return database.sql("""
                INSERT INTO seller_order_payment (seller_order_id, payment_id, amount, currency, paid_at)
                VALUES (:part, :payment, :amount, :currency, :at)
                """)
                .bind("part", payment.part().value())
                .bind("payment", payment.payment().value())
                .bind("amount", payment.amount().minor())
                .bind("currency", payment.amount().currencyCode())
                .bind("at", payment.at())
                .then();
    }

    private Mono<Void> savePayment(Order order) {
        var payment = order.payment();
        var by = payment.payment();
        return database.sql("""
                UPDATE customer_order
                   SET payment_due_at = :due_at, payment_id = :payment, paid_amount = :paid, paid_at = :paid_at,
                       payment_failure = :failure, refund_requested = :refund_requested, refunded = :refunded
                 WHERE id = :id
                """)
                .bind("id", order.id().value())
                .bind("due_at", Binds.instant(payment.dueAt()))
                .bind("payment", Binds.uuid(by == null ? null : by.value()))
                .bind("paid", payment.paid().minor())
                .bind("paid_at", Binds.instant(payment.paidAt()))
                .bind("failure", Binds.text(payment.failure()))
                .bind("refund_requested", payment.refundRequested().minor())
                .bind("refunded", payment.refunded().minor())
                .then();
    }
}
