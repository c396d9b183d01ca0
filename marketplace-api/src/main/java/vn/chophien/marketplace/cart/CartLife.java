package vn.chophien.marketplace.cart;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.security.AccountId;

/** How long a cart is kept after its last change: longer for somebody who signed in. */
final class CartLife {

    private static final Duration GUEST = Duration.ofDays(30);
    private static final Duration ACCOUNT = Duration.ofDays(180);

    private CartLife() {}

    static Duration of(@Nullable AccountId owner) {
        return owner == null ? GUEST : ACCOUNT;
    }
}
