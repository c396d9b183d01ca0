package vn.chophien.storefront.page;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the outside sees the storefront.
 *
 * @param publicUrl base URL that people and search engines use
 * @param paymentPages URLs a checkout form may lead to; browsers refuse the redirect to any other site
 */
@ConfigurationProperties("chophien.storefront")
public record StorefrontProperties(URI publicUrl, List<URI> paymentPages) {}
