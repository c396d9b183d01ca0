package vn.chophien.storefront;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import vn.chophien.localstack.LocalStack;

/** The whole storefront over HTTP, with a real Redis and {@link MarketStub} behind it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = StorefrontTest.Surroundings.class)
@interface StorefrontTest {
    String SECRET = "tests-are-known-to-the-api-by-this-text";

    class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "chophien.api.url=" + MarketStub.shared().url(),
                            "chophien.api.secret=" + SECRET,
                            "spring.data.redis.url="
                                    + LocalStack.shared().redis().url())
                    .applyTo(context);
        }
    }
}
