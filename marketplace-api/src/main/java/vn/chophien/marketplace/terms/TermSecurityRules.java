package vn.chophien.marketplace.terms;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.Role;
import vn.chophien.marketplace.security.SecurityRules;

/** Fees are public by law; the operator sets them. */
@Component
class TermSecurityRules implements SecurityRules {

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers(HttpMethod.GET, "/api/v1/terms")
                .permitAll()
                .pathMatchers("/api/v1/operator/terms")
                .hasRole(Role.OPERATOR.name());
    }
}
