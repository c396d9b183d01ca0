package vn.chophien.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A whole market with the demo data, started once per JVM the way {@code ./start} starts it, on ports of its own and data that go with
 * the build. {@code CHOPHIEN_JOURNEY_MARKET} names the storefront of a market that runs already, for working on one journey, and
 * {@code CHOPHIEN_HOME} its folder where that is not {@code .data}.
 */
final class LiveMarket {

    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(60);
    private static final List<Integer> PORT_OFFSETS = List.of(0, 1, 2, 3, 10, 11, 12);

    private static final class Holder {
        private static final LiveMarket STARTED = start();
    }

    private final String url;
    private final String apiUrl;
    private final String databaseUrl;
    private final Path home;

    private LiveMarket(int base, Path home) {
        this.url = "http://localhost:" + base;
        this.apiUrl = "http://localhost:" + (base + 1) + "/api/v1";
        this.databaseUrl =
                "jdbc:postgresql://127.0.0.1:%d/chophien?user=chophien&password=chophien".formatted(base + 10);
        this.home = home;
    }

    static LiveMarket shared() {
        return Holder.STARTED;
    }

    /** Base URL of the storefront, without a slash at its end. */
    String url() {
        return url;
    }

    String apiUrl() {
        return apiUrl;
    }

    String databaseUrl() {
        return databaseUrl;
    }

    /** What banks sign their reports to this market with. */
    String bankSecret() {
        try {
            return "banksec_"
                    + Files.readString(home.resolve("secrets/bank-webhook-secret"))
                            .replaceAll("[^A-Za-z0-9]", "");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "CHOPHIEN_JOURNEY_MARKET needs CHOPHIEN_HOME, too: the folder that its market was started with", e);
        }
    }

    private static LiveMarket start() {
        var module = Path.of("").toAbsolutePath();
        var running = System.getenv("CHOPHIEN_JOURNEY_MARKET");
        if (running != null && !running.isBlank()) {
            return new LiveMarket(
                    Integer.parseInt(running.replaceAll(".*:", "").replaceAll("/$", "")), homeOfRunning(module));
        }
        int base = freeBase();
        var home = module.resolve("target/journey-market");
        var log = module.resolve("target/journey-market.log");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        launcher(module.resolveSibling("local-stack")).toString(),
                        "--reset",
                        "--port",
                        Integer.toString(base))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("CHOPHIEN_HOME", home.toString());
        builder.environment().put("CHOPHIEN_STARTUP_CACHES", "none");
        // Engines, apps and browsers share a build machine: a disk that stalls for a second is not a fault of the
        // market.
        builder.environment().put("SPRING_DATA_REDIS_TIMEOUT", "5s");
        try {
            var process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process), "stop-journey-market"));
            awaitReady(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new LiveMarket(base, home);
    }

    private static Path homeOfRunning(Path module) {
        var named = System.getenv("CHOPHIEN_HOME");
        return named == null || named.isBlank()
                ? module.resolveSibling("../.data").normalize()
                : Path.of(named);
    }

    private static Path launcher(Path module) {
        try (Stream<Path> files = Files.list(module.resolve("target"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "The launcher is not packaged: run the journeys with ./mvnw verify"));
        } catch (IOException e) {
            throw new UncheckedIOException("The launcher is not built: run the journeys with ./mvnw verify", e);
        }
    }

    private static void awaitReady(Process process, Path log) throws IOException {
        var deadline = Instant.now().plus(READY_WITHIN);
        while (Instant.now().isBefore(deadline)) {
            if (Files.readString(log).contains("\nReady: ")) {
                return;
            }
            if (!process.isAlive()) {
                throw new IllegalStateException("The market did not start:\n" + Files.readString(log));
            }
            pause();
        }
        throw new IllegalStateException(
                "The market was not ready within " + READY_WITHIN + ":\n" + Files.readString(log));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freeBase() {
        return IntStream.iterate(18100, base -> base < 30000, base -> base + 20)
                .filter(base -> PORT_OFFSETS.stream().allMatch(offset -> isFree(base + offset)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
