package vn.chophien.storefront.forecastdesk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

@Configuration(proxyBeanMethods = false)
class ForecastDeskConfiguration {

    @Bean
    ForecastDeskApi forecastDeskApi(HttpServiceProxyFactory apis) {
        return apis.createClient(ForecastDeskApi.class);
    }
}
