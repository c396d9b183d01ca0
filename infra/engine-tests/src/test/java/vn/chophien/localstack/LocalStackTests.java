package vn.chophien.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LocalStackTests {
    private final LocalStack stack = LocalStack.shared();

    @Test
    void givesEachCallerADatabaseOfItsOwn() throws SQLException {
        var one = stack.freshDatabase();
        var other = stack.freshDatabase();

        execute(one, "CREATE TABLE only_here (id int)");

        assertThat(tableExists(one)).isTrue();
        assertThat(tableExists(other)).isFalse();
    }

    @Test
    void runsPostgres18WithVietnameseCollation() throws SQLException {
        assertThat(query(stack.freshDatabase(), "SHOW server_version")).startsWith("18.");
        assertThat(
                        query(
                                stack.freshDatabase(),
                                "SELECT string_agg(n, ' ' ORDER BY n COLLATE \"vi-x-icu\") FROM (VALUES ('ức'), ('đá'), ('dừa'), ('ăn')) AS t(n)"))
                .isEqualTo("ăn dừa đá ức");
        assertThat(query(stack.freshDatabase(), "SELECT lower('ĐẶC SẢN')")).isEqualTo("đặc sản");
    }

    @Test
    void runsRedis() {
        assertThat(stack.redis().isReady()).isTrue();
        assertThat(stack.redis().url())
                .isEqualTo("redis://127.0.0.1:" + stack.redis().port());
    }

    @Test
    void indexesAndFindsADocumentInElasticsearch() throws Exception {
        var index = stack.elasticsearch().url() + "/local-stack-test";
        send("PUT", index + "/_doc/1?refresh=true", "{\"name\":\"mật ong\"}");

        assertThat(send("GET", index + "/_search?q=name:ong", "")).contains("\"mật ong\"");
    }

    @Test
    void teachesElasticsearchVietnamese() throws Exception {
        var tokens = send(
                "POST",
                stack.elasticsearch().url() + "/_analyze",
                "{\"tokenizer\":\"standard\",\"filter\":[\"vietnamese_folding\"],\"text\":\"cà phê Đắk Lắk\"}");

        assertThat(tokens).contains("\"ca\"", "\"phe\"", "\"dak\"", "\"lak\"");
    }

    @Test
    void startsAnEngineOnlyOnce() {
        assertThat(stack.postgres()).isSameAs(LocalStack.shared().postgres());
    }

    private static boolean tableExists(Database database) throws SQLException {
        return "t".equals(query(database, "SELECT to_regclass('only_here') IS NOT NULL"));
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(Database database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static String send(String method, String url, String body) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
