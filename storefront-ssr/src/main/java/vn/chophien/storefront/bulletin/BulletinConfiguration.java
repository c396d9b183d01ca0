package vn.chophien.storefront.bulletin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

@Configuration(proxyBeanMethods = false)
class BulletinConfiguration {

    @Bean
    BulletinApi bulletinApi(HttpServiceProxyFactory apis) {
        return apis.createClient(BulletinApi.class);
    }

    @Bean
    BulletinDeskApi bulletinDeskApi(HttpServiceProxyFactory apis) {
        return apis.createClient(BulletinDeskApi.class);
    }
}
