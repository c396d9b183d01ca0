package vn.chophien.storefront.sellerdesk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chophien.storefront.session.AccessRule;
import vn.chophien.storefront.session.Role;

@Configuration(proxyBeanMethods = false)
class SellerDeskAccess {

    @Bean
    AccessRule sellersOnly() {
        return AccessRule.role("/seller-desk/**", Role.SELLER);
    }
}
