package vn.chophien.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the startup caches that a build lacks, once the market is open: each application is started a second time up to the point
 * where it would begin to serve, and the JVM keeps what it learnt. Works in the background, one at a time, and gives way to
 * everything else; interrupted, it goes on at the next start. {@code CHOPHIEN_STARTUP_CACHES=none} leaves it out, for a market that lives
 * for minutes only.
 */
final class StartupCaches {
    private static final Duration QUIET = Duration.ofSeconds(20);

    private final List<AppServer> apps;
    private volatile @Nullable Thread worker;

    StartupCaches(List<AppServer> apps) {
        this.apps = apps;
    }

    void makeMissing() {
        if ("none".equals(System.getenv("CHOPHIEN_STARTUP_CACHES"))) {
            return;
        }
        worker = Thread.ofPlatform().daemon().name("startup-caches").start(() -> {
            try {
                LocalServer.pause(QUIET);
                for (var app : apps) {
                    if (!app.hasStartupCache()) {
                        make(app);
                    }
                }
            } catch (InterruptedException | LocalStackException e) {
                Thread.currentThread().interrupt(); // the market is closing
            }
        });
    }

    void stop() {
        var working = worker;
        if (working != null) {
            working.interrupt();
        }
    }

    private static void make(AppServer app) throws InterruptedException {
        var unfinished = app.startupCache().resolveSibling(app.name() + ".aot.unfinished");
        var builder = app.command(List.of("-XX:AOTCacheOutput=" + unfinished, "-Dspring.context.exit=onRefresh"));
        var command = new ArrayList<>(builder.command());
        EngineUser.program("nice").ifPresent(nice -> command.addAll(0, List.of(nice.toString(), "-n", "19")));
        builder.command(command)
                .redirectErrorStream(true)
                .redirectOutput(app.log()
                        .resolveSibling(app.name() + ".startup-cache.log")
                        .toFile());
        try {
            var training = builder.start();
            try {
                if (training.waitFor() == 0 && Files.exists(unfinished)) {
                    Files.move(unfinished, app.startupCache(), StandardCopyOption.REPLACE_EXISTING);
                }
            } finally {
                training.descendants().forEach(ProcessHandle::destroyForcibly);
                training.destroyForcibly();
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new LocalStackException("Cannot make the startup cache of %s.".formatted(app.title()), e);
        }
    }
}
