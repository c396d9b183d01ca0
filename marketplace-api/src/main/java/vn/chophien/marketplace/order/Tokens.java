package vn.chophien.marketplace.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import vn.chophien.marketplace.id.SecretToken;

/** Permissions to see one order. */
final class Tokens {

    private Tokens() {}

    /** Permission to read only. It follows from the one for everything, which nobody can compute from it, and is stored nowhere. */
    static String forReading(String accessToken) {
        var hash = new SecretToken("read:" + accessToken).hash();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /** In constant time, so that the answer's delay tells nothing. */
    static boolean equal(String offered, String expected) {
        return MessageDigest.isEqual(
                offered.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
