package vn.chophien.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * So many price edits a second, steadily, and how soon each is found: every one by asking the index as a search does, until it has that
 * version, and one in fifty by asking the public search for the new price.
 */
final class FreshnessUnderLoad {

    private static final Duration GIVE_UP = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(15);
    private static final int ASKED_IN_PUBLIC = 50;
    private static final int LISTINGS = 2_000;

    private final ApiClient market;
    private final SearchedIndex index;
    private final ListingEdits edits;
    private final ConcurrentLinkedQueue<Edit> open = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Duration> inIndex = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Duration> inPublic = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    FreshnessUnderLoad(ApiClient market, SearchedIndex index, ListingEdits edits) {
        this.market = market;
        this.index = index;
        this.edits = edits;
    }

    /** @param inIndex of every edit @param inPublic of those that the public search was asked for */
    record Result(Percentiles inIndex, Percentiles inPublic, double editsPerSecond) {}

    Result run(int count, int perSecond) throws SQLException, InterruptedException, ExecutionException {
        var listings = edits.listings(LISTINGS);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var watcher = threads.submit(this::watch);
            var asked = new ArrayList<Future<?>>();
            long start = System.nanoTime();
            for (int number = 0; number < count; number++) {
                LockSupport.parkNanos(start + number * 1_000_000_000L / perSecond - System.nanoTime());
                var listing = listings.get(number % listings.size());
                long price = Math.max(1, listing.price() - 1 - number / listings.size());
                long version = edits.price(listing.id(), price);
                long committed = System.nanoTime();
                open.add(new Edit(listing.id(), version, committed));
                if (number % ASKED_IN_PUBLIC == 0) {
                    asked.add(threads.submit(() -> {
                        askInPublic(listing, price, committed);
                        return null;
                    }));
                }
            }
            double rate = count / ((System.nanoTime() - start) / 1e9);
            over = true;
            watcher.get();
            for (var question : asked) {
                question.get();
            }
            return new Result(new Percentiles(List.copyOf(inIndex)), new Percentiles(List.copyOf(inPublic)), rate);
        } finally {
            for (var listing : listings) {
                edits.price(listing.id(), listing.price());
            }
        }
    }

    private Void watch() throws IOException, InterruptedException {
        while (!over || !open.isEmpty()) {
            var waiting = List.copyOf(open);
            if (!waiting.isEmpty()) {
                var listings = new HashSet<UUID>();
                waiting.forEach(edit -> listings.add(edit.listing()));
                var versions = index.versions(listings);
                long now = System.nanoTime();
                for (var edit : waiting) {
                    if (versions.getOrDefault(edit.listing(), 0L) >= edit.version()) {
                        inIndex.add(Duration.ofNanos(now - edit.committed()));
                        open.remove(edit);
                    } else if (now - edit.committed() > GIVE_UP.toNanos()) {
                        throw new IOException("An edit was not found within " + GIVE_UP.toSeconds() + " s.");
                    }
                }
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return null;
    }

    /** A later edit of the same listing comes long after this one is found. */
    private void askInPublic(ListingEdits.Priced listing, long price, long committed)
            throws IOException, InterruptedException {
        var question = "/api/v1/search?q=%s&min_price=%d&max_price=%d".formatted(listing.sku(), price, price);
        while (!isFoundInPublic(question, listing.id())) {
            if (System.nanoTime() - committed > GIVE_UP.toNanos()) {
                throw new IOException("The new price of " + listing.sku() + " was not found.");
            }
            LockSupport.parkNanos(4 * BETWEEN_LOOKS.toNanos());
        }
        inPublic.add(Duration.ofNanos(System.nanoTime() - committed));
    }

    /** A search that is too busy to answer has not found it either. */
    private boolean isFoundInPublic(String question, UUID listing) throws IOException, InterruptedException {
        var answer = market.exchange("GET", question, null, Map.of());
        return answer.ok()
                && answer.body()
                        .path("items")
                        .valueStream()
                        .anyMatch(item -> item.path("id").asString().equals(listing.toString()));
    }

    private record Edit(UUID listing, long version, long committed) {}
}
