package vn.chophien.marketplace.order;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.inventory.Reservations;
import vn.chophien.marketplace.payment.Refunds;
import vn.chophien.marketplace.security.AccountId;

/**
 * Makes one step of an order real: moves the stock, writes the rows, tells the listeners what it means, and asks back what is to be repaid.
 * All in the transaction that holds the order's lock, so that locks are taken in the order order, stock, listeners, payment.
 */
@Component
class OrderRecording {

    private final OrderRepository orders;
    private final Reservations reservations;
    private final ObjectProvider<SellerOrderListener> listeners;
    private final Refunds refunds;

    OrderRecording(
            OrderRepository orders,
            Reservations reservations,
            ObjectProvider<SellerOrderListener> listeners,
            Refunds refunds) {
        this.orders = orders;
        this.reservations = reservations;
        this.listeners = listeners;
        this.refunds = refunds;
    }

    /** @param by who moves the stock, for its audit */
    Mono<Void> record(Order before, Order after, @Nullable AccountId by) {
        var change = new OrderChange(before, after);
        return reservations
                .release(change.released(), by)
                .then(reservations.take(change.taken(), by))
                .then(orders.save(before, after))
                .thenMany(Flux.fromIterable(change.facts()))
                .concatMap(this::tell)
                .thenMany(Flux.fromIterable(after.sellerOrders()))
                .concatMap(part -> giveBack(before.part(part.number()), part, after))
                .then();
    }

    private Mono<Void> tell(SellerOrderFact fact) {
        return Flux.fromStream(listeners.orderedStream())
                .concatMap(listener -> listener.happened(fact))
                .then();
    }

    private Mono<Void> giveBack(SellerOrder before, SellerOrder after, Order order) {
        return Flux.fromIterable(OrderChange.newReductions(before, after))
                .filter(reduction -> reduction.repayment().isPositive())
                .concatMap(reduction -> refunds.refund(
                        OrderPayments.payable(order, after),
                        reduction.repayment(),
                        reduction.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        reduction.id().refundKey()))
                .then();
    }
}
