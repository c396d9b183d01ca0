package vn.chophien.marketplace.security;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.HandlerMapping;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Decides on requests that no rule names: refuses them where an endpoint exists, and lets them pass to their 404 or 405
 * where none does.
 */
@Component
class UnnamedEndpoints implements ReactiveAuthorizationManager<AuthorizationContext> {
    private final ObjectProvider<HandlerMapping> mappings;

    UnnamedEndpoints(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> authentication, AuthorizationContext context) {
        return Flux.fromStream(mappings::orderedStream)
                .concatMap(mapping -> mapping.getHandler(context.getExchange()))
                .hasElements()
                .onErrorReturn(false) // a mapping fails for a method or media type it does not know
                .map(exists -> new AuthorizationDecision(!exists));
    }
}
