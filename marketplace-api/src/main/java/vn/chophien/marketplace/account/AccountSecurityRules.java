package vn.chophien.marketplace.account;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.SecurityRules;

/** Anybody may sign in or open an account; one's own account is for those who are signed in. */
@Component
class AccountSecurityRules implements SecurityRules {
    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers(HttpMethod.POST, "/api/v1/auth/token", "/api/v1/auth/refresh", "/api/v1/auth/revoke")
                .permitAll()
                .pathMatchers(HttpMethod.POST, "/api/v1/accounts")
                .permitAll()
                .pathMatchers("/api/v1/me", "/api/v1/me/addresses/**")
                .authenticated();
    }
}
