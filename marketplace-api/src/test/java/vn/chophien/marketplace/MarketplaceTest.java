package vn.chophien.marketplace;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application on real engines: PostgreSQL with a fresh, migrated database and Redis, on a random
 * port, with a {@code WebTestClient} and {@link TestAccounts} to inject.
 *
 * <p>All such tests of a JVM share one application and one database, so each makes its own data and expects that of
 * others. A test that adds beans or properties of its own pays for an application of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "30s")
@ContextConfiguration(initializers = TestEngines.class)
@Import({TestAccounts.class, DrainedAnswers.class})
public @interface MarketplaceTest {}
