package vn.chophien.storefront.session;

import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who looks at the page. Handlers take it as an argument.
 *
 * @param account absent for a visitor who has not signed in
 * @param cartId the cart this visitor fills; absent before the first line
 * @param formToken what each form of this visitor must carry; absent for a visitor without a session, who has nothing a
 *     forged form could misuse
 */
public record Visitor(Optional<Account> account, Optional<String> cartId, int cartCount, Optional<String> formToken) {

    static final String ATTRIBUTE = Visitor.class.getName();

    public static Visitor anonymous() {
        return new Visitor(Optional.empty(), Optional.empty(), 0, Optional.empty());
    }

    /** The visitor of this exchange; anonymous before sessions are read, as on an early failure. */
    public static Visitor of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(ATTRIBUTE, anonymous());
    }

    /** True when nothing on the page depends on who looks, so that shared caches may keep it. */
    public boolean unknown() {
        return formToken.isEmpty();
    }

    public boolean has(Role role) {
        return account.filter(signedIn -> signedIn.has(role)).isPresent();
    }
}
