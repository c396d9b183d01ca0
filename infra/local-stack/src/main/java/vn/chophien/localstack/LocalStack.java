package vn.chophien.localstack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The real engines for tests: each starts when it is first asked for, once per JVM, on a free port, with throw-away data, and
 * ends with the JVM. JVMs that run at the same time do not disturb each other.
 *
 * <pre>{@code
 * Database database = LocalStack.shared().freshDatabase();
 * String redis = LocalStack.shared().redis().url();
 * String elasticsearch = LocalStack.shared().elasticsearch().url();
 * }</pre>
 */
public final class LocalStack {
    private static final int PORT_ATTEMPTS = 3;

    /** Durability is for data that somebody will miss. */
    private static final Map<String, String> THROWAWAY =
            Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "wal_level", "logical");

    private static final List<String> SMALL_JVM = List.of("-Xms256m", "-Xmx512m", "-XX:TieredStopAtLevel=1");

    private static @Nullable LocalStack shared;

    private final Path home;
    private final AtomicInteger databases = new AtomicInteger();
    private @Nullable PostgresServer postgres;
    private @Nullable RedisServer redis;
    private @Nullable ElasticsearchServer elasticsearch;

    private LocalStack(Path home) {
        this.home = home;
    }

    /** The engines of this JVM. */
    public static synchronized LocalStack shared() {
        var existing = shared;
        if (existing != null) {
            return existing;
        }
        var created = new LocalStack(TestHomes.claim());
        Runtime.getRuntime().addShutdownHook(new Thread(created::stop, "stop-local-stack"));
        shared = created;
        return created;
    }

    public synchronized PostgresServer postgres() {
        var running = postgres;
        if (running == null) {
            running = startOnFreePort(
                    port -> new PostgresServer(EnginePrograms.ofThisBuild(), home, home, port, THROWAWAY));
            postgres = running;
        }
        return running;
    }

    public synchronized RedisServer redis() {
        var running = redis;
        if (running == null) {
            running = startOnFreePort(port -> new RedisServer(EnginePrograms.ofThisBuild(), home, home, port));
            redis = running;
        }
        return running;
    }

    /** Tests share the node, so each names its indexes uniquely. */
    public synchronized ElasticsearchServer elasticsearch() {
        var running = elasticsearch;
        if (running == null) {
            running = startOnFreePort(
                    port -> new ElasticsearchServer(EnginePrograms.ofThisBuild(), home, home, port, SMALL_JVM));
            elasticsearch = running;
        }
        return running;
    }

    /** A new, empty database that nobody else in this JVM or another one uses. */
    public Database freshDatabase() {
        return postgres().createDatabase("test_" + databases.incrementAndGet());
    }

    private static <S extends LocalServer> S startOnFreePort(IntFunction<S> server) {
        for (var attempt = 1; ; attempt++) {
            var candidate = server.apply(Ports.free());
            try {
                candidate.start();
                return candidate;
            } catch (LocalStackException e) {
                if (attempt == PORT_ATTEMPTS || Ports.isFree(candidate.port())) {
                    throw e; // not the port's fault, or not for the first time
                }
            }
        }
    }

    private void stop() {
        for (var server : new @Nullable LocalServer[] {elasticsearch, redis}) {
            if (server != null) {
                server.kill();
            }
        }
        var running = postgres;
        if (running != null) {
            running.stop(); // killed, it would leave its helper processes writing for a moment
        }
        Folders.delete(home);
    }
}
