package vn.chophien.marketplace.cart;

import java.time.InstantSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.catalog.VariantId;
import vn.chophien.marketplace.catalog.VariantSnapshot;
import vn.chophien.marketplace.catalog.Variants;
import vn.chophien.marketplace.security.AccountId;

/** Opens carts and changes their lines. */
@Component
class CartEditing {

    private final CartRepository carts;
    private final Variants variants;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    CartEditing(CartRepository carts, Variants variants, TransactionalOperator transaction, InstantSource clock) {
        this.carts = carts;
        this.variants = variants;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<CartId> open() {
        return Mono.defer(() -> {
            var id = CartId.generate();
            var now = clock.instant();
            return carts.insert(id, null, now, now.plus(CartLife.of(null))).thenReturn(id);
        });
    }

    /** The cart of the account; its first one is opened here, and a forgotten one starts anew. */
    Mono<CartId> openFor(AccountId account) {
        return carts.findIdOf(account)
                .flatMap(id -> carts.find(id, clock.instant())
                        .map(Cart::id)
                        .switchIfEmpty(carts.delete(id).then(Mono.empty())))
                .switchIfEmpty(Mono.defer(() -> {
                    var now = clock.instant();
                    return carts.insert(CartId.generate(), account, now, now.plus(CartLife.of(account)))
                            .then(carts.findIdOf(account));
                }));
    }

    Mono<Void> add(CartId id, VariantId variant, int quantity) {
        return variants.findAll(List.of(variant))
                .filter(VariantSnapshot::onSale)
                .switchIfEmpty(Mono.error(CartProblem::notForSale))
                .then(change(id, cart -> cart.add(variant, quantity)));
    }

    Mono<Void> put(CartId id, VariantId variant, int quantity) {
        return quantity == 0
                ? change(id, cart -> cart.put(variant, 0))
                : variants.findAll(List.of(variant))
                        .filter(VariantSnapshot::onSale)
                        .switchIfEmpty(Mono.error(CartProblem::notForSale))
                        .then(change(id, cart -> cart.put(variant, quantity)));
    }

    private Mono<Void> change(CartId id, UnaryOperator<Cart> change) {
        return Mono.defer(() -> carts.lock(List.of(id), clock.instant())
                .next()
                .switchIfEmpty(Mono.error(CartProblem::notFound))
                .map(change)
                .flatMap(cart -> carts.replaceLines(cart, clock.instant().plus(CartLife.of(cart.account()))))
                .as(transaction::transactional));
    }
}
