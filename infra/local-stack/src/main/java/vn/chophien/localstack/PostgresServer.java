package vn.chophien.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** PostgreSQL 18 with a superuser and a database {@code chophien}. */
public final class PostgresServer extends LocalServer {
    private static final String USER = "chophien";
    private static final String PASSWORD = "chophien";
    private static final String DATABASE = "chophien";

    /**
     * Small enough that many connections, each counted with the shared memory it touched, stay small together. Reading at random costs hardly
     * more than in sequence on what holds data today; the server's own default still plans for turning disks, and reads small tables whole.
     */
    private static final Map<String, String> FRUGAL = Map.of(
            "shared_buffers", "48MB",
            "max_connections", "200",
            "max_parallel_workers_per_gather", "0",
            "jit", "off",
            "random_page_cost", "1.1",
            "log_timezone", "UTC",
            "timezone", "UTC");

    private final EnginePrograms programs;
    private final Path data;
    private final Map<String, String> settings;

    /**
     * @param home folder for the log and the process record
     * @param data folder for data, which the engines' user must reach
     * @param settings server parameters, such as {@code wal_level}
     */
    PostgresServer(EnginePrograms programs, Path home, Path data, int port, Map<String, String> settings) {
        super("postgres", "PostgreSQL", port, home);
        this.programs = programs;
        this.data = data.resolve("postgres").toAbsolutePath();
        this.settings = settings;
    }

    /** The database every installation starts with. */
    public Database database() {
        return new Database(host(), port(), DATABASE, USER, PASSWORD);
    }

    boolean hasData() {
        return Files.exists(data.resolve("PG_VERSION"));
    }

    /** Creates an empty database. */
    public Database createDatabase(String name) {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"" + name.replace("\"", "\"\"") + "\"");
            return new Database(host(), port(), name, USER, PASSWORD);
        } catch (SQLException e) {
            throw new LocalStackException("Cannot create the database %s: %s".formatted(name, e.getMessage()), e);
        }
    }

    @Override
    public boolean isReady() {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            ensureDatabase(connection);
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    protected void prepare() {
        if (!hasData()) {
            initialize();
        }
        discardStaleLock();
        EngineUser.own(data);
    }

    @Override
    protected ProcessHandle launch() {
        var command = new ArrayList<>(
                List.of(programs.postgres().resolve("bin/postgres").toString(), "-D", data.toString()));
        set(command, "port", Integer.toString(port()));
        set(command, "listen_addresses", host());
        set(command, "unix_socket_directories", "");
        FRUGAL.forEach((key, value) -> set(command, key, value));
        settings.forEach((key, value) -> set(command, key, value));
        return launch(builder(command)).toHandle();
    }

    /** Fast shutdown: SIGTERM would wait for clients to leave. */
    @Override
    protected void requestStop(ProcessHandle running) {
        try {
            builder(List.of(
                            programs.postgres().resolve("bin/pg_ctl").toString(),
                            "stop",
                            "--mode=fast",
                            "--no-wait",
                            "-D",
                            data.toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            running.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Also finds a postmaster whose start was never recorded: the lock file in our own data folder names it. */
    @Override
    protected Optional<ProcessHandle> leftover() {
        return super.leftover().or(() -> lockHolder().filter(this::servesOurData));
    }

    private void initialize() {
        if (Files.exists(data)) {
            Folders.delete(data); // an initialization that a crash cut short
        }
        Folders.create(data);
        var password = data.resolveSibling("postgres.password");
        try {
            Files.writeString(password, PASSWORD);
            EngineUser.own(data);
            EngineUser.own(password);
            var process = launch(builder(new ArrayList<>(List.of(
                    programs.postgres().resolve("bin/initdb").toString(),
                    "--pgdata=" + data,
                    "--username=" + USER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--no-sync"))));
            if (process.waitFor() != 0) {
                throw failedToStart("initdb failed");
            }
            Files.delete(password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalStackException("Interrupted while initializing PostgreSQL.", e);
        }
    }

    /** PostgreSQL refuses to start while any process has the id in the lock file, even one that is not PostgreSQL. */
    private void discardStaleLock() {
        var foreign = lockHolder().filter(holder -> !servesOurData(holder));
        if (foreign.isPresent()) {
            try {
                Files.deleteIfExists(lockFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Optional<ProcessHandle> lockHolder() {
        try {
            return Files.readAllLines(lockFile()).stream()
                    .findFirst()
                    .map(line -> Long.parseLong(line.strip()))
                    .flatMap(ProcessHandle::of)
                    .filter(Processes::isRunning);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean servesOurData(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of()).contains(data.toString());
    }

    private Path lockFile() {
        return data.resolve("postmaster.pid");
    }

    private void ensureDatabase(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, DATABASE);
            try (var found = query.executeQuery();
                    var statement = connection.createStatement()) {
                if (!found.next()) {
                    statement.execute("CREATE DATABASE " + DATABASE);
                }
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        var url = "jdbc:postgresql://%s:%d/%s?connectTimeout=2&socketTimeout=10".formatted(host(), port(), database);
        return DriverManager.getConnection(url, USER, PASSWORD);
    }

    private ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(new ArrayList<>(EngineUser.command(command)));
        builder.directory(Folders.parent(data).toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder;
    }

    private static void set(List<String> command, String key, String value) {
        command.add("-c");
        command.add(key + "=" + value);
    }
}
