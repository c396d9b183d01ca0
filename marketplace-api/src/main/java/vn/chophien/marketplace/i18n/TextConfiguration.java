package vn.chophien.marketplace.i18n;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.chophien.locales.Messages;

@Configuration(proxyBeanMethods = false)
class TextConfiguration {
    @Bean
    Messages messages() {
        return Messages.load();
    }
}
