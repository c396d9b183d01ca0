package vn.chophien.storefront.api;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the API is and how long to wait for it.
 *
 * @param url base URL without the {@code /api/v1} part
 * @param secret what identifies us to it; empty where we are a stranger
 * @param connectTimeout to open a connection
 * @param responseTimeout from the request to the last byte of the answer's head
 */
@ConfigurationProperties("chophien.api")
record ApiProperties(URI url, String secret, Duration connectTimeout, Duration responseTimeout) {
    ApiProperties {
        secret = secret.strip();
    }

    @Override
    public String toString() {
        return "ApiProperties[url=" + url + "]";
    }
}
