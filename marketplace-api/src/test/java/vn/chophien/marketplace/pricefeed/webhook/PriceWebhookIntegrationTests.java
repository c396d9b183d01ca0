package vn.chophien.marketplace.pricefeed.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jayway.jsonpath.JsonPath;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceSeriesImport;
import vn.chophien.marketplace.pricefeed.desk.DeskFixture;

/** Webhooks as their receiver sees them, with the verifier of Standard Webhooks itself. */
@MarketplaceTest
class PriceWebhookIntegrationTests {
    private static final String WEBHOOKS = "/api/v1/prices/webhooks";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private PriceSeriesImport prices;

    @SuppressWarnings("NullAway.Init")
    private DeskFixture desk;

    @SuppressWarnings("NullAway.Init")
    private WebTestClient owner;

    @BeforeEach
    void openTheDesk() {
        desk = new DeskFixture(client, accounts, prices);
        owner = accounts.buyer().on(client);
    }

    @Test
    void theirVerifierAcceptsOursAndRejectsAChangedBodyAndAnOldTimestamp() throws Exception {
        var series = desk.series("2026-11-18,12000");
        try (var receiver = new Receiver()) {
            var webhook = register(receiver.url());
            desk.published(series, "2026-11-19", "\"price\":12100");
            var message = receiver.next();
            var verifier = new Webhook(JsonPath.<String>read(webhook, "$.secret"));
            verifier.verify(message.body(), message.headers());
            assertThat(JsonPath.<String>read(message.body(), "$.type")).isEqualTo("prices.published");
            assertThat(JsonPath.<List<String>>read(message.body(), "$.data.series"))
                    .containsExactly(series);
            assertThat(message.headers().firstValue("content-type")).hasValue("application/json");

            assertThatThrownBy(() ->
                            verifier.verify(message.body().replace("\"added\":1", "\"added\":2"), message.headers()))
                    .isInstanceOf(WebhookVerificationException.class);
            var old = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            old.putAll(message.headers().map());
            old.put(
                    "webhook-timestamp",
                    List.of(Long.toString(Instant.now().minusSeconds(3600).getEpochSecond())));
            assertThatThrownBy(() -> verifier.verify(message.body(), HttpHeaders.of(old, (name, value) -> true)))
                    .isInstanceOf(WebhookVerificationException.class);
            end(webhook);
        }
    }

    @Test
    void whatWasNotTakenComesAgainUnderTheSameIdAndTheLogSaysSo() throws Exception {
        var series = desk.series("2026-11-18,12000");
        try (var receiver = new Receiver(500)) {
            var webhook = register(receiver.url());
            desk.published(series, "2026-11-19", "\"price\":12100");
            var first = receiver.next();
            var second = receiver.next();
            assertThat(second.id()).isEqualTo(first.id());
            assertThat(second.body()).isEqualTo(first.body());
            var log = untilDelivered(webhook);
            assertThat(JsonPath.<List<Integer>>read(log, "$.items[0].attempts[*].status"))
                    .containsExactly(500, 204);
            assertThat(JsonPath.<String>read(log, "$.items[0].id")).isEqualTo(first.id());
            end(webhook);
        }
    }

    @Test
    void aMessageOfItsOwnTellsWhichAlertLevelsAPublicationChanged() throws Exception {
        var name = "W" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        var last = LocalDate.now(KnownAt.VIETNAM).withDayOfMonth(1).minusMonths(2);
        var calm = new StringBuilder();
        for (int back = 60; back >= 0; back--) {
            calm.append("%s,%s,%d%n"
                    .formatted(name, last.minusMonths(back), back == 0 ? 38_000 : 40_000 + 70 * (back * 7 % 13)));
        }
        load(name, calm.toString());
        try (var receiver = new Receiver()) {
            var webhook = register(receiver.url());
            load(name, "%s,%s,90000%n".formatted(name, last.plusMonths(1)));
            var publication = receiver.next();
            var alerts = receiver.next();
            assertThat(alerts.id()).isEqualTo(publication.id() + "_alerts");
            new Webhook(JsonPath.<String>read(webhook, "$.secret")).verify(alerts.body(), alerts.headers());
            assertThat(JsonPath.<String>read(alerts.body(), "$.type")).isEqualTo("alerts.changed");
            assertThat(JsonPath.<String>read(alerts.body(), "$.data.id"))
                    .isEqualTo(JsonPath.read(publication.body(), "$.data.id"));
            assertThat(JsonPath.<List<String>>read(alerts.body(), "$.data.changes[*].series"))
                    .containsExactly(name);
            assertThat(JsonPath.<List<String>>read(alerts.body(), "$.data.changes[*].after"))
                    .containsExactly("CRISIS");
            end(webhook);
        }
    }

