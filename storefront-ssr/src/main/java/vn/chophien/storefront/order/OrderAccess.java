package vn.chophien.storefront.order;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chophien.storefront.session.AccessRule;

/** The list of one's own orders wants a signed-in visitor; a single order also opens by its token. */
@Configuration(proxyBeanMethods = false)
class OrderAccess {

    @Bean
    AccessRule ownOrders() {
        return AccessRule.signedIn("/orders");
    }
}
