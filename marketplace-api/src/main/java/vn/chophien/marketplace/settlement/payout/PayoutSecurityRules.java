package vn.chophien.marketplace.settlement.payout;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.Role;
import vn.chophien.marketplace.security.SecurityRules;

/** A seller's payouts are under its money; batches are the operators'. */
@Component
class PayoutSecurityRules implements SecurityRules {

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers(
                        "/api/v1/operator/payout-candidates",
                        "/api/v1/operator/payout-plan",
                        "/api/v1/operator/payout-batches",
                        "/api/v1/operator/payout-batches/**",
                        "/api/v1/operator/payouts/**",
                        "/api/v1/operator/payout-way",
                        "/api/v1/operator/gateway-accounts",
                        "/api/v1/operator/sellers/*/gateway-account",
                        "/api/v1/operator/sellers/*/gateway-account/**",
                        "/api/v1/operator/sellers/*/payouts")
                .hasRole(Role.OPERATOR.name());
    }
}
