package vn.chophien.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a launcher must survive: restarts, kills, and what earlier runs left lying about. */
class EnginesTests {
    @TempDir
    private Path home;

    private final EnginePrograms programs = EnginePrograms.ofThisBuild();
    private final java.util.ArrayList<LocalServer> started = new java.util.ArrayList<>();

    @BeforeEach
    void letTheEnginesUserIn() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void stopAll() {
        started.reversed().forEach(LocalServer::stop);
    }

    @Test
    void postgresKeepsItsDataOverARestart() throws SQLException {
        var postgres = start(postgres());
        execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");

        postgres.stop();
        assertThat(postgres.isReady()).isFalse();
        postgres.start();

        assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
    }

    @Test
    void postgresComesBackAfterAKillWithWhatWasCommitted() throws SQLException {
        var postgres = start(postgres());
        execute(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
        var killed = processOf(postgres);

        killed.destroyForcibly();
        killed.onExit().join();
        postgres.start();

        assertThat(query(postgres, "SELECT answer FROM kept")).isEqualTo("42");
        assertThat(processOf(postgres)).isNotEqualTo(killed);
    }

    @Test
    void postgresIsNotStoppedByAStaleLockThatNamesAStranger() throws IOException, SQLException {
        var postgres = start(postgres());
        postgres.stop();
        // As after a power cut, with the id given to another process since.
        Files.writeString(
                home.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");

        postgres.start();

        assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
    }

    @Test
    void postgresTakesServerSettings() throws SQLException {
        var postgres = start(new PostgresServer(
                programs, home, home, Ports.free(), Map.of("wal_level", "logical", "max_connections", "33")));

        assertThat(query(postgres, "SHOW wal_level")).isEqualTo("logical");
        assertThat(query(postgres, "SHOW max_connections")).isEqualTo("33");
    }

    @Test
    void aNewLauncherEndsWhatACrashedOneLeftRunning() throws SQLException {
        var crashed = start(postgres());
        execute(crashed, "CREATE TABLE kept AS SELECT 42 AS answer");
        var left = processOf(crashed);

        var successor = start(postgres());

        assertThat(left.isAlive()).isFalse();
        assertThat(query(successor, "SELECT answer FROM kept")).isEqualTo("42");
    }

    @Test
    void elasticsearchKeepsItsDataOverAKill() throws IOException {
        var elasticsearch = start(new ElasticsearchServer(
                programs, home, home, Ports.free(), List.of("-Xmx384m", "-XX:TieredStopAtLevel=1")));
        put(elasticsearch.url() + "/kept/_doc/1?refresh=true", "{\"name\":\"mật ong\"}");
        var killed = processOf(elasticsearch);

        killed.destroyForcibly();
        killed.onExit().join();
        elasticsearch.start();

        assertThat(get(elasticsearch.url() + "/_cluster/health/kept?wait_for_status=yellow&timeout=30s"))
                .contains("\"status\":\"yellow\"");
        assertThat(get(elasticsearch.url() + "/kept/_doc/1")).contains("mật ong");
    }

    @Test
    void saysWhichPortIsInUse() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var redis = new RedisServer(programs, home, home, taken.getLocalPort());

            assertThatThrownBy(redis::start)
                    .isInstanceOf(LocalStackException.class)
                    .hasMessage("Port %d, which Redis needs, is in use.", taken.getLocalPort());
        }
    }

    @Test
    void showsTheEndOfTheLogWhenAnEngineDoesNotStart() {
        var postgres = new PostgresServer(programs, home, home, Ports.free(), Map.of("wal_level", "no_such_level"));

        assertThatThrownBy(postgres::start)
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("PostgreSQL did not start")
                .hasMessageContaining("no_such_level");
    }

    @Test
    void theSupervisorBringsAKilledEngineBack() throws InterruptedException {
        var redis = start(new RedisServer(programs, home, home, Ports.free()));
        var heard = new java.io.ByteArrayOutputStream();
        var supervisor = new Supervisor(new Progress(new java.io.PrintStream(heard, true, StandardCharsets.UTF_8)));
        supervisor.watch(redis);
        var killed = processOf(redis);

        killed.destroyForcibly();
        killed.onExit().join();

        for (var waited = 0;
                waited < 200 && !heard.toString(StandardCharsets.UTF_8).contains("is back");
                waited++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        supervisor.stop();
        assertThat(heard.toString(StandardCharsets.UTF_8))
                .contains("Redis ended unexpectedly; starting it again", "Redis is back after");
        assertThat(redis.isReady()).isTrue();
        assertThat(processOf(redis)).isNotEqualTo(killed);
    }

    @Test
    void isTooLateToStartAfterTheEnd() {
        var redis = new RedisServer(programs, home, home, Ports.free());
        redis.close();

        assertThatThrownBy(redis::start).isInstanceOf(LocalStackException.class);
    }

    private PostgresServer postgres() {
        return new PostgresServer(programs, home, home, Ports.free(), Map.of());
    }

    private <S extends LocalServer> S start(S server) {
        started.add(server);
        server.start();
        return server;
    }

    private static ProcessHandle processOf(LocalServer server) {
        return server.process().orElseThrow();
    }

    private static void execute(PostgresServer postgres, String sql) throws SQLException {
        var database = postgres.database();
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(PostgresServer postgres, String sql) throws SQLException {
        var database = postgres.database();
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return Objects.requireNonNull(result.getString(1));
        }
    }

    private static void put(String url, String body) throws IOException {
        var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestMethod("PUT");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (OutputStream request = connection.getOutputStream()) {
            request.write(body.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(connection.getResponseCode()).isEqualTo(201);
    }

    private static String get(String url) throws IOException {
        try (var answer = URI.create(url).toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
