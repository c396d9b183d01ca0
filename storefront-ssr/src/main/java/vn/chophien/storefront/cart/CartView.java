package vn.chophien.storefront.cart;

import java.util.Optional;
import vn.chophien.storefront.api.CartApi;

/**
 * What the cart page shows.
 *
 * @param refusal why the last change was refused, in the reader's language
 */
public record CartView(Optional<CartApi.Cart> cart, boolean justAdded, Optional<String> refusal) {

    public boolean isEmpty() {
        return cart.map(CartApi.Cart::isEmpty).orElse(true);
    }
}
