package vn.chophien.marketplace.search.insight;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.Role;
import vn.chophien.marketplace.security.SecurityRules;

/** What people search for is for the operator. */
@Component
class SearchInsightSecurityRules implements SecurityRules {

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges.pathMatchers("/api/v1/operator/search/**").hasRole(Role.OPERATOR.name());
    }
}
