package vn.chophien.marketplace.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the storefront proves to be ours.
 *
 * @param secrets what it identifies itself with; several while one is replaced, none where every caller is a stranger
 */
@ConfigurationProperties("chophien.storefront")
record StorefrontSettings(List<String> secrets) {
    private static final int MIN_LENGTH = 32;

    StorefrontSettings {
        secrets = secrets.stream()
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .toList();
        if (secrets.stream().anyMatch(secret -> secret.length() < MIN_LENGTH)) {
            throw new IllegalArgumentException("Each CHOPHIEN_STOREFRONT_SECRET must have at least " + MIN_LENGTH
                    + " characters, as from: openssl rand -base64 32");
        }
    }

    @Override
    public String toString() {
        return "StorefrontSettings[hidden]";
    }
}
