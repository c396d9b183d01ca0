package vn.chophien.storefront.operatordesk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chophien.storefront.session.AccessRule;
import vn.chophien.storefront.session.Role;

@Configuration(proxyBeanMethods = false)
class OperatorDeskConfiguration {

    @Bean
    AccessRule operatorDeskForOperators() {
        return AccessRule.role("/operator-desk/**", Role.OPERATOR);
    }
}
