package vn.chophien.marketplace.cart;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.catalog.Variants;

/** Carts as a checkout reads and empties them. */
@Component
public class Carts {

    private final CartRepository carts;
    private final Variants variants;
    private final InstantSource clock;

    Carts(CartRepository carts, Variants variants, InstantSource clock) {
        this.carts = carts;
        this.variants = variants;
        this.clock = clock;
    }

    /** The cart at the prices of this moment; fails with {@code cart-not-found}. */
    public Mono<PricedCart> price(CartId id) {
        return Mono.defer(() -> carts.find(id, clock.instant()))
                .switchIfEmpty(Mono.error(CartProblem::notFound))
                .flatMap(this::price);
    }

    /** Empties the cart within the caller's transaction; false when its lines are no longer those of this version. */
    public Mono<Boolean> empty(CartId id, long version) {
        return carts.empty(id, version);
    }

    private Mono<PricedCart> price(Cart cart) {
        var ids = cart.lines().stream().map(CartLine::variant).toList();
        return variants.findOffers(ids)
                .collectMap(offer -> offer.variant().id())
                .map(offers -> PricedCart.of(cart, offers));
    }
}
