package vn.chophien.marketplace.search;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.SecurityRules;

/** Everybody may look around. */
@Component
class SearchSecurityRules implements SecurityRules {

    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers(HttpMethod.GET, "/api/v1/search", "/api/v1/search/suggest")
                .permitAll()
                .pathMatchers(HttpMethod.POST, "/api/v1/search/opens")
                .permitAll();
    }
}
