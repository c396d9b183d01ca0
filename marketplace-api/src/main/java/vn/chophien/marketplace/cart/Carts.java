package vn.chophien.marketplace.cart;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.catalog.VariantSnapshot;
import vn.chophien.marketplace.catalog.Variants;
import vn.chophien.marketplace.inventory.StockLevels;
import vn.chophien.marketplace.seller.Seller;
import vn.chophien.marketplace.seller.Sellers;

/** Carts as a checkout reads and empties them. */
@Component
public class Carts {

    private final CartRepository carts;
    private final Variants variants;
    private final StockLevels stock;
    private final Sellers sellers;
    private final InstantSource clock;

    Carts(CartRepository carts, Variants variants, StockLevels stock, Sellers sellers, InstantSource clock) {
        this.carts = carts;
        this.variants = variants;
        this.stock = stock;
        this.sellers = sellers;
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
        return variants.findAll(ids)
                .collectMap(VariantSnapshot::id)
                .flatMap(found -> stock.available(found.keySet().stream().toList())
                        .flatMap(available -> sellers.findAll(found.values().stream()
                                        .map(VariantSnapshot::sellerId)
                                        .distinct()
                                        .toList())
                                .collectMap(Seller::id)
                                .map(shops -> PricedCart.of(cart, found, available, shops))));
    }
}
