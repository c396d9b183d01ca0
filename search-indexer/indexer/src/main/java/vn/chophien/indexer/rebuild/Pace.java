package vn.chophien.indexer.rebuild;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** So many listings a second on average, however long each page takes; time that was lost is not made up for in a burst. */
final class Pace {

    private final long nanosPerListing;
    private final LongSupplier clock;
    private final AtomicLong free;

    Pace(int listingsPerSecond, LongSupplier clock) {
        this.nanosPerListing = Duration.ofSeconds(1).toNanos() / listingsPerSecond;
        this.clock = clock;
        this.free = new AtomicLong(clock.getAsLong());
    }

    /** How long to wait before so many listings may be read. */
    Duration before(int listings) {
        long now = clock.getAsLong();
        long start = free.getAndUpdate(next -> Math.max(next, now) + listings * nanosPerListing);
        return Duration.ofNanos(Math.max(0, start - now));
    }
}
