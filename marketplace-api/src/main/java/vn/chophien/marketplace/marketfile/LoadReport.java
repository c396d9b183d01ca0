package vn.chophien.marketplace.marketfile;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what was loaded and names each line that was not, in the log and for whoever gave the files. */
final class LoadReport {
    private static final Logger LOG = LoggerFactory.getLogger(LoadReport.class);
    private static final int MAX_NAMED = 1_000;

    private final Map<String, LongAdder> loaded = new ConcurrentSkipListMap<>();
    private final LongAdder refused = new LongAdder();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();

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
            name("%s line %d is left out: %s".formatted(file, line, reason));
        } else if (count == MAX_NAMED + 1) {
            name("More lines are left out; only their number is counted from here on");
        }
    }

    void refuseFile(String file, String reason) {
        name("%s is left out: %s".formatted(file, reason));
    }

    private void name(String refusal) {
        LOG.warn(refusal);
        refusals.add(refusal);
    }

    long loaded() {
        return loaded.values().stream().mapToLong(LongAdder::sum).sum();
    }

    long refused() {
        return refused.sum();
    }

    /** The summary, and what was left out and why. */
    List<String> lines() {
        return Stream.concat(Stream.of(summary()), refusals.stream()).toList();
    }

    /** One line for the log, e.g. {@code categories.jsonl 37, products.jsonl 320; 2 lines left out}. */
    String summary() {
        var files = new StringBuilder();
        loaded.forEach((file, lines) -> files.append(files.isEmpty() ? "" : ", ")
                .append(file)
                .append(' ')
                .append(lines.sum()));
        return "%s; %d %s left out".formatted(files, refused(), refused() == 1 ? "line" : "lines");
    }
}
