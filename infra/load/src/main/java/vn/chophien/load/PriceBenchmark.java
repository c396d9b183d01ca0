package vn.chophien.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The price feed at size: fills the record with daily series, reads boards, whole series and past states of them with many
 * clients, and lets many subscribers hear of a publication that two officers make.
 *
 * <p>{@code PriceBenchmark API-ADDRESS JDBC-URL API-PID [series] [years] [subscribers] [seconds of each reading]}, which only
 * fills for 0 subscribers; exits with 1 when a subscriber waits longer than the promise. The storefront is expected at the
 * port before the API's, as {@code ./start} starts it.
 */
public final class PriceBenchmark {
    private static final Duration PROMISE = Duration.ofSeconds(2);
    private static final int CLIENTS = 16;
    private static final int MONTHS_FORECAST = 12;
    private static final Pattern USED = Pattern.compile("total .*used (\\d+)K");

    private final URI address;
    private final long apiProcess;
    private final int series;
    private final Duration reading;

    private PriceBenchmark(URI address, long apiProcess, int series, Duration reading) {
        this.address = address;
        this.apiProcess = apiProcess;
        this.series = series;
        this.reading = reading;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int series = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 10_000;
        int years = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 10;
        int subscribers = arguments.length > 5 ? Integer.parseInt(arguments[5]) : 1_000;
        int seconds = arguments.length > 6 ? Integer.parseInt(arguments[6]) : 10;
        var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        try (var fill = new PriceFill(arguments[1])) {
            var filled = fill.fill(series, years, today);
            System.out.printf(
                    "%,d series x %d years daily: %,d observations in %.1f s, %,d a second; %s%n",
                    series,
                    years,
                    filled.rows(),
                    filled.took().toMillis() / 1000.0,
                    filled.rowsASecond(),
                    fill.sizes());
            var forecast = fill.forecast(MONTHS_FORECAST, today);
            System.out.printf(
                    "%,d forecasts of 14 days in %.1f s%n",
                    forecast.rows(), forecast.took().toMillis() / 1000.0);
        }
        if (subscribers == 0) {
            return;
        }
        var benchmark = new PriceBenchmark(
                URI.create(arguments[0]), Long.parseLong(arguments[2]), series, Duration.ofSeconds(seconds));
        benchmark.read();
        System.exit(benchmark.follow(subscribers, today) ? 0 : 1);
    }

    private void read() throws IOException, InterruptedException {
        var past = publicationBeforeTheLastDay();
        for (int time = 1; time <= 2; time++) {
            once("board, time " + time, "/api/v1/prices/board");
            once("board of the past, time " + time, "/api/v1/prices/board?as_of=" + past);
            once("choices of the board, time " + time, "/api/v1/prices/board/filters");
            once("alerts, time " + time, "/api/v1/prices/alerts");
            once("track record, time " + time, "/api/v1/prices/track-record");
            once("feed, time " + time, "/api/v1/prices/feed.atom");
            once("feed of alerts, time " + time, "/api/v1/prices/alerts.atom");
            once("publication of a year, time " + time, "/api/v1/prices/publications/" + past);
            once("SDMX structure, time " + time, "/api/v1/prices/sdmx/structure");
            once("board as a CSV file, time " + time, "/api/v1/prices/board.csv");
            once("storefront's board, time " + time, storefront("/market-prices"));
            once("storefront's commodity, time " + time, storefront("/market-prices/BENCH-1"));
            once("storefront's series, time " + time, storefront("/market-prices/series/" + PriceFill.code(1)));
            once("storefront's alerts, time " + time, storefront("/market-prices/alerts"));
        }
        measure("first page of the board", () -> "/api/v1/prices/board");
        measure("board searched by words", () -> "/api/v1/prices/board?q=" + any() % 500);
        measure("board of a province", () -> "/api/v1/prices/board?province=" + PriceFill.province(any()));
        measure("board of the past", () -> "/api/v1/prices/board?as_of=" + past);
        measure("choices of the board", () -> "/api/v1/prices/board/filters");
        measure("page of series", () -> "/api/v1/prices/series?page_size=100");
        measure("commodities", () -> "/api/v1/prices/commodities");
        measure("alerts", () -> "/api/v1/prices/alerts");
        measure("storefront's board", () -> storefront("/market-prices"));
        measure("storefront's board by words", () -> storefront("/market-prices?q=" + any() % 500));
        measure("storefront's series", () -> storefront("/market-prices/series/" + PriceFill.code(any())));
        measure("commodity's latest prices", () -> "/api/v1/prices/commodities/BENCH-" + any() % 500 + "/latest");
        measure("series, all its years", () -> observations("?from=1990-01-01"));
        measure(
                "series, one year",
                () -> observations("?from=" + LocalDate.now(ZoneId.of("UTC")).minusYears(1)));
        measure("series as a CSV file", () -> "/api/v1/prices/series/" + PriceFill.code(any()) + "/observations.csv");
        measure("series of the past", () -> observations("?from=1990-01-01&as_of=" + past));
    }

