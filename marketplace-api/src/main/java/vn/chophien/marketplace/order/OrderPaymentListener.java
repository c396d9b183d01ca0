package vn.chophien.marketplace.order;

import java.time.InstantSource;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.inventory.Reservations;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.PaymentListener;
import vn.chophien.marketplace.payment.RefundKey;
import vn.chophien.marketplace.payment.Refunds;

/**
 * What money means to an order: it moves on to the shops, or, when it was given up meanwhile, the money goes back at once. Runs inside the
 * transaction that records the payment, and a repeated call changes nothing.
 */
@Component
class OrderPaymentListener implements PaymentListener {

    private static final Logger LOG = LoggerFactory.getLogger(OrderPaymentListener.class);

    private final OrderReading reading;
    private final OrderRepository orders;
    private final OrderRecording recording;
    private final Reservations reservations;
    private final Refunds refunds;
    private final InstantSource clock;

    OrderPaymentListener(
            OrderReading reading,
            OrderRepository orders,
            OrderRecording recording,
            Reservations reservations,
            Refunds refunds,
            InstantSource clock) {
        this.reading = reading;
        this.orders = orders;
        this.recording = recording;
        this.reservations = reservations;
        this.refunds = refunds;
        this.clock = clock;
    }

    @Override
    public Mono<Void> paid(PayableId payable, PaymentId payment, Money amount) {
        return reading.lock(new OrderId(payable.value())).flatMap(order -> {
            if (payment.equals(order.payment().payment())) {
                return Mono.empty();
            }
            if (!order.isAwaitingPayment() || !amount.equals(order.total())) {
                return giveBack(order, payment, amount);
            }
            return accept(order, payment, amount);
        });
    }

    @Override
    public Mono<Void> failed(PayableId payable, PaymentId payment, String reason) {
        return reading.lock(new OrderId(payable.value()))
                .filter(Order::isAwaitingPayment)
                .flatMap(order -> orders.save(order, order.with(order.payment().refused(reason))));
    }

    @Override
    public Mono<Void> refunded(PayableId payable, PaymentId payment, Money amount, RefundKey key) {
        return reading.lock(new OrderId(payable.value()))
                .filter(order -> payment.equals(order.payment().payment()))
                .flatMap(order -> orders.save(order, order.with(order.payment().givenBack(amount))));
    }

    /** A part loses its goods only when its reservation lapsed, long after the order's deadline, while the gateway was out of reach. */
    private Mono<Void> accept(Order order, PaymentId payment, Money amount) {
        var owners =
                order.sellerOrders().stream().map(SellerOrder::reservationOwner).toList();
        return reservations.keep(owners).collect(Collectors.toSet()).flatMap(kept -> {
            var now = clock.instant();
            var moved = order.with(order.payment().arrived(payment, amount, now))
                    .withParts(part -> kept.contains(part.reservationOwner())
                            ? part.move(new SellerOrderState.New(), Actor.SYSTEM, null, null, now)
                            : part);
            var lost = moved.sellerOrders().stream()
                    .filter(part -> !kept.contains(part.reservationOwner()))
                    .toList();
            return recording.record(
                    order,
                    new Cancellation(Actor.SYSTEM, null, CancelReason.STOCK_LOST.code(), now).cancel(moved, lost));
        });
    }

    /** Money for an order that no longer wants it, or that was paid already. */
    private Mono<Void> giveBack(Order order, PaymentId payment, Money amount) {
        LOG.warn("Order {} is {}: payment {} of {} goes back", order.number(), order.state(), payment, amount);
        var refund =
                refunds.refund(OrderPayments.payable(order), amount, "order-closed", new RefundKey("late-" + payment));
        if (order.payment().isPaid() || order.isAwaitingPayment()) {
            return refund;
        }
        var taken = order.with(
                order.payment().arrived(payment, amount, clock.instant()).askBack(amount));
        return orders.save(order, taken).then(refund);
    }
}
