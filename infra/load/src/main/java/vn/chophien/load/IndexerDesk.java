package vn.chophien.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The management endpoint of a local market's indexer, which may be down for a while. */
final class IndexerDesk implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final ApiClient indexer;

    private IndexerDesk(ApiClient indexer) {
        this.indexer = indexer;
    }

    static IndexerDesk open(int base) {
        return new IndexerDesk(ApiClient.guest(URI.create("http://127.0.0.1:" + (base + 2))));
    }

    /** Where the index stands, or nothing to be seen while the indexer is down. */
    JsonNode state() throws InterruptedException {
        try {
            return indexer.get("/actuator/listings");
        } catch (IOException down) {
            return ApiClient.JSON.createObjectNode();
        }
    }

    /** Whether the indexer was there to hear it. */
    boolean begin(String action, Map<String, ?> choice) throws InterruptedException {
        try {
            return indexer.post("/actuator/listings/" + action, choice).ok();
        } catch (IOException down) {
            return false;
        }
    }

    /** Compares index and catalogue and answers the report. */
    JsonNode compare(Duration patience) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        boolean begun = false;
        while (System.nanoTime() < end) {
            begun = begun || begin("compare", Map.of());
            var last = state().path("last");
            if (begun
                    && last.path("action").asString("").equals("COMPARE")
                    && !last.path("report").isMissingNode()) {
                if (last.path("report").isNull()) {
                    throw new IOException("The comparison failed: " + last.path("failure"));
                }
                return last.path("report");
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new IOException("The comparison did not end within " + patience.toSeconds() + " s.");
    }

    @Override
    public void close() {
        indexer.close();
    }
}
