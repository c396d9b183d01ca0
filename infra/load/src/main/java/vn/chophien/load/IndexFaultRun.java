package vn.chophien.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * Ten thousand edits of listings while the indexer and Elasticsearch are killed with SIGKILL at random moments, in the middle of rebuilds,
 * too, and while one listing has a document that no index takes. When calm has returned nothing may be missing, old or too much in the
 * index; the poisoned listing must be a dead letter, and be found again once it is mended and retried.
 *
 * <p>{@code IndexFaultRun [data folder of the market] [base port] [edits] [edits a second]}; the market is a local one ({@code ./start}),
 * whose launcher starts what was killed again. Exits with 1 when something is wrong.
 */
public final class IndexFaultRun {

    private static final int LISTINGS = 2_000;
    private static final Duration TO_SETTLE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final String POISON = "x".repeat(40_000);

    private final ListingEdits edits;
    private final IndexerDesk desk;
    private final SearchedIndex index;
    private boolean right = true;

    private IndexFaultRun(ListingEdits edits, IndexerDesk desk, SearchedIndex index) {
        this.edits = edits;
        this.desk = desk;
        this.index = index;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        var home = Path.of(arguments.length > 0 ? arguments[0] : ".data");
        int base = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8080;
        int count = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10_000;
        int perSecond = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 60;
        try (var edits = ListingEdits.open(base);
                var desk = IndexerDesk.open(base);
                var index = SearchedIndex.open(base)) {
            var run = new IndexFaultRun(edits, desk, index);
            run.run(new IndexTrouble(home, desk), count, perSecond);
            System.out.println(run.right ? "Nothing was lost" : "Something is WRONG");
            System.exit(run.right ? 0 : 1);
        }
    }

    private void run(IndexTrouble trouble, int count, int perSecond)
            throws SQLException, IOException, InterruptedException {
        var listings = edits.listings(LISTINGS);
        var poisoned = listings.removeLast();
        long start = System.nanoTime();
        trouble.begin();
        try {
            edit(listings, poisoned, count, perSecond);
        } finally {
            trouble.end();
        }
        System.out.printf("%d edits in %.0f s; %s%n", count, (System.nanoTime() - start) / 1e9, trouble.summary());
        try {
            settle();
            isInStep("after calm", 1);
            expect(
                    "the poisoned listing alone is a dead letter",
                    deadLetters() == 1 && deadLetters(poisoned.id()) == 1);
            mend(poisoned);
            isInStep("after the dead letter was retried", 0);
            expect("no dead letter is left", deadLetters() == 0);
        } finally {
            putBack(listings, poisoned);
        }
    }

    /** Nine in ten edits change a price; the others take a listing off sale or put it back. */
    private void edit(List<ListingEdits.Priced> listings, ListingEdits.Priced poisoned, int count, int perSecond)
            throws SQLException {
        var random = ThreadLocalRandom.current();
        var withdrawn = new HashMap<UUID, Boolean>();
        long start = System.nanoTime();
        for (int number = 0; number < count; number++) {
            LockSupport.parkNanos(start + number * 1_000_000_000L / perSecond - System.nanoTime());
            var listing = listings.get(random.nextInt(listings.size()));
            if (number == count / 10) {
                edits.sku(poisoned.id(), POISON);
            } else if (random.nextInt(10) == 0) {
                boolean off = withdrawn.merge(listing.id(), true, (was, now) -> !was);
                edits.offer(listing.id(), !off);
            } else {
                edits.price(listing.id(), Math.max(1, listing.price() - random.nextInt(500)));
            }
        }
    }

    private void settle() throws SQLException, InterruptedException {
        long start = System.nanoTime();
        while (edits.number("SELECT count(*) FROM listing_index_mark") > 0
                || edits.number("SELECT count(*) FROM listing_index_rebuild") > 0) {
            if (System.nanoTime() - start > TO_SETTLE.toNanos()) {
                expect("the queue drains", false);
                return;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        System.out.printf(
                "Queue drained and rebuilds done %.0f s after the last edit%n", (System.nanoTime() - start) / 1e9);
    }

    /** By the indexer's own comparison and by one that has nothing of it. */
    private void isInStep(String when, long known) throws SQLException, IOException, InterruptedException {
        JsonNode report = desk.compare(TO_SETTLE);
        System.out.printf("Comparison %s: %s%n", when, report);
        expect("no difference " + when, report.path("differences").asLong(-1) == 0);
        expect(
                known + " known differences " + when,
                report.path("drift").path("known").asLong(-1) == known);
        var found = index.prices();
        int wrong = 0;
        var wanted = edits.listings(Integer.MAX_VALUE);
        for (var listing : wanted) {
            wrong += found.getOrDefault(listing.id(), -1L) == listing.price() ? 0 : 1;
        }
        System.out.printf(
                "Read besides: %d for sale, %d found, %d with another price%n", wanted.size(), found.size(), wrong);
        boolean complete = found.size() >= wanted.size() - known && found.size() <= wanted.size();
        expect("the same listings for the same prices " + when, wrong <= known && complete);
    }

    private void mend(ListingEdits.Priced poisoned) throws SQLException, InterruptedException {
        edits.skuWithoutMark(poisoned.id(), poisoned.sku());
        expect("the indexer hears of the retry", desk.begin("retry-dead-letters", Map.of("listing", poisoned.id())));
        long end = System.nanoTime() + TO_SETTLE.toNanos();
        while (deadLetters() > 0 && System.nanoTime() < end) {
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private long deadLetters() throws SQLException {
        return edits.number("SELECT count(*) FROM listing_index_dead_letter");
    }

    private long deadLetters(UUID listing) throws SQLException {
        return edits.number("SELECT count(*) FROM listing_index_dead_letter WHERE listing_id = '" + listing + "'");
    }

    private void putBack(List<ListingEdits.Priced> listings, ListingEdits.Priced poisoned) throws SQLException {
        edits.sku(poisoned.id(), poisoned.sku());
        for (var listing : listings) {
            edits.price(listing.id(), listing.price());
            edits.offer(listing.id(), true);
        }
    }

    private void expect(String what, boolean isSo) {
        if (!isSo) {
            System.out.println("WRONG: not so that " + what);
            right = false;
        }
    }
}
