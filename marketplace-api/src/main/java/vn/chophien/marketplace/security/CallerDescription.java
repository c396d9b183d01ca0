package vn.chophien.marketplace.security;

import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;

/** Tells clients which operations want a bearer token; the caller is no parameter of theirs. */
@Configuration(proxyBeanMethods = false)
class CallerDescription {
    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        ClientAddress.class, CurrentAccount.class, CurrentSeller.class, CurrentDesk.class);
    }

    @Bean
    OperationCustomizer callersAuthenticate() {
        return (operation, handler) -> {
            if (Arrays.stream(handler.getMethodParameters()).anyMatch(CallerDescription::isRequiredCaller)) {
                operation.addSecurityItem(new SecurityRequirement().addList("bearer"));
            }
            return operation;
        };
    }

    private static boolean isRequiredCaller(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == CurrentSeller.class
                || type == CurrentDesk.class
                || type == CurrentAccount.class && !parameter.isOptional();
    }
}
