package vn.chophien.marketplace.payment;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.SecurityRules;

/** The gateway signs what it sends; it has no account. */
@Component
class PaymentSecurityRules implements SecurityRules {

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges.pathMatchers(HttpMethod.POST, "/api/v1/webhooks/stripe").permitAll();
    }
}