    /** Before that of the last day's prices there is that of the year's, and after it that of the forecasts. */
    private String publicationBeforeTheLastDay() throws IOException, InterruptedException {
        try (var market = ApiClient.guest(address)) {
            return market.get("/api/v1/prices/publications?page_size=3")
                    .path("items")
                    .path(2)
                    .path("id")
                    .asString();
        }
    }

    private String storefront(String path) {
        return "http://" + address.getHost() + ":" + (address.getPort() - 1) + path;
    }

    private void once(String what, String path) {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            System.out.printf("%-34s %,d ms%n", what, one(http, path).toMillis());
        }
    }

    private int any() {
        return ThreadLocalRandom.current().nextInt(series);
    }

    private String observations(String query) {
        return "/api/v1/prices/series/" + PriceFill.code(any()) + "/observations" + query;
    }

    private void measure(String what, Supplier<String> path) throws InterruptedException {
        ask(path, reading.dividedBy(2));
        var waits = ask(path, reading);
        var percentiles = new Percentiles(List.copyOf(waits));
        System.out.printf(
                "%-28s %,6d a second, p50 %d ms, p99 %d ms%n",
                what,
                waits.size() / reading.toSeconds(),
                percentiles.at(50).toMillis(),
                percentiles.at(99).toMillis());
    }

    private ConcurrentLinkedQueue<Duration> ask(Supplier<String> path, Duration length) throws InterruptedException {
        var waits = new ConcurrentLinkedQueue<Duration>();
        long end = System.nanoTime() + length.toNanos();
        var clients = new Thread[CLIENTS];
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int client = 0; client < CLIENTS; client++) {
                clients[client] = Thread.startVirtualThread(() -> {
                    while (System.nanoTime() < end) {
                        waits.add(one(http, path.get()));
                    }
                });
            }
            for (var client : clients) {
                client.join();
            }
        }
        return waits;
    }

    private Duration one(HttpClient http, String path) {
        long started = System.nanoTime();
        try {
            var answer = http.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return Duration.ofNanos(System.nanoTime() - started);
        } catch (IOException | InterruptedException lost) {
            throw new IllegalStateException(path, lost);
        }
    }

    private boolean follow(int subscribers, LocalDate today) throws IOException, InterruptedException {
        try (var market = ApiClient.guest(address)) {
            var officer = market.signedIn("officer@example.vn", "demo-officer");
            var colleague = market.signedIn("officer2@example.vn", "demo-officer2");
            long heapBefore = heapKilobytes();
            long memoryBefore = residentKilobytes();
            try (var followers = new PriceFollowers(address, subscribers)) {
                long heap = heapKilobytes() - heapBefore;
                long memory = residentKilobytes() - memoryBefore;
                var set = submitted(officer, today);
                long started = System.nanoTime();
                colleague
                        .post("/api/v1/prices/entry-sets/" + set + "/publish", Map.of())
                        .orThrow();
                var waits = followers.waits(started, Duration.ofSeconds(30));
                System.out.printf(
                        "%,d subscribers hear of a publication: p50 %d ms, p99 %d ms, last %d ms after it was asked for "
                                + "(promised %d ms); memory per subscriber %.1f KB of heap, %.1f KB of the process%n",
                        subscribers,
                        waits.at(50).toMillis(),
                        waits.at(99).toMillis(),
                        waits.at(100).toMillis(),
                        PROMISE.toMillis(),
                        heap / (double) subscribers,
                        memory / (double) subscribers);
                return waits.at(100).compareTo(PROMISE) <= 0;
            }
        }
    }

    private static String submitted(ApiClient officer, LocalDate today) throws IOException, InterruptedException {
        var code = PriceFill.code(0);
        var set = officer.post(
                        "/api/v1/prices/entry-sets",
                        Map.of(
                                "entries",
                                List.of(Map.of(
                                        "series",
                                        code,
                                        "date",
                                        today.toString(),
                                        "price",
                                        20_000 + ThreadLocalRandom.current().nextInt(1_000) * 100,
                                        "reason",
                                        "load test"))))
                .orThrow()
                .path("id")
                .asString();
        officer.post(
                        "/api/v1/prices/entry-sets/" + set + "/submit",
                        Map.of("confirmed", List.of(Map.of("series", code, "date", today.toString()))))
                .orThrow();
        return set;
    }

    /** What is in use once all garbage is collected. */
    private long heapKilobytes() throws IOException, InterruptedException {
        command("GC.run");
        var used = USED.matcher(command("GC.heap_info"));
        long sum = 0;
        while (used.find()) {
            sum += Long.parseLong(used.group(1));
        }
        return sum;
    }

    private String command(String name) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(apiProcess), name)
                .redirectErrorStream(true)
                .start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(30, TimeUnit.SECONDS);
        return text;
    }

    private long residentKilobytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + apiProcess + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        }
    }
}
