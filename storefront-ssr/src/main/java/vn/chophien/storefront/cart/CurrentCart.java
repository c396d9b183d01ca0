package vn.chophien.storefront.cart;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.ApiProblem;
import vn.chophien.storefront.api.CartApi;
import vn.chophien.storefront.session.Visitor;
import vn.chophien.storefront.session.VisitorSessions;

/**
 * The cart of whoever looks: a guest's by the id in the session, a signed-in buyer's own. A cart filled before signing in is
 * merged into the buyer's the first time it is looked at afterwards.
 */
@Component
public class CurrentCart {

    private final CartApi carts;
    private final VisitorSessions sessions;

    CurrentCart(CartApi carts, VisitorSessions sessions) {
        this.carts = carts;
        this.sessions = sessions;
    }

    /** The cart as it stands, priced now; empty when the visitor has none yet. */
    public Mono<CartApi.Cart> find(ServerWebExchange exchange) {
        return existing(exchange).flatMap(cart -> remembered(exchange, cart));
    }

    Mono<CartApi.Cart> add(ServerWebExchange exchange, CartApi.NewLine line) {
        return existing(exchange)
                .switchIfEmpty(Mono.defer(carts::create))
                .flatMap(cart -> carts.add(cart.id(), line))
                .flatMap(cart -> remembered(exchange, cart));
    }

    Mono<CartApi.Cart> set(ServerWebExchange exchange, String variantId, int quantity) {
        return existing(exchange)
                .flatMap(cart -> carts.set(cart.id(), variantId, new CartApi.Quantity(quantity)))
                .flatMap(cart -> remembered(exchange, cart));
    }

    private Mono<CartApi.Cart> existing(ServerWebExchange exchange) {
        var visitor = Visitor.of(exchange);
        if (visitor.account().isEmpty()) {
            return Mono.justOrEmpty(visitor.cartId())
                    .flatMap(carts::cart)
                    .onErrorResume(
                            CurrentCart::isGone,
                            gone -> sessions.forgetCart(exchange).then(Mono.empty()));
        }
        return carts.mine()
                .flatMap(own -> visitor.cartId()
                        .filter(id -> !id.equals(own.id()))
                        .map(guest -> carts.merge(new CartApi.GuestCart(guest))
                                .onErrorResume(CurrentCart::isGone, gone -> Mono.just(own)))
                        .orElseGet(() -> Mono.just(own)));
    }

    private Mono<CartApi.Cart> remembered(ServerWebExchange exchange, CartApi.Cart cart) {
        return sessions.rememberCart(exchange, cart.id(), cart.itemCount()).thenReturn(cart);
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof ApiProblem problem && problem.status() == HttpStatus.NOT_FOUND;
    }
}
