package vn.chophien.marketplace;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import vn.chophien.localstack.LocalStack;

/** Points an application under test to a fresh database and to the Redis of this JVM. */
public class TestEngines implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    public static final String STOREFRONT_SECRET = "tests-know-the-storefront-by-this-text";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var database = LocalStack.shared().freshDatabase();
        var settings = Map.<String, Object>of(
                "CHOPHIEN_POSTGRES_URL",
                database.r2dbcUrl(),
                "CHOPHIEN_POSTGRES_USER",
                database.user(),
                "CHOPHIEN_POSTGRES_PASSWORD",
                database.password(),
                "CHOPHIEN_REDIS_URL",
                LocalStack.shared().redis().url(),
                "CHOPHIEN_TOKEN_SECRET",
                "dGVzdHMtc2lnbi10aGVpci10b2tlbnMtd2l0aC10aGlzLWtleSE=",
                "CHOPHIEN_STOREFRONT_SECRET",
                "the-one-that-is-being-replaced-by-it, " + STOREFRONT_SECRET,
                "CHOPHIEN_PRICE_WEBHOOKS_PRIVATE",
                "true",
                "CHOPHIEN_PICTURE_DIRECTORY",
                "target/pictures");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("engines", settings));
    }
}
