package vn.chophien.marketplace.payment;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.Role;
import vn.chophien.marketplace.security.SecurityRules;

/** The gateway and banks sign what they send; they have no account. */
@Component
class PaymentSecurityRules implements SecurityRules {

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers(HttpMethod.POST, "/api/v1/webhooks/stripe", "/api/v1/webhooks/bank-transfers")
                .permitAll()
                .pathMatchers(HttpMethod.GET, "/api/v1/banks")
                .permitAll()
                .pathMatchers(
                        "/api/v1/operator/transfers/**",
                        "/api/v1/operator/transfer-refunds/**",
                        "/api/v1/operator/bank-statements/**",
                        "/api/v1/operator/receiving-accounts/**")
                .hasRole(Role.OPERATOR.name());
    }
}
