package vn.chophien.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.chophien.localstack.LocalStack;

/** The commands that operators give in a shell. */
class CommandLineIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final String alias = "test-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void rebuildsComparesAndRetries() {
        var catalog = CatalogFixture.in(LocalStack.shared().freshDatabase());
        try (var indexer = RunningIndexer.start(catalog, alias)) {
            var ids = catalog.list(30);
            await().atMost(SOON).until(() -> catalog.marks() == 0);
            catalog.priceWithoutMark(ids.getFirst(), 31_000);

            assertThat(command(catalog, 1, "compare")).contains("1 differences: 0 missing, 1 stale", "1 mended");
            assertThat(command(catalog, 0, "compare")).contains("30 listings", "0 differences");

            var before = indexer.liveIndex();
            assertThat(command(catalog, 0, "rebuild")).contains("30 listings written");
            assertThat(indexer.liveIndex()).isNotEqualTo(before);

            catalog.sku(ids.getFirst(), "x".repeat(40_000));
            await().atMost(SOON).until(() -> catalog.deadLetters() == 1);
            assertThat(command(catalog, 0, "retry-dead-letters", "--reason=no such reason"))
                    .contains("0 dead letters");
            assertThat(command(catalog, 0, "retry-dead-letters", "--listing=" + ids.getFirst()))
                    .contains("1 dead letters");

            assertThat(command(catalog, 2, "paint")).contains("paint is no command");
        }
    }

    private String command(CatalogFixture catalog, int code, String... command) {
        try (var process = IndexerProcess.start(catalog, alias, command)) {
            assertThat(process.exitCode()).as(process.output()).isEqualTo(code);
            return process.output();
        }
    }
}