    private void load(String name, String lines) {
        prices.load(
                        new StringReader("series_id,name,commodity,unit,frequency,region,source,licence\n" + name
                                + ",Chè,tea,VND/kg,monthly,Bảo Lộc,Own,CC0-1.0\n"),
                        new StringReader("series_id,date,value\n" + lines))
                .block();
    }

    @Test
    void forADayBothSecretsSign() throws Exception {
        var series = desk.series("2026-11-18,12000");
        try (var receiver = new Receiver()) {
            var webhook = register(receiver.url());
            var rotated = body(
                    owner.post().uri(WEBHOOKS + "/{id}/secret", id(webhook)).exchange());
            assertThat(JsonPath.<String>read(rotated, "$.secret")).isNotEqualTo(JsonPath.read(webhook, "$.secret"));
            desk.published(series, "2026-11-19", "\"price\":12100");
            var message = receiver.next();
            for (var made : List.of(webhook, rotated)) {
                new Webhook(JsonPath.<String>read(made, "$.secret")).verify(message.body(), message.headers());
            }
            end(webhook);
        }
    }

    @Test
    void aReplaySendsTheSameMessagesAgain() throws Exception {
        var series = desk.series("2026-11-18,12000");
        try (var receiver = new Receiver()) {
            var webhook = register(receiver.url());
            desk.published(series, "2026-11-19", "\"price\":12100");
            var first = receiver.next();
            untilDelivered(webhook);
            var after = JsonPath.<Integer>read(first.body(), "$.data.vintage") - 1;
            owner.post()
                    .uri(WEBHOOKS + "/{id}/replay", id(webhook))
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"after\":%d}".formatted(after))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.deliveries")
                    .isEqualTo(1);
            var again = receiver.next();
            assertThat(again.id()).isEqualTo(first.id());
            assertThat(again.body()).isEqualTo(first.body());
            end(webhook);
        }
    }

    @Test
    void anAddressThatIsGoneIsToldNoMore() throws Exception {
        var series = desk.series("2026-11-18,12000");
        try (var receiver = new Receiver(410)) {
            var webhook = register(receiver.url());
            desk.published(series, "2026-11-19", "\"price\":12100");
            receiver.next();
            for (int look = 0; look < 100 && !list().contains("ENDED"); look++) {
                Thread.sleep(100);
            }
            owner.get()
                    .uri(WEBHOOKS)
                    .exchange()
                    .expectBody()
                    .jsonPath("$.items[0].state")
                    .isEqualTo("ENDED")
                    .jsonPath("$.items[0].secret")
                    .doesNotExist();
            assertThat(id(webhook)).isNotBlank();
        }
    }

    @Test
    void aWebhookIsItsOwners() {
        var webhook = register("http://127.0.0.1:9/prices");
        var other = accounts.buyer().on(client);
        other.get()
                .uri(WEBHOOKS + "/{id}/deliveries", id(webhook))
                .exchange()
                .expectStatus()
                .isNotFound();
        other.delete()
                .uri(WEBHOOKS + "/{id}", id(webhook))
                .exchange()
                .expectStatus()
                .isNotFound();
        client.get().uri(WEBHOOKS).exchange().expectStatus().isUnauthorized();
        end(webhook);
        owner.post()
                .uri(WEBHOOKS)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"url\":\"ftp://example.com/\"}")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("webhook-url");
    }

    private String register(String url) {
        return body(owner.post()
                .uri(WEBHOOKS)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"url\":\"%s\"}".formatted(url))
                .exchange());
    }

    private void end(String webhook) {
        owner.delete()
                .uri(WEBHOOKS + "/{id}", id(webhook))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private String untilDelivered(String webhook) throws InterruptedException {
        var log = "";
        for (int look = 0; look < 100; look++) {
            log = body(
                    owner.get().uri(WEBHOOKS + "/{id}/deliveries", id(webhook)).exchange());
            if (JsonPath.<List<String>>read(log, "$.items[?(@.state == 'DELIVERED')].id")
                            .size()
                    == 1) {
                return log;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("Not delivered: " + log);
    }

    private String list() {
        return body(owner.get().uri(WEBHOOKS).exchange());
    }

    private static String id(String webhook) {
        return JsonPath.read(webhook, "$.id");
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .is2xxSuccessful()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
