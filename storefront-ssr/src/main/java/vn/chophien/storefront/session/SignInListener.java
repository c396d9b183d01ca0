package vn.chophien.storefront.session;

import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Told when somebody signed in and before she sees the next page; the place to bring the cart she filled before along. Called
 * with her token in the Reactor context. A refusal or outage of the API is logged and does not undo the sign-in.
 */
@FunctionalInterface
public interface SignInListener {

    Mono<Void> signedIn(ServerWebExchange exchange);
}
