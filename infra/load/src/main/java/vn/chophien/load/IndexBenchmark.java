package vn.chophien.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * How fast the indexer rebuilds the index from the catalogue beside how fast the same documents, in a file, are loaded into the same Elasticsearch in
 * bulk: both in one run, both until the last document can be searched, both when programs are warm, which a rebuild before that sees to. The
 * rebuild also compares and switches, which its time includes; that its segments are then made one is waited for and printed, but is no part of either.
 *
 * <p>{@code IndexBenchmark [address of the indexer's actuator] [address of Elasticsearch]}; exits with 1 when a rebuild is slower than the promised
 * share.
 */
public final class IndexBenchmark {

    private static final double SHARE = 0.7;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private IndexBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var actuator = URI.create(arguments.length > 0 ? arguments[0] : "http://localhost:8082");
        var address = URI.create(arguments.length > 1 ? arguments[1] : "http://localhost:8092");
        double share;
        try (var indexer = ApiClient.guest(actuator);
                var engine = new Elasticsearch(address)) {
            share = run(indexer, engine);
        }
        System.exit(share >= SHARE ? 0 : 1);
    }

    private static double run(ApiClient indexer, Elasticsearch engine)
            throws IOException, InterruptedException, ExecutionException {
        System.out.printf("first rebuild, which warms both up: %.0f listings/s%n", rebuild(indexer, engine));
        var file = Files.createTempFile("listings", ".ndjson");
        try {
            double loaded = load(engine, file);
            IndexFigures.of(engine).print();
            double rebuilt = rebuild(indexer, engine);
            System.out.printf(
                    "rebuild %.0f listings/s, bulk load of a file %.0f/s: %.2f (promised %.1f)%n",
                    rebuilt, loaded, rebuilt / loaded, SHARE);
            return rebuilt / loaded;
        } finally {
            Files.delete(file);
        }
    }

    /** How many listings a second, until they are searched. */
    private static double rebuild(ApiClient indexer, Elasticsearch engine) throws IOException, InterruptedException {
        long start = System.nanoTime();
        rebuild(indexer);
        double rate = rate(engine, "listings", start);
        awaitOneSegment(engine);
        System.out.printf("one segment %.0f s after the rebuild began%n", seconds(start));
        return rate;
    }

    private static void rebuild(ApiClient indexer) throws IOException, InterruptedException {
        var before = index(indexer);
        indexer.post("/actuator/listings/rebuild", Map.of()).orThrow();
        while (index(indexer).equals(before)) {
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    /** Elasticsearch goes on with it when the index is searched already; it would slow down what is measured next. */
    private static void awaitOneSegment(Elasticsearch engine) throws IOException, InterruptedException {
        while (IndexFigures.of(engine).segments() > 1) {
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private static String index(ApiClient indexer) throws IOException, InterruptedException {
        return indexer.get("/actuator/listings").path("index").asString();
    }

    private static double load(Elasticsearch engine, Path file)
            throws IOException, InterruptedException, ExecutionException {
        var copy = IndexCopy.of(engine, "listings", "load-benchmark");
        copy.save(file);
        System.out.printf("%.0f MiB of documents in the file%n", Files.size(file) / (double) (1 << 20));
        try {
            copy.create();
            long start = System.nanoTime();
            copy.load(file);
            return rate(engine, "load-benchmark", start);
        } finally {
            copy.drop();
        }
    }

    private static double rate(Elasticsearch engine, String index, long start)
            throws IOException, InterruptedException {
        return IndexFigures.of(engine, index).documents() / seconds(start);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
