package vn.chophien.marketplace.settlement.deposit;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.Role;
import vn.chophien.marketplace.security.SecurityRules;

/** What is at the gateway is the operators' business. */
@Component
class DepositSecurityRules implements SecurityRules {

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers("/api/v1/operator/gateway-deposits", "/api/v1/operator/gateway-balance")
                .hasRole(Role.OPERATOR.name());
    }
}
