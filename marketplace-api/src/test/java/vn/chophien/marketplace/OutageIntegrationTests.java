package vn.chophien.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

@MarketplaceTest
class OutageIntegrationTests {
    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private DatabaseClient database;

    @Test
    void goesOnWhenTheDatabaseHasDroppedEveryConnection() {
        var buyer = accounts.buyer().on(client);
        buyer.get().uri("/api/v1/me").exchange().expectStatus().isOk();

        dropConnections();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        buyer.get().uri("/api/v1/me").exchange().expectStatus().isOk());
        for (int request = 0; request < 50; request++) {
            buyer.get().uri("/api/v1/me").exchange().expectStatus().isOk();
        }
    }

    @Test
    void tellsProbesWhetherItLivesAndIsReady() {
        for (var probe : new String[] {"liveness", "readiness"}) {
            client.get()
                    .uri("/actuator/health/" + probe)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.status")
                    .isEqualTo("UP");
        }
        client.get().uri("/actuator/metrics").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void keepsAnAnswerThatIsNotPublicOutOfCaches() {
        accounts.buyer()
                .on(client)
                .get()
                .uri("/api/v1/me?" + UUID.randomUUID())
                .exchange()
                .expectHeader()
                .value(HttpHeaders.CACHE_CONTROL, value -> assertThat(value).contains("no-store"))
                .expectStatus()
                .isOk();
    }

    /** As a restart of the server does; the connection that asks for it is the last to go. */
    private void dropConnections() {
        database.sql("""
                        SELECT count(pg_terminate_backend(pid)) AS dropped FROM pg_stat_activity
                         WHERE datname = current_database() AND pid <> pg_backend_pid()""").fetch().one().block();
        database.sql("SELECT pg_terminate_backend(pg_backend_pid())")
                .then()
                .onErrorComplete()
                .block();
    }
}
