package vn.chophien.marketplace.order;

import java.time.InstantSource;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.fulfillment.Shipment;
import vn.chophien.marketplace.fulfillment.Shipments;
import vn.chophien.marketplace.inventory.Reservations;
import vn.chophien.marketplace.security.AccountId;

/** The shop's ordinary day: it confirms its part of an order, hands the goods over, and learns that they arrived. */
@Component
class SellerOrderFulfilment {

    private final OrderReading reading;
    private final OrderRecording recording;
    private final Shipments shipments;
    private final Reservations reservations;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    SellerOrderFulfilment(
            OrderReading reading,
            OrderRecording recording,
            Shipments shipments,
            Reservations reservations,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.reading = reading;
        this.recording = recording;
        this.shipments = shipments;
        this.reservations = reservations;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Void> confirm(OrderId order, String number, AccountId seller) {
        return move(
                        order,
                        number,
                        part -> part.move(
                                new SellerOrderState.Confirmed(), Actor.SELLER, seller, null, clock.instant()))
                .then();
    }

    /** The goods leave the house: they are no longer on hand. */
    Mono<Void> ship(OrderId order, String number, AccountId seller, String carrier, @Nullable String trackingCode) {
        return Mono.defer(() -> {
            var now = clock.instant();
            return move(order, number, part -> {
                        var shipment = new Shipment(part.id().value(), carrier, trackingCode, now, null);
                        return part.move(new SellerOrderState.Shipped(shipment), Actor.SELLER, seller, null, now);
                    })
                    .flatMap(part -> shipments
                            .handOver(part.id().value(), carrier, trackingCode, now)
                            .then(reservations.take(part.reservationOwner(), seller)))
                    .as(transaction::transactional);
        });
    }

    Mono<Void> deliver(OrderId order, String number, AccountId seller) {
        return Mono.defer(() -> {
            var now = clock.instant();
            return move(order, number, part -> part.move(delivered(part), Actor.SELLER, seller, null, now))
                    .flatMap(part -> shipments.deliver(part.id().value(), now))
                    .as(transaction::transactional);
        });
    }

    private Mono<SellerOrder> move(OrderId order, String number, UnaryOperator<SellerOrder> step) {
        return reading.lock(order)
                .flatMap(locked -> {
                    var moved = locked.withParts(part -> part.number().equals(number) ? step.apply(part) : part);
                    return recording.record(locked, moved).thenReturn(moved.part(number));
                })
                .as(transaction::transactional);
    }

    /** What has not been shipped has no shipment to deliver: the step itself is refused before this matters. */
    private static SellerOrderState delivered(SellerOrder part) {
        var shipment = part.state().shipmentOrNull();
        if (!part.is(SellerOrderState.Name.SHIPPED)) {
            throw OrderProblem.illegalTransition(part.number(), part.state().name(), SellerOrderState.Name.DELIVERED);
        }
        return new SellerOrderState.Delivered(Objects.requireNonNull(shipment));
    }
}
