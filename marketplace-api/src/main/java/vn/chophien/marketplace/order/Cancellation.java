package vn.chophien.marketplace.order;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.inventory.Reservations;
import vn.chophien.marketplace.payment.RefundKey;
import vn.chophien.marketplace.payment.Refunds;
import vn.chophien.marketplace.security.AccountId;

/** What giving up parts of an order means: for the order itself, for the goods, and for the money. */
@Component
class Cancellation {

    private final Reservations reservations;
    private final Refunds refunds;
    private final InstantSource clock;

    Cancellation(Reservations reservations, Refunds refunds, InstantSource clock) {
        this.reservations = reservations;
        this.refunds = refunds;
        this.clock = clock;
    }

    /** The order without these parts; one that is paid asks exactly their totals back. */
    Order cancel(Order order, List<SellerOrder> parts, Actor actor, @Nullable AccountId account, String reason) {
        var now = clock.instant();
        var state = new SellerOrderState.Cancelled(actor, reason);
        var cancelled =
                order.withParts(part -> parts.contains(part) ? part.move(state, actor, account, reason, now) : part);
        var payment = order.payment();
        if (payment.isPaid()) {
            for (var part : parts) {
                payment = payment.askBack(part.total());
            }
        } else if (cancelled.state() == SellerOrderState.Name.CANCELLED) {
            payment = payment.closed();
        }
        return cancelled.with(payment);
    }

    Mono<Void> releaseGoods(List<SellerOrder> parts, @Nullable AccountId by) {
        return reservations.release(
                parts.stream().map(SellerOrder::reservationOwner).toList(), by);
    }

    /** A refund is named after its part, so that asking twice pays once. */
    Mono<Void> giveMoneyBack(Order order, List<SellerOrder> parts, String reason) {
        return order.payment().isPaid()
                ? Flux.fromIterable(parts)
                        .concatMap(part -> refunds.refund(
                                OrderPayments.payable(order),
                                part.total(),
                                reason,
                                new RefundKey("cancel-" + part.number())))
                        .then()
                : Mono.empty();
    }
}
