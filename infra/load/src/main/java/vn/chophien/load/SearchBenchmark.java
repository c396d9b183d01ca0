package vn.chophien.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import vn.chophien.load.synthetic.Questions;

/**
 * How long buyers wait for results with facets and for suggestions at 50 requests a second, and how many searches a second the API answers beside how
 * many Elasticsearch answers when it is sent the very bodies that the API sends it, in turns of one run. Meant for a market of a million synthetic
 * listings.
 *
 * <p>{@code SearchBenchmark [address of the API] [address of Elasticsearch] [log file of Elasticsearch]}; exits with 1 when a promise is broken.
 */
public final class SearchBenchmark {

    private static final Duration RESULTS = Duration.ofMillis(100);
    private static final Duration SUGGESTIONS = Duration.ofMillis(30);
    private static final double SHARE = 0.7;

    private static final OpenLoop LOAD = new OpenLoop(50, Duration.ofSeconds(60));
    /** One request after the other: at a fixed rate, what comes while the machine compiles itself would pile up. */
    private static final Duration WARM_UP = Duration.ofSeconds(90);

    private static final int CLIENTS = 4;
    private static final int TURNS = 3;
    private static final Duration TURN = Duration.ofSeconds(15);

    private final ApiClient market;
    private final Elasticsearch engine;
    private final Path log;
    private final List<String> searches = Questions.ofGoods().searches();
    private final List<String> suggestions = Questions.ofGoods().suggestions();

    private SearchBenchmark(ApiClient market, Elasticsearch engine, Path log) {
        this.market = market;
        this.engine = engine;
        this.log = log;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        var address = URI.create(arguments.length > 0 ? arguments[0] : "http://localhost:8081");
        var index = URI.create(arguments.length > 1 ? arguments[1] : "http://localhost:8092");
        var log = Path.of(arguments.length > 2 ? arguments[2] : "elasticsearch.log");
        boolean kept;
        try (var market = ApiClient.guest(address);
                var engine = new Elasticsearch(index)) {
            kept = new SearchBenchmark(market, engine, log).run();
        }
        System.exit(kept ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException, ExecutionException {
        IndexFigures.of(engine).print();
        var bodies = bodies();
        rate(1, WARM_UP, number -> market.fetch(searches.get(number % searches.size())));
        boolean kept = waits("searches with facets", searches, RESULTS);
        rate(1, WARM_UP, number -> market.fetch(suggestions.get(number % suggestions.size())));
        kept &= waits("suggestions", suggestions, SUGGESTIONS);
        return throughput(bodies) & kept;
    }

    /** Of searches that nobody asked lately: the API counts the facets of each once a minute, Elasticsearch alone every time. */
    private List<String> bodies() throws IOException, InterruptedException {
        var bodies = SentSearches.record(engine, log, () -> {
            for (var search : searches) {
                market.get(search);
            }
        });
        System.out.printf("%d searches of buyers are %d searches of the index%n", searches.size(), bodies.size());
        return bodies;
    }

    private boolean waits(String of, List<String> paths, Duration promise)
            throws InterruptedException, ExecutionException {
        var waits = LOAD.run(number -> market.fetch(paths.get(number % paths.size())));
        System.out.printf(
                "%d %s a second: p50 %d ms, p95 %d ms, p99 %d ms (promised %d ms)%n",
                LOAD.perSecond(),
                of,
                waits.at(50).toMillis(),
                waits.at(95).toMillis(),
                waits.at(99).toMillis(),
                promise.toMillis());
        return waits.at(99).compareTo(promise) <= 0;
    }

    private boolean throughput(List<String> bodies) throws InterruptedException, ExecutionException {
        double ofMarket = 0;
        double ofEngine = 0;
        for (int i = 1; i <= TURNS; i++) {
            double market = rate(CLIENTS, TURN, number -> this.market.fetch(searches.get(number % searches.size())));
            // Every buyer's search counts once, however many questions it asks the index.
            double engine =
                    rate(CLIENTS, TURN, number -> this.engine.search("listings", bodies.get(number % bodies.size())))
                            * searches.size()
                            / bodies.size();
            System.out.printf(
                    "turn %d: %.1f searches/s by the API, %.1f/s by Elasticsearch alone%n", i, market, engine);
            ofMarket += market / TURNS;
            ofEngine += engine / TURNS;
        }
        double share = ofMarket / ofEngine;
        System.out.printf(
                "%d clients: %.1f searches/s by the API beside %.1f/s by Elasticsearch alone: %.2f (promised %.1f)%n",
                CLIENTS, ofMarket, ofEngine, share, SHARE);
        return share >= SHARE;
    }

    private static double rate(int clients, Duration turn, OpenLoop.Request request)
            throws InterruptedException, ExecutionException {
        var next = new AtomicInteger();
        var done = new AtomicLong();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var sending = IntStream.range(0, clients)
                    .mapToObj(client -> threads.submit(() -> {
                        while (System.nanoTime() - start < turn.toNanos()) {
                            request.send(next.getAndIncrement());
                            done.incrementAndGet();
                        }
                        return null;
                    }))
                    .toList();
            for (var client : sending) {
                client.get();
            }
        }
        return done.get() / ((System.nanoTime() - start) / 1e9);
    }
}
