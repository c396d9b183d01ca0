package vn.chophien.load;

import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The index of a local market as a search sees it: what is written, but not refreshed yet, is not there. */
final class SearchedIndex implements AutoCloseable {

    private static final int PAGE = 5_000;

    private final ApiClient elasticsearch;

    private SearchedIndex(ApiClient elasticsearch) {
        this.elasticsearch = elasticsearch;
    }

    static SearchedIndex open(int base) {
        return new SearchedIndex(ApiClient.guest(URI.create("http://127.0.0.1:" + (base + 12))));
    }

    /** The versions of those of the listings that are found. */
    Map<UUID, Long> versions(Collection<UUID> listings) throws IOException, InterruptedException {
        var versions = new HashMap<UUID, Long>();
        for (var hit : hits(Map.of(
                "size", listings.size(),
                "version", true,
                "_source", false,
                "track_total_hits", false,
                "query",
                        Map.of(
                                "terms",
                                Map.of(
                                        "id",
                                        listings.stream().map(UUID::toString).toList()))))) {
            versions.put(id(hit), hit.path("_version").asLong());
        }
        return versions;
    }

    /** The lowest price of every listing that is found. */
    Map<UUID, Long> prices() throws IOException, InterruptedException {
        var prices = new HashMap<UUID, Long>();
        String last = "";
        while (true) {
            var hits = hits(Map.of(
                    "size", PAGE,
                    "_source", List.of("min_price"),
                    "track_total_hits", false,
                    "query", Map.of("match_all", Map.of()),
                    "search_after", List.of(last),
                    "sort", List.of("id")));
            for (var hit : hits) {
                prices.put(id(hit), hit.path("_source").path("min_price").asLong());
                last = hit.path("_id").asString();
            }
            if (hits.size() < PAGE) {
                return prices;
            }
        }
    }

    @Override
    public void close() {
        elasticsearch.close();
    }

    private JsonNode hits(Map<String, Object> search) throws IOException, InterruptedException {
        return elasticsearch
                .post("/listings/_search", search)
                .orThrow()
                .path("hits")
                .path("hits");
    }

    private static UUID id(JsonNode hit) {
        return UUID.fromString(hit.path("_id").asString());
    }
}
