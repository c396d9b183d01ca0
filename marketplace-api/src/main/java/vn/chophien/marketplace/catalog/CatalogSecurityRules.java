package vn.chophien.marketplace.catalog;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.SecurityRules;

/** The shop window is open to everybody. */
@Component
class CatalogSecurityRules implements SecurityRules {
    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers(
                        HttpMethod.GET,
                        "/api/v1/categories",
                        "/api/v1/listings",
                        "/api/v1/listings/{slug}",
                        "/api/v1/pictures/{id}/{width}")
                .permitAll();
    }
}
