package vn.chophien.marketplace.pricefeed;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import vn.chophien.marketplace.i18n.RequestLanguage;
import vn.chophien.marketplace.web.LanguageParameter;

/** Gives controllers a {@link PriceQuestion}, and tells clients of the parameters that it is read from. */
@Configuration(proxyBeanMethods = false)
class PriceQuestionArgument implements WebFluxConfigurer, SyncHandlerMethodArgumentResolver {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(PriceQuestion.class);
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PriceQuestion.class;
    }

    @Override
    public Object resolveArgumentValue(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        return new PriceQuestion(asOf(exchange), RequestLanguage.of(exchange.getRequest()), exchange);
    }

    /** Two moments at once are refused, as text that is no moment. */
    private static @Nullable String asOf(ServerWebExchange exchange) {
        var values = exchange.getRequest().getQueryParams().get(PriceQuestion.AS_OF);
        if (values == null) {
            return null;
        }
        return values.size() == 1 ? values.getFirst() : String.join(",", values);
    }

    @Bean
    OperationCustomizer questionsAsClientsSendThem() {
        return (operation, handler) -> {
            if (Arrays.stream(handler.getMethodParameters()).anyMatch(this::supportsParameter)) {
                operation
                        .addParametersItem(new QueryParameter()
                                .name(PriceQuestion.AS_OF)
                                .required(false)
                                .schema(new StringSchema()))
                        .addParametersItem(LanguageParameter.described());
            }
            return operation;
        };
    }
}
