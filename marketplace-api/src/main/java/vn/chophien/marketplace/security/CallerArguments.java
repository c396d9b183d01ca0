package vn.chophien.marketplace.security;

import java.util.UUID;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Gives controllers the client as {@link ClientAddress}, and the caller as {@link CurrentAccount}, {@link CurrentSeller} or
 * {@link CurrentDesk}.
 */
@Configuration(proxyBeanMethods = false)
class CallerArguments implements WebFluxConfigurer {
    private final TrustedProxies proxies;

    CallerArguments(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(
                new ClientAddressArgument(proxies),
                new CurrentAccountArgument(),
                new CurrentSellerArgument(),
                new CurrentDeskArgument());
    }

    private static Mono<Jwt> token() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .ofType(JwtAuthenticationToken.class)
                .map(JwtAuthenticationToken::getToken);
    }

    private record ClientAddressArgument(TrustedProxies proxies) implements SyncHandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == ClientAddress.class;
        }

        @Override
        public Object resolveArgumentValue(
                MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
            return proxies.clientOf(exchange.getRequest());
        }
    }

    private static final class CurrentAccountArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == CurrentAccount.class;
        }

        @Override
        public Mono<Object> resolveArgument(
                MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
            var account = token().<Object>map(
                            token -> new CurrentAccount(AccessTokens.account(token), AccessTokens.roles(token)));
            return parameter.isOptional() ? account : account.switchIfEmpty(Mono.error(AccessProblem::signInRequired));
        }
    }

    private static final class CurrentSellerArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == CurrentSeller.class;
        }

        @Override
        public Mono<Object> resolveArgument(
                MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
            return token().switchIfEmpty(Mono.error(AccessProblem::signInRequired))
                    .map(token -> new CurrentSeller(AccessTokens.account(token), seller(token)));
        }
    }

    private static final class CurrentDeskArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == CurrentDesk.class;
        }

        @Override
        public Mono<Object> resolveArgument(
                MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
            var operator = exchange.getRequest().getPath().value().startsWith(CurrentDesk.OPERATOR + "/");
            return token().switchIfEmpty(Mono.error(AccessProblem::signInRequired))
                    .map(token -> new CurrentDesk(AccessTokens.account(token), operator ? null : seller(token)));
        }
    }

    private static UUID seller(Jwt token) {
        var seller = AccessTokens.seller(token);
        if (seller == null) {
            throw AccessProblem.sellerRequired();
        }
        return seller;
    }
}
