package vn.chophien.load;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bodies of the searches that the market sends Elasticsearch, as Elasticsearch's own slow log has them when everything counts as slow. */
final class SentSearches {

    private static final String THRESHOLD = "index.search.slowlog.threshold.query.info";
    private static final String SOURCE = "elasticsearch.slowlog.source=";

    private SentSearches() {}

    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** What was sent during the work, in its order. */
    static List<String> record(Elasticsearch engine, Path log, Work work) throws IOException, InterruptedException {
        long before = Files.size(log);
        threshold(engine, "0ms");
        try {
            work.run();
        } finally {
            threshold(engine, null);
        }
        var bodies = new ArrayList<String>();
        try (var file = Files.newByteChannel(log)) {
            if (file.size() < before) {
                throw new IOException("Elasticsearch began a new log meanwhile; try again.");
            }
            file.position(before);
            var text = new String(Channels.newInputStream(file).readAllBytes(), StandardCharsets.UTF_8);
            for (int at = text.indexOf(SOURCE); at >= 0; at = text.indexOf(SOURCE, at + 1)) {
                int start = at + SOURCE.length();
                bodies.add(ApiClient.JSON.readValue(text.substring(start, endOfQuoted(text, start)), String.class));
            }
        }
        if (bodies.isEmpty()) {
            throw new IOException("No search was logged in " + log + "; is it the log of this Elasticsearch?");
        }
        return bodies;
    }

    /** After the quote that closes the one at {@code start}. */
    private static int endOfQuoted(String text, int start) {
        int at = start + 1;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private static void threshold(Elasticsearch engine, @Nullable String value)
            throws IOException, InterruptedException {
        Map<String, @Nullable String> settings = new HashMap<>();
        settings.put(THRESHOLD, value);
        engine.send("PUT", "/listings/_settings", settings);
    }
}
