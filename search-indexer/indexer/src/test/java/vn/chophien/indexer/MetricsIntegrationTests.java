package vn.chophien.indexer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.chophien.localstack.LocalStack;

/** Alerts, dashboard and README name only metrics that there are. */
class MetricsIntegrationTests {

    private static final Pattern METRIC = Pattern.compile("chophien_indexer_[a-z_]+");

    @Test
    void everyMetricThatIsWatchedIsThere() throws IOException {
        var watched = new TreeSet<String>();
        for (var file : new String[] {
            "../../infra/observability/indexer-alerts.yaml",
            "../../infra/observability/indexer-dashboard.json",
            "../README.md"
        }) {
            METRIC.matcher(Files.readString(Path.of(file))).results().forEach(found -> watched.add(found.group()));
        }
        assertThat(watched).hasSizeGreaterThan(7);
        var catalog = CatalogFixture.in(LocalStack.shared().freshDatabase());
        try (var indexer = RunningIndexer.start(
                catalog, "test-" + UUID.randomUUID().toString().substring(0, 8))) {
            catalog.list(1);
            await().atMost(Duration.ofSeconds(30)).until(() -> catalog.marks() == 0);

            var metrics = indexer.request("GET", "/actuator/prometheus").body();

            assertThat(watched).allSatisfy(metric -> assertThat(metrics).contains("\n" + metric));
        }
    }
}
