package vn.chophien.marketplace.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.WebFilter;
import reactor.core.scheduler.Schedulers;
import vn.chophien.locales.Language;

/** Describes the API at {@code /api/v1/openapi.json} as clients see it, not as controllers do. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    /** The name of the way to authenticate, for operations that need it. */
    private static final String BEARER = "bearer";

    private static final String DOCUMENT = "/api/v1/openapi.json";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Language.class, IdempotencyKey.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Chợ Phiên API")
                        .version("v1")
                        .description(
                                "Shops, listings, search, carts, orders and market prices of Vietnamese cooperatives."
                                        + " Amounts are integers in the currency's minor unit; errors are problem details"
                                        + " (RFC 9457) in the caller's language.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }

    @Bean
    OpenApiCustomizer wireNames() {
        return document -> new OpenApiNames().apply(document);
    }

    @Bean
    OperationCustomizer argumentsAsClientsSendThem() {
        return (operation, handler) -> {
            if (takes(handler, Language.class)) {
                operation.addParametersItem(LanguageParameter.described());
            }
            if (takes(handler, IdempotencyKey.class)) {
                operation.addParametersItem(new HeaderParameter()
                        .name(IdempotencyKey.HEADER)
                        .description("The client's name for this attempt; a repeated one gets the first answer.")
                        .required(true)
                        .schema(new StringSchema().maxLength(255)));
            }
            return operation;
        };
    }

    /** Reading the code to describe it takes a while and opens files, so that is kept off the event loops. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebFilter describingElsewhere() {
        return (exchange, chain) -> {
            var filtered = chain.filter(exchange);
            return exchange.getRequest().getPath().value().equals(DOCUMENT)
                    ? filtered.subscribeOn(Schedulers.boundedElastic())
                    : filtered;
        };
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(parameter -> parameter == type);
    }
}
