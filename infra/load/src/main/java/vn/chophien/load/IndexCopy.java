package vn.chophien.load;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An index with the settings, the mapping and the documents of another, filled from a file as fast as it goes. */
final class IndexCopy {

    private static final int PAGE = 2_000;
    /** Elasticsearch advises 5 to 15 MB. */
    private static final int BULK = 5 << 20;

    private static final int IN_FLIGHT = 2;

    private final Elasticsearch engine;
    private final String from;
    private final String to;

    private IndexCopy(Elasticsearch engine, String from, String to) {
        this.engine = engine;
        this.from = from;
        this.to = to;
    }

    static IndexCopy of(Elasticsearch engine, String from, String to) {
        return new IndexCopy(engine, from, to);
    }

    /** Writes every document with its index line, as {@code _bulk} wants them. */
    void save(Path file) throws IOException, InterruptedException {
        var view = engine.send("POST", "/" + from + "/_pit?keep_alive=5m", "")
                .path("id")
                .asString();
        try (var out = Files.newBufferedWriter(file)) {
            var question = ApiClient.JSON.createObjectNode().put("size", PAGE).put("track_total_hits", false);
            question.putObject("pit").put("id", view).put("keep_alive", "5m");
            question.putArray("sort").add("_shard_doc");
            for (var hits = hits(question); !hits.isEmpty(); hits = hits(question)) {
                for (var hit : hits) {
                    out.write("{\"index\":{\"_index\":\"%s\",\"_id\":\"%s\"}}\n"
                            .formatted(to, hit.path("_id").asString()));
                    out.write(hit.path("_source").toString());
                    out.write('\n');
                }
                question.set("search_after", hits.get(hits.size() - 1).path("sort"));
            }
        }
    }

    private JsonNode hits(ObjectNode question) throws IOException, InterruptedException {
        return engine.send("POST", "/_search", question).path("hits").path("hits");
    }

    /** Like a rebuild does: without refreshes and replicas. */
    void create() throws IOException, InterruptedException {
        var live = engine.get("/" + from).valueStream().findFirst().orElseThrow();
        var settings = ApiClient.JSON.createObjectNode();
        settings.put("number_of_shards", 1).put("number_of_replicas", 0).put("refresh_interval", "-1");
        settings.set("analysis", live.path("settings").path("index").path("analysis"));
        var index = ApiClient.JSON.createObjectNode();
        index.set("settings", settings);
        index.set("mappings", live.path("mappings"));
        engine.send("PUT", "/" + to, index);
    }

    /** Answers when every document can be searched. */
    void load(Path file) throws IOException, InterruptedException, ExecutionException {
        var free = new Semaphore(IN_FLIGHT);
        var sent = new ArrayList<Future<?>>();
        try (var lines = Files.newBufferedReader(file);
                var threads = Executors.newFixedThreadPool(IN_FLIGHT)) {
            for (var bulk = next(lines); bulk.length > 0; bulk = next(lines)) {
                var body = bulk;
                free.acquire();
                sent.add(threads.submit(() -> {
                    try {
                        engine.bulk(body);
                    } finally {
                        free.release();
                    }
                    return null;
                }));
            }
            for (var bulk : sent) {
                bulk.get();
            }
        }
        engine.send("POST", "/" + to + "/_refresh", "");
    }

    private static byte[] next(BufferedReader lines) throws IOException {
        var bulk = new ByteArrayOutputStream(BULK + (1 << 16));
        while (bulk.size() < BULK) {
            var action = lines.readLine();
            if (action == null) {
                break;
            }
            bulk.write((action + "\n" + lines.readLine() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return bulk.toByteArray();
    }

    void drop() throws IOException, InterruptedException {
        engine.delete("/" + to);
    }
}
