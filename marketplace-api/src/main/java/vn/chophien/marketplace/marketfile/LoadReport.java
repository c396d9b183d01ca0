package vn.chophien.marketplace.marketfile;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what was loaded and names each line that was not, in the log. */
final class LoadReport {
    private static final Logger LOG = LoggerFactory.getLogger(LoadReport.class);
    private static final int MAX_NAMED = 1_000;

    private final Map<String, LongAdder> loaded = new ConcurrentSkipListMap<>();
    private final LongAdder refused = new LongAdder();

    void loaded(String file, long lines) {
        loaded.computeIfAbsent(file, each -> new LongAdder()).add(lines);
    }

    void refuse(Line line, String reason) {
        refuse(line.file(), line.number(), reason);
    }

    void refuse(String file, long line, String reason) {
        refused.increment();
        var count = refused.sum();
        if (count <= MAX_NAMED) {
            LOG.warn("{} line {} is left out: {}", file, line, reason);
        } else if (count == MAX_NAMED + 1) {
            LOG.warn("More lines are left out; only their number is counted from here on");
        }
    }

    long loaded() {
        return loaded.values().stream().mapToLong(LongAdder::sum).sum();
    }

    long refused() {
        return refused.sum();
    }

    /** One line for the log, e.g. {@code categories.jsonl 37, products.jsonl 320; 2 lines left out}. */
    String summary() {
        var files = new StringBuilder();
        loaded.forEach((file, lines) -> files.append(files.isEmpty() ? "" : ", ")
                .append(file)
                .append(' ')
                .append(lines.sum()));
        return "%s; %d lines left out".formatted(files, refused());
    }
}
