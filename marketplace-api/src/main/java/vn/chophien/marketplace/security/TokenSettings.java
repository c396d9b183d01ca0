package vn.chophien.marketplace.security;

import java.time.Duration;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How access tokens are signed.
 *
 * @param secret at least 32 random bytes in base64
 * @param lifetime of an access token; a role that is taken away lives on for so long
 */
@ConfigurationProperties("chophien.token")
record TokenSettings(String secret, Duration lifetime) {
    private static final int MIN_BYTES = 32;

    TokenSettings {
        if (decoded(secret).length < MIN_BYTES) {
            throw new IllegalArgumentException(
                    "CHOPHIEN_TOKEN_SECRET must be at least 32 random bytes in base64, as from: openssl rand -base64 32");
        }
    }

    SecretKey key() {
        return new SecretKeySpec(decoded(secret), "HmacSHA256");
    }

    @Override
    public String toString() {
        return "TokenSettings[lifetime=" + lifetime + "]";
    }

    private static byte[] decoded(String secret) {
        try {
            return Base64.getDecoder().decode(secret.strip());
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
