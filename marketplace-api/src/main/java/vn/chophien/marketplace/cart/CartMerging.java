package vn.chophien.marketplace.cart;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;

/**
 * Lets the cart of a guest survive signing in: its lines move into the account's cart and it is gone. Merging it again, or a cart that is
 * gone already, changes nothing.
 */
@Component
class CartMerging {

    private final CartRepository carts;
    private final CartEditing editing;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    CartMerging(CartRepository carts, CartEditing editing, TransactionalOperator transaction, InstantSource clock) {
        this.carts = carts;
        this.editing = editing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Answers the account's cart. */
    Mono<CartId> merge(AccountId account, CartId guest) {
        return editing.openFor(account)
                .flatMap(own ->
                        own.equals(guest) ? Mono.just(own) : move(guest, own).thenReturn(own))
                .as(transaction::transactional);
    }

    private Mono<Void> move(CartId guest, CartId own) {
        var now = clock.instant();
        return carts.lock(List.of(guest, own), now)
                .collect(Collectors.toMap(Cart::id, cart -> cart))
                .flatMap(locked -> {
                    var from = locked.get(guest);
                    var to = locked.get(own);
                    // A cart of somebody else is not ours to take, even for someone who learned its id.
                    return from == null || to == null || from.account() != null ? Mono.empty() : move(from, to, now);
                });
    }

    private Mono<Void> move(Cart from, Cart to, Instant now) {
        return carts.replaceLines(to.merge(from), now.plus(CartLife.of(to.account())))
                .then(carts.delete(from.id()));
    }
}
