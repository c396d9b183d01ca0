package vn.chophien.marketplace.inventory;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.Role;
import vn.chophien.marketplace.security.SecurityRules;

/** Whoever waits for goods signs in; figures are the shop's own. */
@Component
class InventorySecurityRules implements SecurityRules {

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers("/api/v1/me/stock-watches", "/api/v1/me/stock-watches/*")
                .authenticated()
                .pathMatchers("/api/v1/seller/stock/**")
                .hasRole(Role.SELLER.name());
    }
}
