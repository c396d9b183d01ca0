package vn.chophien.marketplace.pricefeed.forecastdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.jayway.jsonpath.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.pricefeed.PriceSeriesImport;
import vn.chophien.marketplace.pricefeed.PublicState;

/** Issued forecasts beside what came. */
@MarketplaceTest
class TrackRecordIntegrationTests {
    private static final String ALL = "/api/v1/prices/track-record";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private PriceSeriesImport prices;

    @SuppressWarnings("NullAway.Init")
    private ForecastFixture desk;

    @BeforeEach
    void openTheDesk() {
        desk = new ForecastFixture(client, accounts, prices);
    }

    @Test
    void aForecastIsScoredWhenItsPriceComesAndAgainWhenThatIsCorrected() {
        var last = ForecastFixture.lastMonth().minusMonths(2);
        var series = desk.monthlyUntil(last, 72);
        desk.issued(series);
        assertThat(JsonPath.<List<?>>read(record(series, ""), "$.by_horizon")).isEmpty();

        var forecast = desk.forecast(series);
        double mean = number(forecast, "$.points[0].mean");
        double lastPrice = number(forecast, "$.last_price");
        desk.load(series, Map.of(last.plusMonths(1), 50_000));
        var record = record(series, "");
        assertThat(JsonPath.<Integer>read(record, "$.overall.compared")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(record, "$.by_horizon[0].step")).isEqualTo(1);
        assertThat(number(record, "$.by_horizon[0].model.mae")).isCloseTo(Math.abs(50_000 - mean), within(0.01));
        assertThat(number(record, "$.by_horizon[0].last_price.mae"))
                .isCloseTo(Math.abs(50_000 - lastPrice), within(0.01));
        // Eleven months before the last price of 72 that the fixture made: 40,000 + 500 · (121 mod 17) + 100 · 11.
        assertThat(number(record, "$.by_horizon[0].last_year.mae")).isCloseTo(50_000 - 42_100, within(0.01));

        desk.load(series, Map.of(last.plusMonths(1), 48_000));
        assertThat(number(record(series, ""), "$.overall.model.mae")).isCloseTo(Math.abs(48_000 - mean), within(0.01));
        assertThat(number(record(series, "?against=first_published"), "$.overall.model.mae"))
                .isCloseTo(Math.abs(50_000 - mean), within(0.01));
        client.get()
                .uri(ForecastFixture.SERIES + series + "/track-record?against=gut")
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void aPriceThatWasKnownBeforeIsNoForecast() {
        var last = ForecastFixture.lastMonth().minusMonths(1);
        var series = desk.monthlyUntil(last, 72);
        var id = desk.draft(series);
        desk.load(series, Map.of(last.plusMonths(1), 50_000));
        desk.issue(id);
        assertThat(JsonPath.<Integer>read(record(series, ""), "$.forecasts")).isZero();
    }

    @Test
    void allSeriesTogetherHaveARecordByFrequency() {
        var last = ForecastFixture.lastMonth().minusMonths(1);
        var series = desk.monthlyUntil(last, 72);
        desk.issued(series);
        desk.load(series, Map.of(last.plusMonths(1), 50_000));
        var all = desk.read(ALL);
        assertThat(JsonPath.<List<Integer>>read(all, "$.items[?(@.frequency == 'MONTHLY')].compared"))
                .hasSize(1)
                .allMatch(compared -> compared >= 1);
    }

    @Test
    void theRecordOfAllIsTheSameFromPublicationToPublicationAndReadAtOnce() {
        var last = ForecastFixture.lastMonth().minusMonths(2);
        var first = desk.monthlyUntil(last, 72);
        var second = desk.monthlyUntil(last, 60);
        var states = new LinkedHashMap<String, String>();
        desk.issued(first);
        remember(states);
        desk.load(first, Map.of(last.plusMonths(1), 50_000));
        remember(states);
        desk.issued(second);
        desk.load(second, Map.of(last.plusMonths(1), 39_000));
        remember(states);
        desk.load(first, Map.of(last.plusMonths(1), 48_000));
        remember(states);
        desk.load(second, Map.of(last.plusMonths(2), 41_000));
        desk.read(ALL);
        assertThat(Set.copyOf(states.values())).hasSize(states.size());
        states.forEach((publication, answer) ->
                assertThat(desk.read(ALL + "?as_of=" + publication)).isEqualTo(answer));
    }

    private void remember(Map<String, String> states) {
        var answer = client.get()
                .uri(ALL)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .exchange()
                .expectBody(String.class)
                .returnResult();
        states.put(
                Objects.requireNonNull(answer.getResponseHeaders().getFirst(PublicState.PUBLICATION)),
                Objects.requireNonNull(answer.getResponseBody()));
    }

    private String record(String series, String query) {
        return desk.read(ForecastFixture.SERIES + series + "/track-record" + query);
    }

    private static double number(String json, String path) {
        return JsonPath.<Number>read(json, path).doubleValue();
    }
}
