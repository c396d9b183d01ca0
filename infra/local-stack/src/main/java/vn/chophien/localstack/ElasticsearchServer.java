package vn.chophien.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A single Elasticsearch node without security, with the Vietnamese analysis plugin of this build. */
public final class ElasticsearchServer extends LocalServer {
    private final EnginePrograms programs;
    private final Path home;
    private final List<String> jvmOptions;

    ElasticsearchServer(EnginePrograms programs, Path home, Path data, int port, List<String> jvmOptions) {
        super("elasticsearch", "Elasticsearch", port, home);
        this.programs = programs;
        this.home = data.resolve("elasticsearch").toAbsolutePath();
        this.jvmOptions = jvmOptions;
    }

    public String url() {
        return "http://%s:%d".formatted(host(), port());
    }

    /** The distribution answers nothing at {@code /}, so its health is asked. */
    @Override
    public boolean isReady() {
        try {
            var connection = (HttpURLConnection)
                    URI.create(url() + "/_cluster/health").toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(2000);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    protected void prepare() {
        for (var folder : List.of("config", "data", "logs", "tmp")) {
            Folders.create(home.resolve(folder));
        }
        try {
            Files.deleteIfExists(processIdFile());
            Files.writeString(home.resolve("config/elasticsearch.yml"), settings());
            Files.write(home.resolve("config/jvm.options"), jvmSettings());
            Files.writeString(home.resolve("config/log4j2.properties"), LOGGING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        EngineUser.own(home);
    }

    /**
     * Elasticsearch's own launcher, told to leave the server running alone: as a parent it would hold some 80 MB for nothing.
     */
    @Override
    protected ProcessHandle launch() {
        var command = EngineUser.command(List.of(
                programs.elasticsearch().resolve("bin/elasticsearch").toString(),
                "-d",
                "-p",
                processIdFile().toString()));
        var builder = new ProcessBuilder(new ArrayList<>(command)).directory(home.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("ES_") || "CLI_JAVA_OPTS".equals(name));
        environment.put("ES_JAVA_HOME", System.getProperty("java.home"));
        environment.put("ES_PATH_CONF", home.resolve("config").toString());
        environment.put("ES_TMPDIR", home.resolve("tmp").toString());
        environment.put("CLI_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        var launcher = launch(builder);
        try {
            if (launcher.waitFor() != 0) {
                throw failedToStart("its launcher ended with code " + launcher.exitValue());
            }
        } catch (InterruptedException e) {
            launcher.destroyForcibly();
            namedInProcessIdFile().ifPresent(ProcessHandle::destroyForcibly);
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while starting Elasticsearch.", e);
        }
        return namedInProcessIdFile().orElseThrow(() -> failedToStart("it ended at once"));
    }

    /** Also finds a server that a crash during its start left unrecorded. */
    @Override
    protected Optional<ProcessHandle> leftover() {
        return super.leftover().or(() -> namedInProcessIdFile().filter(this::servesOurData));
    }

    private Optional<ProcessHandle> namedInProcessIdFile() {
        try {
            return ProcessHandle.of(
                            Long.parseLong(Files.readString(processIdFile()).strip()))
                    .filter(Processes::isRunning);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean servesOurData(ProcessHandle process) {
        var ours = "-Djava.io.tmpdir=" + home.resolve("tmp");
        return process.info().arguments().stream().flatMap(Stream::of).anyMatch(ours::equals);
    }

    private Path processIdFile() {
        return home.resolve("elasticsearch.pid");
    }

    /**
     * The serial collector leaves garbage until the heap is full, so the real use of memory says nothing: a breaker that counts it
     * refuses every search after a rebuild of a large index.
     */
    private String settings() {
        return """
                cluster.name: chophien
                node.name: local
                path.data: %s
                path.logs: %s
                http.host: %s
                http.port: %d
                transport.host: %3$s
                transport.port: 0
                discovery.type: single-node
                xpack.security.enabled: false
                cluster.routing.allocation.disk.threshold_enabled: false
                indices.breaker.total.use_real_memory: false
                """.formatted(home.resolve("data"), home.resolve("logs"), host(), port());
    }

    private List<String> jvmSettings() {
        var own = List.of(
                "-XX:+UseSerialGC",
                "-XX:-AlwaysPreTouch",
                "-Djava.io.tmpdir=${ES_TMPDIR}",
                "-Dorg.apache.lucene.store.defaultReadAdvice=normal",
                "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1",
                "--add-modules=jdk.incubator.vector",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ErrorFile=" + home.resolve("logs/hs_err_pid%p.log"));
        return Stream.concat(own.stream(), jvmOptions.stream()).toList();
    }

    private static final String LOGGING = """
            status = error
            appender.console.type = Console
            appender.console.name = console
            appender.console.layout.type = PatternLayout
            appender.console.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%n
            appender.file.type = RollingFile
            appender.file.name = file
            appender.file.fileName = ${sys:es.logs.base_path}/elasticsearch.log
            appender.file.filePattern = ${sys:es.logs.base_path}/elasticsearch-%i.log
            appender.file.layout.type = PatternLayout
            appender.file.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %m%n
            appender.file.policies.type = Policies
            appender.file.policies.size.type = SizeBasedTriggeringPolicy
            appender.file.policies.size.size = 10MB
            appender.file.strategy.type = DefaultRolloverStrategy
            appender.file.strategy.max = 2
            rootLogger.level = info
            rootLogger.appenderRef.console.ref = console
            rootLogger.appenderRef.file.ref = file
            """;
}
