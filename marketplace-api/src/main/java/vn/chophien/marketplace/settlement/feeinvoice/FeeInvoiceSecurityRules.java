package vn.chophien.marketplace.settlement.feeinvoice;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.Role;
import vn.chophien.marketplace.security.SecurityRules;

/** The market's invoices are the operators'. */
@Component
class FeeInvoiceSecurityRules implements SecurityRules {

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers("/api/v1/operator/fee-invoices", "/api/v1/operator/fee-invoices/**")
                .hasRole(Role.OPERATOR.name());
    }
}
