package vn.chophien.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What can be told before anything is built or started. {@code start} also runs this class from its source ahead of a long
 * build, so it uses nothing but the JDK.
 */
final class StartChecks {
    static final Map<Integer, String> OFFSETS = new TreeMap<>(Map.of(
            0, "the storefront",
            1, "the API",
            2, "the indexer",
            3, "the payment sandbox",
            10, "PostgreSQL",
            11, "Redis",
            12, "Elasticsearch"));

    private static final long NEEDED_BYTES = 2_000_000_000L;

    private StartChecks() {}

    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.println(StartOptions.USAGE);
            return;
        }
        try {
            var options = StartOptions.parse(List.of(arguments));
            requireDisk(Path.of(""), NEEDED_BYTES);
            requirePorts(options.port());
        } catch (LocalStackException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static void requirePorts(int base) {
        OFFSETS.forEach((offset, title) -> {
            if (!Ports.isFree(base + offset)) {
                throw new LocalStackException("Port %d, which %s needs, is in use: stop what listens there or choose"
                                .formatted(base + offset, title)
                        + " other ports with --port BASE.");
            }
        });
    }

    static void requireDisk(Path folder) {
        requireDisk(folder, NEEDED_BYTES);
    }

    static void requireDisk(Path folder, long neededBytes) {
        var existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        try {
            var free = Files.getFileStore(existing).getUsableSpace();
            if (free < neededBytes) {
                throw new LocalStackException("The disk of %s has %.1f GB free and the market needs %.1f GB: make room."
                        .formatted(existing, free / 1e9, neededBytes / 1e9));
            }
        } catch (IOException e) {
            throw new LocalStackException("Cannot tell how much disk is free at %s.".formatted(existing), e);
        }
    }
}
