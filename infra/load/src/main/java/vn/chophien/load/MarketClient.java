package vn.chophien.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who is signed in and uses the public API. */
final class MarketClient implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http;
    private final URI address;
    private final String token;

    private MarketClient(HttpClient http, URI address, String token) {
        this.http = http;
        this.address = address;
        this.token = token;
    }

    static MarketClient signedIn(URI address, String email, String password) throws IOException, InterruptedException {
        var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        var visitor = new MarketClient(http, address, "");
        var credentials = JSON.writeValueAsString(Map.of("email", email, "password", password));
        var answer = visitor.send(HttpRequest.newBuilder(address.resolve("/api/v1/auth/token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(credentials)));
        return new MarketClient(
                http, address, JSON.readTree(answer.body()).path("access_token").asString());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(authorized(path).GET()).body());
    }

    /** Sets the price of a variant, in the version of its listing that is current now. */
    void edit(String listing, String variant, long price) throws IOException, InterruptedException {
        var version = send(authorized(listing).GET())
                .headers()
                .firstValue("ETag")
                .orElseThrow(() -> new IOException("No ETag for " + listing));
        send(authorized(listing + "/variants/" + variant)
                .header("Content-Type", "application/json")
                .header("If-Match", version)
                .method("PATCH", BodyPublishers.ofString(JSON.writeValueAsString(Map.of("price", price)))));
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        var request = builder.timeout(Duration.ofSeconds(30)).build();
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("%s %s answered %d: %s"
                    .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
        }
        return answer;
    }
}
