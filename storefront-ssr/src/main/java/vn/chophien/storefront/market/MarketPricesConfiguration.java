package vn.chophien.storefront.market;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

@Configuration(proxyBeanMethods = false)
class MarketPricesConfiguration {

    @Bean
    MarketPricesApi marketPricesApi(HttpServiceProxyFactory apis) {
        return apis.createClient(MarketPricesApi.class);
    }

    @Bean
    IssuedForecastsApi issuedForecastsApi(HttpServiceProxyFactory apis) {
        return apis.createClient(IssuedForecastsApi.class);
    }
}
