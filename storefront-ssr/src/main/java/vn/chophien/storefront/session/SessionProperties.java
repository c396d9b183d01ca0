package vn.chophien.storefront.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Sessions in Redis.
 *
 * @param lifetime a session ends this long after the last page view
 * @param cookieSecure whether browsers send the cookie over HTTPS only; true on a public market
 */
@ConfigurationProperties("chophien.session")
record SessionProperties(Duration lifetime, boolean cookieSecure) {}
