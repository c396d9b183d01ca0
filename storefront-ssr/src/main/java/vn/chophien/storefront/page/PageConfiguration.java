package vn.chophien.storefront.page;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.storefront.session.Visitor;

/** Page handlers may take the {@link Language} and the {@link Visitor} as arguments. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebFluxConfigurer {

    @Bean
    static Messages messages() {
        return Messages.load();
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new ExchangeArguments());
    }

    private static final class ExchangeArguments implements SyncHandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Language.class || parameter.getParameterType() == Visitor.class;
        }

        @Override
        public @Nullable Object resolveArgumentValue(
                MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
            return parameter.getParameterType() == Language.class
                    ? RequestFilter.language(exchange)
                    : Visitor.of(exchange);
        }
    }
}
