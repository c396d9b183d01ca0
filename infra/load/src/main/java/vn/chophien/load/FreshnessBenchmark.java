package vn.chophien.load;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * How soon a committed price is found: edits prices as the demo seller and asks the public search for the new price until
 * the index knows it. Shown prices come from the database, so each edit is looked for by a price filter, which only the
 * index answers.
 *
 * <p>{@code FreshnessBenchmark [address of the API] [edits]} edits one after another, each when the one before was found; {@code
 * FreshnessBenchmark [address of the API] [edits] [edits a second]} edits steadily, whatever is found. Exits with 1 when the 99th
 * percentile is above the promise.
 */
public final class FreshnessBenchmark {

    private static final Duration PROMISE = Duration.ofSeconds(2);
    private static final Duration PROMISE_UNDER_LOAD = Duration.ofMillis(1_500);
    /** Edits that are not counted: a market that was started a minute ago still compiles itself. */
    private static final int WARM_UP = 3_000;

    private static final Duration GIVE_UP = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final ApiClient market;
    private final DemoShop shop;

    private FreshnessBenchmark(ApiClient market, DemoShop shop) {
        this.market = market;
        this.shop = shop;
    }

    public static void main(String[] arguments)
            throws IOException, InterruptedException, SQLException, ExecutionException {
        var address = URI.create(arguments.length > 0 ? arguments[0] : "http://localhost:8081");
        int edits = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        if (arguments.length > 2) {
            System.exit(underLoad(address, edits, Integer.parseInt(arguments[2])) ? 0 : 1);
        }
        try (var market = ApiClient.guest(address)) {
            var percentiles = new FreshnessBenchmark(market, DemoShop.open(market)).run(edits);
            System.out.printf(
                    "%d price edits, from commit to found: p50 %d ms, p95 %d ms, p99 %d ms (promised %d ms)%n",
                    edits,
                    percentiles.at(50).toMillis(),
                    percentiles.at(95).toMillis(),
                    percentiles.at(99).toMillis(),
                    PROMISE.toMillis());
            System.exit(percentiles.at(99).compareTo(PROMISE) > 0 ? 1 : 0);
        }
    }

    private static boolean underLoad(URI address, int count, int perSecond)
            throws SQLException, InterruptedException, ExecutionException {
        int base = address.getPort() - 1;
        try (var market = ApiClient.guest(address);
                var index = SearchedIndex.open(base);
                var edits = ListingEdits.open(base)) {
            new FreshnessUnderLoad(market, index, edits).run(Math.min(count, WARM_UP), perSecond);
            var result = new FreshnessUnderLoad(market, index, edits).run(count, perSecond);
            System.out.printf("%d price edits, %.1f a second; from commit to found%n", count, result.editsPerSecond());
            return isKept("in the index, every edit", result.inIndex())
                    & isKept("in the public search, one in fifty", result.inPublic());
        }
    }

    private static boolean isKept(String where, Percentiles waits) {
        System.out.printf(
                "%s: p50 %d ms, p95 %d ms, p99 %d ms (promised %d ms)%n",
                where,
                waits.at(50).toMillis(),
                waits.at(95).toMillis(),
                waits.at(99).toMillis(),
                PROMISE_UNDER_LOAD.toMillis());
        return waits.at(99).compareTo(PROMISE_UNDER_LOAD) <= 0;
    }

    private Percentiles run(int edits) throws IOException, InterruptedException {
        var listings = shop.listings();
        var waits = new ArrayList<Duration>();
        for (int edit = 0; edit < edits; edit++) {
            var listing = listings.get(edit % listings.size());
            // Every edit of a listing gets another price, below what its dearer variants cost.
            waits.add(measure(listing, 1 + edit / listings.size()));
        }
        return new Percentiles(waits);
    }

    private Duration measure(String path, long cheaperBy) throws IOException, InterruptedException {
        var before = shop.listing(path);
        var variant = cheapest(before);
        long usual = variant.path("price").asLong();
        long price = usual - cheaperBy;
        shop.price(path, variant.path("id").asString(), price);
        long committed = System.nanoTime();
        try {
            awaitFound(before.path("sku").asString(), before.path("id").asString(), price, committed);
            return Duration.ofNanos(System.nanoTime() - committed);
        } finally {
            shop.price(path, variant.path("id").asString(), usual);
        }
    }

    private void awaitFound(String sku, String listing, long price, long since)
            throws IOException, InterruptedException {
        var question = "/api/v1/search?q=%s&min_price=%d&max_price=%d".formatted(sku, price, price);
        while (!finds(market.get(question), listing)) {
            if (System.nanoTime() - since > GIVE_UP.toNanos()) {
                throw new IOException(
                        "The new price of " + sku + " was not found within " + GIVE_UP.toSeconds() + " s.");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static boolean finds(JsonNode results, String listing) {
        return results.path("items")
                .valueStream()
                .anyMatch(item -> item.path("id").asString().equals(listing));
    }

    private static JsonNode cheapest(JsonNode listing) {
        return listing.path("variants")
                .valueStream()
                .min((one, other) -> Long.compare(
                        one.path("price").asLong(), other.path("price").asLong()))
                .orElseThrow(() -> new IllegalStateException("A listing without variants: " + listing));
    }
}
