package vn.chophien.marketplace.id;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Randomness that may be drawn on an event loop: unlike the platform's default generator, this one reads the operating
 * system's entropy once and not on every call.
 */
final class Entropy {
    static final SecureRandom RANDOM = seeded();

    private Entropy() {}

    private static SecureRandom seeded() {
        try {
            var random = SecureRandom.getInstance("DRBG");
            random.nextLong();
            return random;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has DRBG", impossible);
        }
    }
}
