package vn.chophien.marketplace.security;

import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;

/**
 * What a capability opens, as a bean of that capability. Whatever no rule names is refused, so each public endpoint is
 * named by method and path.
 */
@FunctionalInterface
public interface SecurityRules {
    void contribute(AuthorizeExchangeSpec exchanges);
}
