package vn.chophien.marketplace.pricefeed;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.stereotype.Component;
import vn.chophien.marketplace.security.Role;
import vn.chophien.marketplace.security.SecurityRules;

/** Published prices are open to everybody, drafts to officers only; keys and webhooks are their owners'. */
@Component
class PriceSecurityRules implements SecurityRules {
    @Override
    public void contribute(AuthorizeExchangeSpec exchanges) {
        exchanges
                .pathMatchers(
                        "/api/v1/prices/uploads",
                        "/api/v1/prices/uploads/**",
                        "/api/v1/prices/entry-sets",
                        "/api/v1/prices/entry-sets/**",
                        "/api/v1/prices/published-prices",
                        "/api/v1/prices/calendar",
                        "/api/v1/prices/calendar/**",
                        "/api/v1/prices/bulletin-drafts",
                        "/api/v1/prices/bulletin-drafts/**",
                        "/api/v1/prices/forecast-preview",
                        "/api/v1/prices/forecast-candidates",
                        "/api/v1/prices/forecast-drafts",
                        "/api/v1/prices/forecast-drafts/**")
                .hasRole(Role.OFFICER.name())
                .pathMatchers(
                        "/api/v1/prices/keys",
                        "/api/v1/prices/keys/**",
                        "/api/v1/prices/webhooks",
                        "/api/v1/prices/webhooks/**")
                .authenticated()
                .pathMatchers(
                        HttpMethod.GET,
                        "/api/v1/prices/board",
                        "/api/v1/prices/board.csv",
                        "/api/v1/prices/board/filters",
                        "/api/v1/prices/commodities",
                        "/api/v1/prices/commodities/{code}/band",
                        "/api/v1/prices/commodities/{code}/latest",
                        "/api/v1/prices/commodities/{code}/seasons",
                        "/api/v1/prices/series",
                        "/api/v1/prices/series/{code}",
                        "/api/v1/prices/series/{code}/observations",
                        "/api/v1/prices/series/{code}/observations.csv",
                        "/api/v1/prices/series/{code}/observations/{date}/revisions",
                        "/api/v1/prices/series/{code}/corrections",
                        "/api/v1/prices/series/{code}/latest",
                        "/api/v1/prices/series/{code}/forecast",
                        "/api/v1/prices/series/{code}/forecast.csv",
                        "/api/v1/prices/series/{code}/forecasts",
                        "/api/v1/prices/series/{code}/forecasts/{number}",
                        "/api/v1/prices/series/{code}/track-record",
                        "/api/v1/prices/track-record",
                        "/api/v1/prices/alerts",
                        "/api/v1/prices/alerts.atom",
                        "/api/v1/prices/alerts.json",
                        "/api/v1/prices/series/{code}/alerts",
                        "/api/v1/prices/series/{code}/observations.csv-metadata.json",
                        "/api/v1/prices/series/{code}/forecast.csv-metadata.json",
                        "/api/v1/prices/board.csv-metadata.json",
                        "/api/v1/prices/sdmx/structure",
                        "/api/v1/prices/sdmx/data",
                        "/api/v1/prices/catalog.jsonld",
                        "/api/v1/prices/bulletins",
                        "/api/v1/prices/bulletins/{number}",
                        "/api/v1/prices/bulletins/{number}/editions",
                        "/api/v1/prices/publications",
                        "/api/v1/prices/publications/{id}",
                        "/api/v1/prices/events",
                        "/api/v1/prices/feed.json",
                        "/api/v1/prices/feed.atom")
                .permitAll();
    }
}
