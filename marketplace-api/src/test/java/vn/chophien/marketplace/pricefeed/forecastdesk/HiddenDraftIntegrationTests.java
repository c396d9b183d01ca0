package vn.chophien.marketplace.pricefeed.forecastdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.pricefeed.PriceSeriesImport;

/** Nobody outside sees a forecast before it is issued, whatever they ask. */
@MarketplaceTest
class HiddenDraftIntegrationTests {
    /** A stream has no end to read to; its events are those of the publications. */
    private static final String STREAM = "/api/v1/prices/events";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private PriceSeriesImport prices;

    @Test
    void noPublicAnswerTellsOfADraft() {
        var desk = new ForecastFixture(client, accounts, prices);
        var series = desk.monthly(72);
        int number = desk.issued(series);
        String publication = JsonPath.read(desk.forecast(series), "$.publication");
        var id = desk.draft(series);
        var marker = "Chưa công bố " + UUID.randomUUID();
        desk.officer
                .put()
                .uri(ForecastFixture.DRAFTS + "/" + id)
                .header("If-Match", "\"1\"")
                .bodyValue(Map.of("annotation_vi", marker))
                .exchange()
                .expectStatus()
                .isOk();
        desk.post(desk.officer, id, "submit").expectStatus().isOk();

        int read = 0;
        for (var path : publicPaths()) {
            var address = path.replace("{code}", path.contains("commodities") ? "TEA" : series)
                    .replace("{number}", Integer.toString(number))
                    .replace("{date}", ForecastFixture.lastMonth().toString())
                    .replace("{id}", path.contains("publications") ? publication : id);
            var answer = client.get().uri(address + "?lang=vi").exchange().returnResult(byte[].class);
            if (answer.getStatus().is2xxSuccessful()) {
                read++;
            }
            var body = new String(
                    Objects.requireNonNullElse(answer.getResponseBodyContent(), new byte[0]), StandardCharsets.UTF_8);
            assertThat(body).as(address).doesNotContain(marker);
            // A refusal repeats the address that was asked for.
            assertThat(body.replace(address, "")).as(address).doesNotContain(id);
        }
        assertThat(read).as("answers to anybody").isGreaterThanOrEqualTo(20);

        desk.post(desk.colleague, id, "publish").expectStatus().isOk();
        assertThat(desk.read(ForecastFixture.SERIES + series + "/forecast?lang=vi"))
                .contains(marker);
    }

    @Test
    void onlyOfficersReachDrafts() {
        var buyer = accounts.buyer().on(client);
        for (var path : List.of(
                ForecastFixture.DRAFTS,
                ForecastFixture.DRAFTS + "/" + UUID.randomUUID(),
                "/api/v1/prices/forecast-candidates")) {
            client.get().uri(path).exchange().expectStatus().isUnauthorized();
            buyer.get().uri(path).exchange().expectStatus().isForbidden();
        }
        buyer.post()
                .uri(ForecastFixture.DRAFTS)
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private List<String> publicPaths() {
        var document = Objects.requireNonNull(client.get()
                .uri("/api/v1/openapi.json")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        return JsonPath.<Map<String, Map<String, ?>>>read(document, "$.paths").entrySet().stream()
                .filter(path -> path.getKey().startsWith("/api/v1/prices/"))
                .filter(path -> path.getValue().containsKey("get"))
                .map(Map.Entry::getKey)
                .filter(path -> !path.equals(STREAM))
                .toList();
    }
}
