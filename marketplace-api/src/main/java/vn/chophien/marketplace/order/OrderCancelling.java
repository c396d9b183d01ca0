package vn.chophien.marketplace.order;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.IdempotencyKey;

/** Gives up an order or a part of it: the goods are for sale again, and what was paid for them goes back. */
@Component
class OrderCancelling {

    private static final Logger LOG = LoggerFactory.getLogger(OrderCancelling.class);

    private final OrderReading reading;
    private final OrderRecording recording;
    private final OrderPayments payments;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    OrderCancelling(
            OrderReading reading,
            OrderRecording recording,
            OrderPayments payments,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.reading = reading;
        this.recording = recording;
        this.payments = payments;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The buyer gives the whole order up, which is refused once a shop has confirmed its part. An open payment is closed first; when the
     * money won that race, or the gateway cannot be reached and the money comes later, it goes back.
     */
    Mono<Void> cancelAll(Order order, @Nullable AccountId buyer) {
        return payments.close(order)
                .doOnError(failure -> LOG.warn("Cannot close the payment of order {}", order.number(), failure))
                .onErrorComplete()
                .then(Mono.defer(() -> reading.lock(order.id())
                        .flatMap(locked -> {
                            var open = openParts(locked);
                            if (open.isEmpty()) {
                                return Mono.error(() -> OrderProblem.illegalTransition(
                                        locked.number().value(), locked.state(), SellerOrderState.Name.CANCELLED));
                            }
                            return cancel(locked, open, Actor.BUYER, buyer, CancelReason.BUYER_REQUEST.code());
                        })
                        .as(transaction::transactional)));
    }

    /** The shop gives up what it has not sent of its part, in its own words; what was paid for it goes back. */
    Mono<Void> cancelPart(OrderId order, String number, AccountId seller, String reason) {
        return reading.lock(order)
                .flatMap(locked -> cancel(
                        locked,
                        locked.sellerOrders().stream()
                                .filter(part -> part.number().equals(number))
                                .toList(),
                        Actor.SELLER,
                        seller,
                        reason))
                .as(transaction::transactional);
    }

    /** The market gives up what was not paid in time; what was paid meanwhile, or is waited for longer, stays. */
    Mono<Void> cancelUnpaid(OrderId order) {
        return reading.lock(order)
                .filter(Order::isAwaitingPayment)
                .flatMap(locked -> {
                    var now = clock.instant();
                    var left = new Cancellation(Actor.SYSTEM, null, CancelReason.NOT_PAID_IN_TIME.code(), now)
                            .cancel(locked, overdueParts(locked, now));
                    return recording.record(locked, left.dueNext(), null);
                })
                .as(transaction::transactional);
    }

    /**
     * Some pieces of a part are given up: by the buyer until the shop confirms, afterwards by the shop until they leave the house. A repeated
     * request changes nothing more.
     */
    Mono<Void> cancelLines(
            OrderId order, String number, Map<Integer, Integer> pieces, Canceller by, IdempotencyKey key) {
        return reading.lock(order)
                .flatMap(locked -> {
                    var part = locked.part(number);
                    var id = ReductionId.of(number, key);
                    if (part.has(id)) {
                        return Mono.empty();
                    }
                    if (part.is(SellerOrderState.Name.AWAITING_PAYMENT)) {
                        return Mono.error(() -> OrderProblem.illegalTransition(
                                number, part.state().name(), part.state().name()));
                    }
                    var cancellation = new Cancellation(by.actor(), by.account(), by.reason(), clock.instant());
                    return recording.record(locked, cancellation.cancel(locked, part, pieces, id), by.account());
                })
                .as(transaction::transactional);
    }

    private Mono<Void> cancel(
            Order order, List<SellerOrder> parts, Actor actor, @Nullable AccountId account, String reason) {
        return Mono.defer(() -> {
            var cancelled = new Cancellation(actor, account, reason, clock.instant()).cancel(order, parts);
            return recording.record(order, cancelled, account);
        });
    }

    private static List<SellerOrder> overdueParts(Order order, Instant now) {
        return order.sellerOrders().stream()
                .filter(part -> part.dueAt().filter(due -> !due.isAfter(now)).isPresent())
                .toList();
    }

    private static List<SellerOrder> openParts(Order order) {
        return order.sellerOrders().stream()
                .filter(part -> !part.is(SellerOrderState.Name.CANCELLED))
                .toList();
    }

    /** Who gives up, in whose words. */
    record Canceller(Actor actor, @Nullable AccountId account, String reason) {

        static Canceller buyer(@Nullable AccountId account) {
            return new Canceller(Actor.BUYER, account, CancelReason.BUYER_REQUEST.code());
        }
    }
}
