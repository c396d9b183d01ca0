package vn.chophien.marketplace.checkout;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.SecurityRules;

/** Nobody needs an account to buy. */
@Component
class CheckoutSecurityRules implements SecurityRules {

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers(HttpMethod.POST, "/api/v1/checkout", "/api/v1/checkout/quote")
                .permitAll();
    }
}
