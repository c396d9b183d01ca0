package vn.chophien.marketplace.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Compares permissions to see one order. */
final class Tokens {

    private Tokens() {}

    /** In constant time, so that the answer's delay tells nothing. */
    static boolean equal(String offered, String expected) {
        return MessageDigest.isEqual(
                offered.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
