package vn.chophien.marketplace.order;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.fulfillment.Shipment;
import vn.chophien.marketplace.fulfillment.ShipmentId;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.IdempotencyKey;

/** The shop's ordinary day: it confirms its part of an order, hands the goods over, and learns that they arrived. */
@Component
class SellerOrderFulfilment {

    private final OrderReading reading;
    private final OrderRecording recording;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    SellerOrderFulfilment(
            OrderReading reading, OrderRecording recording, TransactionalOperator transaction, InstantSource clock) {
        this.reading = reading;
        this.recording = recording;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Void> confirm(OrderId order, String number, AccountId seller) {
        return step(order, number, seller, (locked, part) -> locked.withPart(part.confirm(seller, clock.instant())));
    }

    /** Everything that has not left yet leaves in one parcel. Goods sold by weight must be weighed: {@link #ship} them by line. */
    Mono<Void> shipAll(OrderId order, String number, AccountId seller, String carrier, @Nullable String trackingCode) {
        return step(order, number, seller, (locked, part) -> {
            var lines = part.lines().stream()
                    .filter(line -> line.open() > 0)
                    .map(line -> new Shipment.Line(line.position(), line.open(), null))
                    .toList();
            if (lines.isEmpty()) {
                throw OrderProblem.illegalTransition(number, part.state().name(), SellerOrderState.Name.SHIPPED);
            }
            var parcel = new ShipmentId(UuidV7.next());
            return new Dispatch(parcel, carrier, trackingCode, lines, seller, clock.instant()).ship(locked, part);
        });
    }

    /** These pieces leave the house in one parcel. A repeated request sends nothing more. */
    Mono<Void> ship(
            OrderId order,
            String number,
            AccountId seller,
            String carrier,
            @Nullable String trackingCode,
            List<Shipment.Line> lines,
            IdempotencyKey key) {
        var parcel = new ShipmentId(
                UUID.nameUUIDFromBytes(("shipment " + number + " " + key.value()).getBytes(StandardCharsets.UTF_8)));
        return step(
                order,
                number,
                seller,
                (locked, part) ->
                        part.shipments().stream().anyMatch(known -> known.id().equals(parcel))
                                ? locked
                                : new Dispatch(parcel, carrier, trackingCode, lines, seller, clock.instant())
                                        .ship(locked, part));
    }

    /** One parcel arrived, or all that are under way. */
    Mono<Void> deliver(OrderId order, String number, AccountId seller, @Nullable Integer parcel) {
        return step(
                order, number, seller, (locked, part) -> locked.withPart(part.arrive(parcel, seller, clock.instant())));
    }

    private Mono<Void> step(
            OrderId order, String number, AccountId seller, BiFunction<Order, SellerOrder, Order> step) {
        return reading.lock(order)
                .flatMap(locked -> recording.record(locked, step.apply(locked, locked.part(number)), seller))
                .as(transaction::transactional);
    }
}
