package vn.chophien.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.listingindex.ListingIndexConnection;

class ListingIndexReaderTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private HttpServer elasticsearch;
    private ListingIndexConnection connection;
    private ListingIndexReader index;
    private volatile String answer = "";

    @BeforeEach
    void open() throws IOException {
        elasticsearch = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        elasticsearch.createContext("/", exchange -> {
            var body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.elasticsearch+json;compatible-with=9");
            exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        elasticsearch.start();
        var url = URI.create("http://127.0.0.1:" + elasticsearch.getAddress().getPort());
        connection = ListingIndexConnection.open(url, PATIENCE, PATIENCE);
        index = new ListingIndexReader(connection, new SearchSettings(url, "listings", PATIENCE, PATIENCE, PATIENCE));
    }

    @AfterEach
    void close() {
        connection.close();
        elasticsearch.stop(0);
    }

    @Test
    void givesAWholeAnswer() {
        answers(false, 0);
        assertThat(ListingSearch.totalOf(Objects.requireNonNull(search()))).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "false, 1", "true, 1"})
    void takesNoPartialAnswerForAWholeOne(boolean timedOut, int failedShards) {
        answers(timedOut, failedShards);
        assertThatThrownBy(this::search).isInstanceOf(SearchUnavailableException.class);
    }

    private @Nullable SearchResponse<Void> search() {
        return index.search(SearchRequest.of(search -> search.index("listings")))
                .block(PATIENCE);
    }

    private void answers(boolean timedOut, int failedShards) {
        answer = """
                {"took": 1, "timed_out": %b, "_shards": {"total": 2, "successful": %d, "skipped": 0, "failed": %d},
                 "hits": {"total": {"value": 7, "relation": "eq"}, "max_score": null, "hits": []}}
                """.formatted(timedOut, 2 - failedShards, failedShards);
    }
}
