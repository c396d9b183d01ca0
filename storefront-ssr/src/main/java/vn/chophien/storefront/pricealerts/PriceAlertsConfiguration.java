package vn.chophien.storefront.pricealerts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

@Configuration(proxyBeanMethods = false)
class PriceAlertsConfiguration {

    @Bean
    PriceAlertsApi priceAlertsApi(HttpServiceProxyFactory apis) {
        return apis.createClient(PriceAlertsApi.class);
    }
}
