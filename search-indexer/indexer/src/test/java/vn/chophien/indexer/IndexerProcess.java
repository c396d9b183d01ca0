package vn.chophien.indexer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The application in a process of its own, which a test may kill. */
final class IndexerProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    private IndexerProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param first a command, or nothing */
    static IndexerProcess start(CatalogFixture catalog, String alias, String... first) {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                IndexerApplication.class.getName()));
        command.addAll(List.of(first));
        command.addAll(RunningIndexer.arguments(catalog, alias));
        command.add("--chophien.indexer.claim-for=3s");
        try {
            var output = Files.createTempFile("indexer-", ".log");
            return new IndexerProcess(
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start(),
                    output);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void kill() {
        process.destroyForcibly();
        exitCode();
    }

    int exitCode() {
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The indexer did not end. It said: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        kill();
        try {
            Files.deleteIfExists(output);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
