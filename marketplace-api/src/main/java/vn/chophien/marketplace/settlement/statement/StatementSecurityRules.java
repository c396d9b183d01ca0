package vn.chophien.marketplace.settlement.statement;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.Role;
import vn.chophien.marketplace.security.SecurityRules;

/** A seller's statements are under its money; operators see everybody's. */
@Component
class StatementSecurityRules implements SecurityRules {

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers("/api/v1/operator/sellers/*/statements", "/api/v1/operator/sellers/*/statements.csv")
                .hasRole(Role.OPERATOR.name());
    }
}
