package vn.chophien.storefront.tradedesk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import vn.chophien.storefront.session.AccessRule;
import vn.chophien.storefront.session.Role;

@Configuration(proxyBeanMethods = false)
class TradeDeskConfiguration {

    @Bean
    TradeDeskApi tradeDeskApi(HttpServiceProxyFactory apis) {
        return apis.createClient(TradeDeskApi.class);
    }

    @Bean
    EntryApi entryApi(HttpServiceProxyFactory apis) {
        return apis.createClient(EntryApi.class);
    }

    @Bean
    AccessRule tradeDeskForOfficers() {
        return AccessRule.role("/trade-desk/**", Role.OFFICER);
    }
}
