package vn.chophien.testbrowser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Installs Chromium on Debian, which takes root. */
final class AptInstallation {
    private static final Path DEBIAN = Path.of("/etc/debian_version");
    private static final int MINUTES = 10;

    private AptInstallation() {}

    /** What hinders it, or nothing when it is installed. */
    static Optional<String> chromium() {
        if (!Files.exists(DEBIAN)) {
            return Optional.of("this is no Debian that could install it");
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("only root may install it");
        }
        return run("update", "-qq").or(() -> run("install", "-y", "-qq", "--no-install-recommends", "chromium"));
    }

    private static Optional<String> run(String... arguments) {
        try {
            var builder = new ProcessBuilder(Stream.concat(Stream.of("apt-get"), Arrays.stream(arguments))
                    .toList());
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            var process = builder.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return Optional.of("apt-get %s took too long".formatted(arguments[0]));
            }
            return process.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of("apt-get %s failed".formatted(arguments[0]));
        } catch (IOException notThere) {
            return Optional.of("apt-get cannot be run");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.of("the installation was interrupted");
        }
    }
}
