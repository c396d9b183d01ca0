package vn.chophien.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One folder per JVM that runs tests, in the temporary folder. A JVM that was killed cannot stop its engines, so the next one to
 * claim a folder ends them and removes theirs.
 */
final class TestHomes {
    private static final String OWNER = "run/owner.process";

    private TestHomes() {}

    static Path claim() {
        return claim(Folders.create(Path.of(System.getProperty("java.io.tmpdir"))
                .resolve("chophien-tests-" + System.getProperty("user.name"))));
    }

    static Path claim(Path all) {
        // Under the lock nobody takes a folder for abandoned while its owner is about to sign it.
        try (var channel = FileChannel.open(all.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new LocalStackException("Cannot lock %s.".formatted(all));
            }
            removeAbandoned(all);
            var home = all.resolve(Long.toString(ProcessHandle.current().pid()));
            new ProcessRecord(home.resolve(OWNER)).write(ProcessHandle.current());
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void removeAbandoned(Path all) throws IOException {
        try (var homes = Files.list(all)) {
            homes.filter(Files::isDirectory)
                    .filter(home ->
                            new ProcessRecord(home.resolve(OWNER)).alive().isEmpty())
                    .forEach(TestHomes::remove);
        }
    }

    private static void remove(Path home) {
        for (var engine : new String[] {"postgres", "redis", "elasticsearch"}) {
            new ProcessRecord(home.resolve("run").resolve(engine + ".process"))
                    .alive()
                    .ifPresent(ProcessHandle::destroyForcibly);
        }
        Folders.delete(home);
    }
}
