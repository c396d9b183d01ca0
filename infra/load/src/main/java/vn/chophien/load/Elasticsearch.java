package vn.chophien.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** Speaks with Elasticsearch in its own words, past the market. Safe for use by many threads. */
final class Elasticsearch implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    Elasticsearch(URI address) {
        this.address = address;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return ApiClient.JSON.readTree(send("GET", path, "application/json", BodyPublishers.noBody()));
    }

    JsonNode send(String method, String path, Object body) throws IOException, InterruptedException {
        return ApiClient.JSON.readTree(send(
                method,
                path,
                "application/json",
                BodyPublishers.ofString(body instanceof String text ? text : ApiClient.JSON.writeValueAsString(body))));
    }

    /** Leaves the answer unread, as {@link ApiClient#fetch} does. */
    void search(String index, String body) throws IOException, InterruptedException {
        send("POST", "/" + index + "/_search?typed_keys=true", "application/json", BodyPublishers.ofString(body));
    }

    JsonNode delete(String path) throws IOException, InterruptedException {
        return ApiClient.JSON.readTree(send("DELETE", path, "application/json", BodyPublishers.noBody()));
    }

    /** Fails when an item failed. */
    void bulk(byte[] lines) throws IOException, InterruptedException {
        var answer = ApiClient.JSON.readTree(
                send("POST", "/_bulk?filter_path=errors", "application/x-ndjson", BodyPublishers.ofByteArray(lines)));
        if (answer.path("errors").asBoolean(true)) {
            throw new IOException("A document was refused.");
        }
    }

    private String send(String method, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .method(method, body)
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("%s %s answered %d: %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }
}
