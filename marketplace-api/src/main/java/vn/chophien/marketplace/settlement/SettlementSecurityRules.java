package vn.chophien.marketplace.settlement;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.Role;
import vn.chophien.marketplace.security.SecurityRules;

/** A seller's money is the seller's; the books are the operator's. */
@Component
class SettlementSecurityRules implements SecurityRules {

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers("/api/v1/seller/money", "/api/v1/seller/money/**")
                .hasRole(Role.SELLER.name())
                .pathMatchers(
                        "/api/v1/operator/ledger/**",
                        "/api/v1/operator/sellers",
                        "/api/v1/operator/sellers/*/money",
                        "/api/v1/operator/cod-remittances",
                        "/api/v1/operator/cod-remittances/**",
                        "/api/v1/operator/holds",
                        "/api/v1/operator/holds/**",
                        "/api/v1/operator/proofs",
                        "/api/v1/operator/proofs/**",
                        "/api/v1/operator/tax-returns",
                        "/api/v1/operator/tax-returns/**")
                .hasRole(Role.OPERATOR.name());
    }
}
