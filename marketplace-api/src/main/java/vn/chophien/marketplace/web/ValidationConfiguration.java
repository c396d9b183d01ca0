package vn.chophien.marketplace.web;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Leaves the words to {@link ProblemHandler}: the validator's own texts are never shown, and reading them blocks. */
@Configuration(proxyBeanMethods = false)
class ValidationConfiguration {
    @Bean
    ValidationConfigurationCustomizer withoutTexts() {
        return configuration -> configuration.messageInterpolator(new NoTexts());
    }

    private static final class NoTexts implements MessageInterpolator {
        @Override
        public String interpolate(String template, Context context) {
            return template;
        }

        @Override
        public String interpolate(String template, Context context, Locale locale) {
            return template;
        }
    }
}
