package vn.chophien.indexer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chophien.indexer.rebuild.Rebuild;
import vn.chophien.localstack.LocalStack;

/** Elasticsearch has too much to do: it refuses whole requests with 429, or single documents of a request. */
class BusyIndexIntegrationTests {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final String alias = "test-" + UUID.randomUUID().toString().substring(0, 8);
    private final WireMockServer gate = new WireMockServer(options().dynamicPort());
    private CatalogFixture catalog;
    private RunningIndexer indexer;

    @BeforeEach
    void start() {
        gate.start();
        gate.stubFor(any(anyUrl())
                .atPriority(10)
                .willReturn(aResponse()
                        .proxiedFrom(LocalStack.shared().elasticsearch().url())));
        catalog = CatalogFixture.in(LocalStack.shared().freshDatabase());
        indexer = RunningIndexer.start(catalog, alias, "--chophien.indexer.elasticsearch-url=" + gate.baseUrl());
        await().atMost(SOON).until(() -> indexer.readiness() == 200);
        gate.resetRequests();
    }

    @AfterEach
    void stop() {
        indexer.close();
        gate.stop();
    }

    @Test
    void waitsLongerEachTimeUntilItIsTaken() {
        refuse(
                5,
                aResponse()
                        .withStatus(429)
                        .withHeader("X-Elastic-Product", "Elasticsearch")
                        .withHeader("Content-Type", "application/json")
                        .withBody("""
                {"error": {"type": "es_rejected_execution_exception", "reason": "too much to do"}, "status": 429}"""));

        var id = catalog.list(1).getFirst();

        await().atMost(SOON).until(() -> catalog.marks() == 0);
        assertThat(indexer.priceOf(id)).isEqualTo(98_000);
        assertThat(catalog.deadLetters()).isZero();
        assertThat(backOffs()).isEqualTo(5);
        var asked = gate.findAll(postRequestedFor(urlPathEqualTo("/_bulk"))).stream()
                .map(request -> request.getLoggedDate().getTime())
                .sorted()
                .toList();
        assertThat(asked).hasSize(6);
        assertThat(between(asked, 4)).isGreaterThan(between(asked, 0)).isGreaterThan(between(asked, 1));
    }

    @Test
    void triesSingleDocumentsAgainThatWereNotTaken() {
        var id = catalog.list(1).getFirst();
        await().atMost(SOON).until(() -> catalog.marks() == 0);
        refuse(3, busyItem(id));

        catalog.price(id, 12_000);

        await().atMost(SOON).until(() -> catalog.marks() == 0);
        assertThat(indexer.priceOf(id)).isEqualTo(12_000);
        assertThat(catalog.deadLetters()).isZero();
        assertThat(backOffs()).isEqualTo(3);
    }

    @Test
    void aRebuildIsPatientToo() {
        var id = catalog.list(1).getFirst();
        await().atMost(SOON).until(() -> catalog.marks() == 0);
        refuse(2, busyItem(id));

        var report = indexer.bean(Rebuild.class).run().block(SOON);

        assertThat(report).isNotNull();
        assertThat(report.written()).isEqualTo(1);
        assertThat(report.refused()).isZero();
        assertThat(indexer.found()).isEqualTo(1);
    }

    private void refuse(int times, ResponseDefinitionBuilder answer) {
        for (int time = 0; time < times; time++) {
            gate.stubFor(post(urlPathEqualTo("/_bulk"))
                    .inScenario("busy")
                    .whenScenarioStateIs(time == 0 ? Scenario.STARTED : "refused " + time)
                    .willReturn(answer)
                    .willSetStateTo("refused " + (time + 1)));
        }
    }

    private static ResponseDefinitionBuilder busyItem(UUID listing) {
        return aResponse()
                .withHeader("X-Elastic-Product", "Elasticsearch")
                .withHeader("Content-Type", "application/json")
                .withBody("""
                {"took": 1, "errors": true, "items": [{"index": {"_index": "any", "_id": "%s", "status": 429,
                 "error": {"type": "es_rejected_execution_exception", "reason": "too much to do"}}}]}""".formatted(listing));
    }

    private double backOffs() {
        return indexer.bean(MeterRegistry.class)
                .counter("chophien.indexer.backoffs")
                .count();
    }

    private static long between(List<Long> times, int pause) {
        return times.get(pause + 1) - times.get(pause);
    }
}
