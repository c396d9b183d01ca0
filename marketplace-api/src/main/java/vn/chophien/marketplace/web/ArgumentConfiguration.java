package vn.chophien.marketplace.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.i18n.RequestLanguage;

/** What controllers may take as an argument besides what Spring offers: {@link Language} and {@link IdempotencyKey}. */
@Configuration(proxyBeanMethods = false)
class ArgumentConfiguration implements WebFluxConfigurer {
    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new LanguageArgument(), new IdempotencyKeyArgument());
    }

    private static final class LanguageArgument implements SyncHandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Language.class;
        }

        @Override
        public Object resolveArgumentValue(
                MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
            return RequestLanguage.of(exchange.getRequest());
        }
    }

    private static final class IdempotencyKeyArgument implements SyncHandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == IdempotencyKey.class;
        }

        @Override
        public Object resolveArgumentValue(
                MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
            var key = exchange.getRequest().getHeaders().getFirst(IdempotencyKey.HEADER);
            if (key == null || !IdempotencyKey.isValid(key)) {
                throw RequestProblem.of(RequestProblem.IDEMPOTENCY_KEY_REQUIRED);
            }
            return new IdempotencyKey(key);
        }
    }
}
