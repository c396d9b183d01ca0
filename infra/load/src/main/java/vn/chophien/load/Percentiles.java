package vn.chophien.load;

import java.time.Duration;
import java.util.List;

/** Waiting times by rank. */
record Percentiles(List<Duration> sorted) {

    Percentiles {
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured.");
        }
        sorted = sorted.stream().sorted().toList();
    }

    /** The shortest time that at least this share of the measurements, in percent, did not exceed. */
    Duration at(int percent) {
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.get(Math.max(rank, 1) - 1);
    }
}
