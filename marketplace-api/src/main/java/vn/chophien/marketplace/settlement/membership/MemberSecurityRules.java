package vn.chophien.marketplace.settlement.membership;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.Role;
import vn.chophien.marketplace.security.SecurityRules;

/** A cooperative's members are its own business. */
@Component
class MemberSecurityRules implements SecurityRules {

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers("/api/v1/seller/members", "/api/v1/seller/members/**")
                .hasRole(Role.SELLER.name());
    }
}
