package vn.chophien.storefront.cart;

import java.util.Optional;
import vn.chophien.storefront.api.CartApi;

/**
 * What the cart page shows.
 *
 * @param refusal why the last change was refused, in the reader's language
 */
public record CartView(Optional<CartApi.Cart> cart, Optional<CartNotice> notice, Optional<String> refusal) {

    /** Not what is no longer true when the page is opened again. */
    public CartView {
        var empty = cart.map(CartApi.Cart::isEmpty).orElse(true);
        notice = notice.filter(known -> (known == CartNotice.EMPTY) == empty);
    }

    public int itemCount() {
        return cart.map(CartApi.Cart::itemCount).orElse(0);
    }

    public boolean isEmpty() {
        return cart.map(CartApi.Cart::isEmpty).orElse(true);
    }
}
