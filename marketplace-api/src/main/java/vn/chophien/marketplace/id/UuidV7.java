package vn.chophien.marketplace.id;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Identifiers of RFC 9562 version 7: unique everywhere, and ascending within this process, which keeps indexes dense. */
public final class UuidV7 {
    private static final int SUB_MILLISECOND_BITS = 12;

    /** Milliseconds shifted left by twelve bits; the low bits count the identifiers of one millisecond. */
    private static final AtomicLong LAST_TICK = new AtomicLong();

    private UuidV7() {}

    public static UUID next() {
        var now = System.currentTimeMillis() << SUB_MILLISECOND_BITS;
        var tick = LAST_TICK.updateAndGet(last -> Math.max(last + 1, now));
        var millis = tick >>> SUB_MILLISECOND_BITS;
        var counter = tick & 0xfff;
        var high = (millis << 16) | 0x7000 | counter;
        var low = (Entropy.RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
