package vn.chophien.marketplace.order;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
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
        return lock(payable).flatMap(order -> {
            if (order.payment().isPaidByPart()) {
                return paidPart(order, payable, payment, amount);
            }
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
        return lock(payable)
                .filter(Order::isAwaitingPayment)
                .flatMap(order -> orders.save(order, order.with(order.payment().refused(reason))));
    }

    @Override
    public Mono<Void> refunded(PayableId payable, PaymentId payment, Money amount, RefundKey key) {
        return lock(payable)
                .filter(order -> isOf(order, payment))
                .flatMap(order -> orders.save(order, order.with(order.payment().givenBack(amount))));
    }

    /** The goods of the part are kept as long. */
    @Override
    public Mono<Void> restAwaited(PayableId payable, Instant until) {
        return lock(payable)
                .flatMap(order -> Flux.fromIterable(order.sellerOrders())
                        .filter(part -> part.id().value().equals(payable.value())
                                && part.is(SellerOrderState.Name.AWAITING_PAYMENT))
                        .concatMap(part -> reservations
                                .prolong(List.of(part.reservationOwner()), until.plus(OrderPlacement.RESERVATION_GRACE))
                                .then(Mono.defer(() -> orders.save(order, order.awaiting(part.id(), until)))))
                        .then());
    }

    private Mono<Order> lock(PayableId payable) {
        return reading.findIdByPayable(payable).flatMap(reading::lock);
    }

    private static boolean isOf(Order order, PaymentId payment) {
        return payment.equals(order.payment().payment())
                || order.payment().parts().stream()
                        .anyMatch(part -> part.payment().equals(payment));
    }

    /**
     * Money for one part by a transfer of its own; less than its total when the shop waived the rest. A part that does not wait for it any
     * more leaves it to the transfers' queue.
     */
    private Mono<Void> paidPart(Order order, PayableId payable, PaymentId payment, Money amount) {
        var part = order.sellerOrders().stream()
                .filter(known -> known.id().value().equals(payable.value()))
                .findFirst()
                .orElseThrow();
        if (!part.is(SellerOrderState.Name.AWAITING_PAYMENT)) {
            return Mono.empty();
        }
        var last = order.sellerOrders().stream()
                        .filter(known -> known.is(SellerOrderState.Name.AWAITING_PAYMENT))
                        .count()
                == 1;
        return reservations.keep(part.promised()).hasElements().flatMap(kept -> {
            var now = clock.instant();
            var paid = order.with(
                    order.payment().arrived(new OrderPayment.PartPayment(part.id(), payment, amount, now), last));
            return recording.record(
                    order,
                    kept
                            ? paid.withParts(known -> known.equals(part) ? takenOn(part, amount, now) : known)
                            : new Cancellation(Actor.SYSTEM, null, CancelReason.STOCK_LOST.code(), now)
                                    .cancel(paid, List.of(part)),
                    null);
        });
    }

    /** The shop's turn; a rest that it waived is owed no longer. */
    private static SellerOrder takenOn(SellerOrder part, Money amount, Instant now) {
        var moved = part.move(new SellerOrderState.New(), Actor.SYSTEM, null, null, now);
        var waived = part.due().minus(amount);
        if (!waived.isPositive()) {
            return moved;
        }
        var goods = waived.compareTo(part.goodsTotal()) > 0 ? part.goodsTotal() : waived;
        return moved.reduce(new Reduction(
                ReductionId.generate(),
                SellerOrderFact.Cause.GOODWILL,
                List.of(),
                goods,
                waived.minus(goods),
                Money.zero(amount.currency()),
                Actor.SYSTEM,
                null,
                null,
                now));
    }

    /** A part loses its goods only when its reservation lapsed, long after the order's deadline, while the gateway was out of reach. */
    private Mono<Void> accept(Order order, PaymentId payment, Money amount) {
        var promised = order.sellerOrders().stream()
                .flatMap(part -> part.promised().stream())
                .toList();
        return reservations.keep(promised).collect(Collectors.toSet()).flatMap(kept -> {
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
                    new Cancellation(Actor.SYSTEM, null, CancelReason.STOCK_LOST.code(), now).cancel(moved, lost),
                    null);
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
