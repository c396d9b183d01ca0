package vn.chophien.marketplace.pricefeed.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.pricefeed.PriceSeriesImport;
import vn.chophien.marketplace.pricefeed.desk.DeskFixture;

/** The stream of publications as a subscriber lives through it. */
@MarketplaceTest
class EventIntegrationTests {
    private static final String EVENTS = "/api/v1/prices/events";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    private WebTestClient client;

    @LocalServerPort
    private int port;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private PriceSeriesImport prices;

    @SuppressWarnings("NullAway.Init")
    private DeskFixture desk;

    @BeforeEach
    void openTheDesk() {
        desk = new DeskFixture(client, accounts, prices);
    }

    @Test
    void whoFollowsHearsOfAPublicationWithItsSeries() {
        var series = desk.series("2026-11-18,12000");
        StepVerifier.create(events(null))
                .assertNext(welcome -> assertThat(welcome.comment()).isNotNull())
                .then(() -> desk.published(series, "2026-11-19", "\"price\":12100"))
                .assertNext(event -> {
                    assertThat(event.event()).isEqualTo("prices.published");
                    var data = Objects.requireNonNull(event.data());
                    assertThat(event.id()).isEqualTo(data.get("vintage").asString());
                    assertThat(data.get("added").asInt()).isEqualTo(1);
                    assertThat(data.get("series").get(0).asString()).isEqualTo(series);
                    assertThat(data.get("url").asString())
                            .endsWith("/api/v1/prices/publications/"
                                    + data.get("id").asString());
                })
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void whoConnectsAgainIsToldWhatItMissedInOrder() {
        var series = desk.series("2026-11-18,12000");
        var last = new String[1];
        StepVerifier.create(events(null).take(1))
                .assertNext(welcome -> last[0] = Objects.requireNonNull(welcome.id()))
                .expectComplete()
                .verify(PATIENCE);
        desk.published(series, "2026-11-19", "\"price\":12100");
        desk.published(series, "2026-11-20", "\"price\":12200");
        int vintage = Integer.parseInt(last[0]);
        StepVerifier.create(
                        events(last[0]).filter(event -> event.data() != null).map(EventIntegrationTests::id))
                .expectNext(Integer.toString(vintage + 1), Integer.toString(vintage + 2))
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void manyHearOfTheSamePublication() {
        var series = desk.series("2026-11-18,12000");
        StepVerifier.create(Flux.range(0, 20)
                        .flatMap(
                                subscriber -> events(null)
                                        .filter(event -> event.data() != null)
                                        .take(1)
                                        .map(EventIntegrationTests::id),
                                20)
                        .distinct()
                        .count())
                .then(() -> {
                    desk.published(series, "2026-11-19", "\"price\":12100");
                })
                .expectNext(1L)
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void anIdThatIsNotOursIsRefused() {
        client.get()
                .uri(EVENTS)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .header("Last-Event-ID", "yesterday")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    private static String id(ServerSentEvent<JsonNode> event) {
        return Objects.requireNonNull(event.id());
    }

    private Flux<ServerSentEvent<JsonNode>> events(@Nullable String lastEventId) {
        // Of its own, as the shared client reads every answer to its end, which a stream does not have.
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(PATIENCE)
                .build()
                .get()
                .uri(EVENTS)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .headers(headers -> {
                    if (lastEventId != null) {
                        headers.set("Last-Event-ID", lastEventId);
                    }
                })
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
                .getResponseBody();
    }
}
