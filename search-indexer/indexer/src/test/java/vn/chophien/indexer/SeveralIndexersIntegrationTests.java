package vn.chophien.indexer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chophien.indexer.rebuild.Rebuild;
import vn.chophien.localstack.LocalStack;

/** Several indexers in one market, some of which are killed. */
class SeveralIndexersIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final String alias = "test-" + UUID.randomUUID().toString().substring(0, 8);
    private CatalogFixture catalog;
    private RunningIndexer survivor;

    @BeforeEach
    void start() {
        catalog = CatalogFixture.in(LocalStack.shared().freshDatabase());
        survivor = RunningIndexer.start(catalog, alias, "--chophien.indexer.claim-for=3s");
    }

    @AfterEach
    void stop() {
        survivor.close();
    }

    @Test
    void shareTheWorkAndNoneWritesAnOlderVersionOverANewer() {
        try (var second = RunningIndexer.start(catalog, alias);
                var third = RunningIndexer.start(catalog, alias)) {
            var ids = catalog.list(1_500);
            var last = new HashMap<UUID, Long>();
            for (int edit = 0; edit < 600; edit++) {
                var id = ids.get(ThreadLocalRandom.current().nextInt(40)); // again and again the same few
                catalog.price(id, 10_000 + edit);
                last.put(id, 10_000L + edit);
            }

            await().atMost(SOON).until(() -> catalog.marks() == 0);

            assertThat(last)
                    .allSatisfy((id, price) -> assertThat(survivor.priceOf(id)).isEqualTo(price));
            assertThat(written(survivor)).isPositive();
            assertThat(written(second)).isPositive();
            assertThat(written(third)).isPositive();
            assertThat(differences()).isZero();
        }
    }

    @Test
    void loseNothingWhenOthersAreKilledAtWork() {
        var ids = catalog.list(300);
        try (var one = IndexerProcess.start(catalog, alias);
                var other = IndexerProcess.start(catalog, alias)) {
            await().atMost(SOON)
                    .until(() ->
                            one.output().contains("Started") && other.output().contains("Started"));
            for (int edit = 0; edit < 400; edit++) {
                catalog.price(ids.get(ThreadLocalRandom.current().nextInt(ids.size())), 10_000 + edit);
                if (edit == 150) {
                    one.kill();
                }
                if (edit == 300) {
                    other.kill();
                }
            }
        }

        await().atMost(SOON).until(() -> catalog.marks() == 0);

        assertThat(differences()).isZero();
        assertThat(catalog.deadLetters()).isZero();
    }

    @Test
    void aClaimOfADeadIndexerIsTakenOver() {
        var ids = catalog.list(5);
        await().atMost(SOON).until(() -> catalog.marks() == 0);
        catalog.markClaimedByAnother(ids.getFirst(), Duration.ofSeconds(2));

        await().atMost(SOON).until(() -> catalog.marks() == 0);

        assertThat(differences()).isZero();
    }

    private long differences() {
        return requireNonNull(survivor.bean(Rebuild.class).compare().block(SOON))
                .differences();
    }

    private static double written(RunningIndexer indexer) {
        return indexer.bean(MeterRegistry.class)
                .counter("chophien.indexer.documents", "outcome", "done")
                .count();
    }
}
