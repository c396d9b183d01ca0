package vn.chophien.marketplace.cart;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.SecurityRules;

/** A cart opens to whoever knows its id; the account's cart to the account. */
@Component
class CartSecurityRules implements SecurityRules {

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers("/api/v1/carts", "/api/v1/carts/**")
                .permitAll()
                .pathMatchers("/api/v1/me/cart", "/api/v1/me/cart/**")
                .authenticated();
    }
}
