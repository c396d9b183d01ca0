package vn.chophien.storefront.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/** Carts: a guest's by its unguessable id, a signed-in buyer's own. */
@HttpExchange
public interface CartApi {

    @PostExchange("/carts")
    Mono<Cart> create();

    @GetExchange("/carts/{id}")
    Mono<Cart> cart(@PathVariable String id);

    @PostExchange("/carts/{id}/lines")
    Mono<Cart> add(@PathVariable String id, @RequestBody NewLine line);

    @PutExchange("/carts/{id}/lines/{variantId}")
    Mono<Cart> set(@PathVariable String id, @PathVariable String variantId, @RequestBody Quantity quantity);

    /** The signed-in buyer's cart, made when there is none. */
    @GetExchange("/me/cart")
    Mono<Cart> mine();

    @PostExchange("/me/cart/merge")
    Mono<Cart> merge(@RequestBody GuestCart guest);

    record NewLine(String variantId, int quantity) {}

    record Quantity(int quantity) {}

    record GuestCart(String cartId) {}

    record Cart(String id, String currency, int itemCount, long subtotal, List<ShopGroup> shops) {
        public Cart {
            shops = Wire.orEmpty(shops);
        }

        public boolean isEmpty() {
            return shops.isEmpty();
        }

        /** True when every line can be ordered as it stands. */
        public boolean orderable() {
            return !isEmpty()
                    && shops.stream().flatMap(shop -> shop.lines().stream()).allMatch(line -> line.problem() == null);
        }
    }

    record ShopGroup(ListingCard.ShopLink shop, long subtotal, List<Line> lines) {
        public ShopGroup {
            lines = Wire.orEmpty(lines);
        }
    }

    /**
     * @param available what can still be ordered
     * @param problem {@code out-of-stock}, {@code not-enough} or {@code not-on-sale}
     */
    record Line(
            String variantId,
            String listingSlug,
            String name,
            @Nullable String label,
            ListingCard.@Nullable Picture picture,
            long unitPrice,
            int quantity,
            long lineTotal,
            int available,
            @Nullable String problem) {}
}
