package vn.chophien.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks JSON with the marketplace API or the sandbox, for whoever the headers say. Safe for use by many threads. */
final class ApiClient implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI address;
    private final Map<String, String> headers;
    private final LongAdder answers;

    private ApiClient(HttpClient http, URI address, Map<String, String> headers, LongAdder answers) {
        this.http = http;
        this.address = address;
        this.headers = headers;
        this.answers = answers;
    }

    static ApiClient guest(URI address) {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        return new ApiClient(http, address, Map.of(), new LongAdder());
    }

    /** Somebody with an account; shares the connections of this client. */
    ApiClient signedIn(String email, String password) throws IOException, InterruptedException {
        var answer = post("/api/v1/auth/token", Map.of("email", email, "password", password))
                .orThrow();
        return new ApiClient(
                http,
                address,
                Map.of("Authorization", "Bearer " + answer.path("access_token").asString()),
                answers);
    }

    /** How many answers came, to this client and to those that share its connections. */
    long answers() {
        return answers.sum();
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return exchange("GET", path, null, Map.of()).orThrow();
    }

    /** Leaves the answer unread: what a client does with it would be measured with what the server does. */
    void fetch(String path) throws IOException, InterruptedException {
        exchange("GET", path, null, Map.of()).orFail();
    }

    Answer post(String path, Object body) throws IOException, InterruptedException {
        return exchange("POST", path, body, Map.of());
    }

    /** One request and its answer, whatever its status; throws when there is none. */
    Answer exchange(String method, String path, @Nullable Object body, Map<String, String> extra)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
        headers.forEach(request::setHeader);
        extra.forEach(request::setHeader);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.setHeader("Content-Type", "application/json");
            request.method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        answers.increment();
        return new Answer(
                method + " " + path,
                answer.statusCode(),
                answer.headers().firstValue("ETag").orElse(""),
                answer.body());
    }

    @Override
    public void close() {
        http.close();
    }

    /** @param etag the version of the resource, or empty */
    record Answer(String request, int status, String etag, String text) {

        boolean ok() {
            return status < 300;
        }

        JsonNode body() {
            return JSON.readTree(text.isEmpty() ? "{}" : text);
        }

        JsonNode orThrow() throws IOException {
            orFail();
            return body();
        }

        void orFail() throws IOException {
            if (!ok()) {
                throw new IOException("%s answered %d: %s".formatted(request, status, text));
            }
        }
    }
}
