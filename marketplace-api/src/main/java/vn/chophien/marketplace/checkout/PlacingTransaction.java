package vn.chophien.marketplace.checkout;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.cart.Carts;
import vn.chophien.marketplace.cart.PricedCart;
import vn.chophien.marketplace.checkout.CheckoutAttempts.CheckoutAttempt;
import vn.chophien.marketplace.order.Order;
import vn.chophien.marketplace.order.OrderPlacement;
import vn.chophien.marketplace.web.IdempotencyKey;

/** Key, cart, order and stock, all or nothing. The key comes first: a twin waits there and holds no stock meanwhile. */
@Component
class PlacingTransaction {

    private final CheckoutAttempts attempts;
    private final Carts carts;
    private final OrderPlacement orders;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    PlacingTransaction(
            CheckoutAttempts attempts,
            Carts carts,
            OrderPlacement orders,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.attempts = attempts;
        this.carts = carts;
        this.orders = orders;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Void> place(IdempotencyKey key, String fingerprint, PricedCart cart, Order order) {
        var attempt = attempts.insert(key, new CheckoutAttempt(fingerprint, order.id()), clock.instant());
        var emptied = carts.empty(cart.id(), cart.version())
                .flatMap(unchanged -> unchanged ? Mono.<Void>empty() : Mono.error(CartChangedException::new));
        // Sent in this order without waiting for answers in between; PostgreSQL runs them one after the other, and
        // the first that fails fails them all.
        return Mono.when(attempt, emptied, orders.place(order)).as(transaction::transactional);
    }
}
