package vn.chophien.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills the indexer and Elasticsearch at random moments and keeps asking for rebuilds, some of which it kills in the middle. */
final class IndexTrouble {

    private final MarketProcess indexer;
    private final MarketProcess elasticsearch;
    private final IndexerDesk desk;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger indexerKills = new AtomicInteger();
    private final AtomicInteger elasticsearchKills = new AtomicInteger();
    private final AtomicInteger rebuildsKilled = new AtomicInteger();
    private final AtomicInteger rebuildsBegun = new AtomicInteger();
    private volatile boolean over;

    IndexTrouble(Path home, IndexerDesk desk) {
        this.indexer = new MarketProcess(home, "indexer");
        this.elasticsearch = new MarketProcess(home, "elasticsearch");
        this.desk = desk;
    }

    void begin() {
        threads.add(Thread.startVirtualThread(() -> again(this::killIndexer, 12_000, 30_000)));
        threads.add(Thread.startVirtualThread(() -> again(this::killElasticsearch, 30_000, 60_000)));
        threads.add(Thread.startVirtualThread(() -> again(this::killDuringRebuild, 5_000, 20_000)));
    }

    void end() throws InterruptedException {
        over = true;
        for (var thread : threads) {
            thread.interrupt();
            thread.join();
        }
    }

    String summary() {
        return "indexer killed %d times, %d of them in the middle of a rebuild; Elasticsearch killed %d times; %d rebuilds asked for"
                .formatted(indexerKills.get(), rebuildsKilled.get(), elasticsearchKills.get(), rebuildsBegun.get());
    }

    /** Once it answers: one that is killed before it has done anything proves nothing. */
    private void killIndexer() throws InterruptedException {
        if (!desk.state().isEmpty() && indexer.kill()) {
            indexerKills.incrementAndGet();
        }
    }

    private void killElasticsearch() {
        if (elasticsearch.kill()) {
            elasticsearchKills.incrementAndGet();
        }
    }

    private void killDuringRebuild() throws InterruptedException {
        if (desk.state().path("rebuild").isObject() || desk.begin("rebuild", Map.of())) {
            rebuildsBegun.incrementAndGet();
            Thread.sleep(ThreadLocalRandom.current().nextInt(500, 4_000));
            if (!over && desk.state().path("rebuild").isObject() && indexer.kill()) {
                indexerKills.incrementAndGet();
                rebuildsKilled.incrementAndGet();
            }
        }
    }

    private void again(Trouble trouble, int shortest, int longest) {
        try {
            while (!over) {
                Thread.sleep(ThreadLocalRandom.current().nextInt(shortest, longest));
                if (!over) {
                    trouble.make();
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Trouble {
        void make() throws InterruptedException;
    }
}
