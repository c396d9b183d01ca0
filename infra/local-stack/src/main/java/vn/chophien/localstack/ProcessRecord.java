package vn.chophien.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process we started in a file, by id and start time, so that a later run finds it again after a crash and
 * never takes another process with a recycled id for ours.
 */
final class ProcessRecord {
    /** The kernel counts start times from a boot time that clock corrections may move a little. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

    private final Path file;

    ProcessRecord(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process) {
        Folders.createParent(file);
        try {
            Files.writeString(file, "%d %s%n".formatted(process.pid(), startOf(process)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recorded process, when it still runs and provably is the one that was recorded. */
    Optional<ProcessHandle> alive() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var fields = Files.readString(file).strip().split(" ");
            if (fields.length != 2) {
                return Optional.empty();
            }
            var recordedStart = Instant.parse(fields[1]);
            return ProcessHandle.of(Long.parseLong(fields[0]))
                    .filter(Processes::isRunning)
                    .filter(process -> isClose(startOf(process), recordedStart));
        } catch (IOException | RuntimeException e) {
            // A record cut short by a crash proves nothing, so the process is not ours to touch.
            return Optional.empty();
        }
    }

    private static boolean isClose(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(CLOCK_TOLERANCE) <= 0;
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
