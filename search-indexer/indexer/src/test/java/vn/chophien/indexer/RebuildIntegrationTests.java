package vn.chophien.indexer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chophien.indexer.rebuild.Rebuild;
import vn.chophien.indexer.rebuild.RebuildReport;
import vn.chophien.indexer.rebuild.RebuildUnderWay;
import vn.chophien.localstack.LocalStack;

/** A rebuild that is interrupted, throttled, disturbed. */
class RebuildIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String alias = "test-" + UUID.randomUUID().toString().substring(0, 8);
    private CatalogFixture catalog;
    private RunningIndexer indexer;
    private List<UUID> ids;

    @BeforeEach
    void start() {
        catalog = CatalogFixture.in(LocalStack.shared().freshDatabase());
        indexer = slow();
        ids = catalog.list(1_000);
        await().atMost(SOON).until(() -> catalog.marks() == 0);
    }

    @AfterEach
    void stop() {
        indexer.close();
    }

    @Test
    void goesOnInTheSameIndexWhereItWasInterrupted() {
        var before = indexer.liveIndex();
        var begun = indexer.bean(Rebuild.class).run().subscribe();
        await().atMost(SOON).until(() -> catalog.rebuilt() >= 100);
        begun.dispose();
        var halfway = newest();
        assertThat(halfway).isNotEqualTo(before);
        long reached = catalog.rebuilt();
        catalog.price(ids.getFirst(), 55_000);
        catalog.withdraw(ids.getLast());

        var report = rebuild();

        assertThat(report.index()).isEqualTo(halfway).isEqualTo(indexer.liveIndex());
        assertThat(reached).isBetween(100L, 900L);
        assertThat(report.written()).isBetween(999L, 1_000L);
        assertThat(catalog.rebuilt()).isEqualTo(-1);
        assertThat(indexer.found()).isEqualTo(999);
        assertThat(segments()).isEqualTo(1);
        assertThat(indexer.priceOf(ids.getFirst())).isEqualTo(55_000);
    }

    @Test
    void theNextStartGoesOnWithIt() {
        var begun = indexer.bean(Rebuild.class).run().subscribe();
        await().atMost(SOON).until(() -> catalog.rebuilt() >= 100);
        begun.dispose();
        var halfway = newest();
        indexer.close();

        indexer = RunningIndexer.start(catalog, alias);

        await().atMost(SOON).until(() -> indexer.liveIndex().equals(halfway));
        await().atMost(SOON).until(() -> catalog.rebuilt() == -1);
        assertThat(indexer.found()).isEqualTo(1_000);
    }

    @Test
    void beginsAnewWhereTheHalfFilledIndexIsLost() {
        var begun = indexer.bean(Rebuild.class).run().subscribe();
        await().atMost(SOON).until(() -> catalog.rebuilt() >= 100);
        begun.dispose();
        var halfway = newest();
        indexer.elasticsearch()
                .indices()
                .delete(delete -> delete.index(halfway))
                .join();

        assertThat(rebuild().index()).isNotEqualTo(halfway).isEqualTo(indexer.liveIndex());
        assertThat(indexer.found()).isEqualTo(1_000);
    }

    @Test
    void oneIsUnderWayAtATime() {
        var begun = indexer.bean(Rebuild.class).run().subscribe();
        await().atMost(SOON).until(() -> catalog.rebuilt() >= 100);

        assertThatThrownBy(this::rebuild).isInstanceOf(RebuildUnderWay.class);

        begun.dispose();
    }

    @Test
    void mendsWhatWasLostBeforeItIsSearched() {
        var begun = indexer.bean(Rebuild.class).run().toFuture();
        await().atMost(SOON).until(() -> catalog.rebuilt() >= 300);
        var firstListing = ids.stream()
                .min((one, other) -> one.toString().compareTo(other.toString()))
                .orElseThrow();
        indexer.elasticsearch()
                .delete(delete -> delete.index(newest()).id(firstListing.toString()))
                .join();

        var report = begun.join();

        assertThat(report.mended()).isEqualTo(1);
        assertThat(indexer.liveIndex()).isEqualTo(report.index());
        assertThat(indexer.found()).isEqualTo(1_000);
    }

    private long segments() {
        var counted = requireNonNull(requireNonNull(indexer.elasticsearch()
                        .indices()
                        .stats(stats -> stats.index(indexer.liveIndex()))
                        .join()
                        .all()
                        .primaries())
                .segments());
        return counted.count();
    }

    private RebuildReport rebuild() {
        return requireNonNull(indexer.bean(Rebuild.class).run().block(SOON));
    }

    /** Slow enough to be caught in the middle. */
    private RunningIndexer slow() {
        return RunningIndexer.start(
                catalog, alias, "--chophien.indexer.rebuild-page=50", "--chophien.indexer.rebuild-rate=200");
    }

    private String newest() {
        return indexer
                .elasticsearch()
                .indices()
                .getAlias(get -> get.name(alias + "-write"))
                .join()
                .aliases()
                .keySet()
                .stream()
                .max(String::compareTo)
                .orElseThrow();
    }
}
