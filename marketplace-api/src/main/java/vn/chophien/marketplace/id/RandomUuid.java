package vn.chophien.marketplace.id;

import java.util.UUID;

/** Identifiers of RFC 9562 version 4, for ids that nobody may guess: 122 random bits, nothing about when they were made. */
public final class RandomUuid {
    private RandomUuid() {}

    public static UUID next() {
        var high = (Entropy.RANDOM.nextLong() & ~0xf000L) | 0x4000L;
        var low = (Entropy.RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
