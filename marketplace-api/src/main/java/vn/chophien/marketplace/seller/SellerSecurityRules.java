package vn.chophien.marketplace.seller;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.Role;
import vn.chophien.marketplace.security.SecurityRules;

/** Shops are public; a shop's desk is for those who run one. */
@Component
class SellerSecurityRules implements SecurityRules {
    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers(HttpMethod.GET, "/api/v1/shops", "/api/v1/shops/{slug}")
                .permitAll()
                .pathMatchers("/api/v1/seller/**")
                .hasRole(Role.SELLER.name());
    }
}
