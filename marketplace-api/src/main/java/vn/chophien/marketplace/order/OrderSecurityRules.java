package vn.chophien.marketplace.order;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.Role;
import vn.chophien.marketplace.security.SecurityRules;

/** A single order decides itself who may see it; lists need an account, the desk a shop. */
@Component
class OrderSecurityRules implements SecurityRules {

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers("/api/v1/orders/**")
                .permitAll()
                .pathMatchers(HttpMethod.POST, "/api/v1/order-lookups")
                .permitAll()
                .pathMatchers(HttpMethod.GET, "/api/v1/me/orders")
                .authenticated()
                .pathMatchers("/api/v1/seller/orders", "/api/v1/seller/orders/**")
                .hasRole(Role.SELLER.name());
    }
}
