package vn.chophien.localstack;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of our own applications, in a JVM of its own. */
final class AppServer extends LocalServer {
    /** Small and quick to start; what an application needs more of it says itself. */
    private static final List<String> FRUGAL = List.of(
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Duser.timezone=UTC",
            // Its default of at least four event loops makes two cores switch among them more than work.
            "-Dreactor.netty.ioWorkerCount=" + Runtime.getRuntime().availableProcessors(),
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final App app;
    private final Path home;
    private final Map<String, String> environment;

    /**
     * @param module the module's folder in the checkout
     * @param readyPath answers 200 when the application can do its work
     */
    record App(String name, String title, Path module, String readyPath, List<String> jvmOptions) {
        Path jar() {
            var target = module.resolve("target");
            if (Files.isDirectory(target)) {
                try (var files = Files.list(target)) {
                    var jar = files.filter(file -> file.toString().endsWith(".jar"))
                            .findFirst();
                    if (jar.isPresent()) {
                        return jar.get();
                    }
                } catch (IOException e) {
                    throw new LocalStackException("Cannot list %s: %s".formatted(target, e.getMessage()), e);
                }
            }
            throw new LocalStackException(
                    "%s is not built: there is no jar in %s; run ./mvnw -DskipTests package.".formatted(title, target));
        }
    }

    AppServer(App app, int port, Path home, Map<String, String> environment) {
        super(app.name(), app.title(), port, home);
        this.app = app;
        this.home = home;
        this.environment = environment;
    }

    String url() {
        return "http://localhost:" + port();
    }

    @Override
    public boolean isReady() {
        try {
            var address = URI.create("http://%s:%d%s".formatted(host(), port(), app.readyPath()));
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    /** What the JVM learnt from an earlier start of the same build: with it, a start takes less than half the work. */
    Path startupCache() {
        return app.module().resolve("target").resolve(name() + ".aot");
    }

    boolean hasStartupCache() {
        try {
            return Files.exists(startupCache())
                    && Files.getLastModifiedTime(startupCache()).compareTo(Files.getLastModifiedTime(app.jar())) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The application's command with further options of the JVM. */
    ProcessBuilder command(List<String> further) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FRUGAL);
        command.addAll(app.jvmOptions());
        command.addAll(further);
        command.add("-jar");
        command.add(app.jar().toString());
        var builder = new ProcessBuilder(command).directory(Folders.create(home).toFile());
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", Integer.toString(port()));
        builder.environment().put("SERVER_ADDRESS", host());
        return builder;
    }

    @Override
    protected ProcessHandle launch() {
        return launch(command(hasStartupCache() ? List.of("-XX:AOTCache=" + startupCache()) : List.of()))
                .toHandle();
    }
}
