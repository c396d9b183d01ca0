package vn.chophien.marketplace.aftersales;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.Role;
import vn.chophien.marketplace.security.SecurityRules;

/** A buyer's returns open as the order does; the desk needs a shop, the operator's desk the role. */
@Component
class AftersalesSecurityRules implements SecurityRules {

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers("/api/v1/seller/returns", "/api/v1/seller/returns/**")
                .hasRole(Role.SELLER.name())
                .pathMatchers(
                        "/api/v1/operator/returns",
                        "/api/v1/operator/returns/**",
                        "/api/v1/operator/seller-orders/*/goodwill")
                .hasRole(Role.OPERATOR.name());
    }
}
