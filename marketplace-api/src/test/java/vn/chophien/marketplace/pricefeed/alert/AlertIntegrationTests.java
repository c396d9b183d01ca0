package vn.chophien.marketplace.pricefeed.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.pricefeed.KnownAt;
import vn.chophien.marketplace.pricefeed.PriceSeriesImport;
import vn.chophien.marketplace.pricefeed.PublicState;

/** What readers are told of unusual prices. */
@MarketplaceTest
class AlertIntegrationTests {
    private static final String ROOT = "/api/v1/prices";
    private static final String TEA = "/alerts?commodity=TEA&page_size=100";
    private static final LocalDate LAST =
            LocalDate.now(KnownAt.VIETNAM).withDayOfMonth(1).minusMonths(2);

    @Autowired
    private WebTestClient client;

    @Autowired
    private PriceSeriesImport prices;

    @Test
    void aSpikeIsACrisisUntilItIsCorrected() {
        var series = "A" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        load(series, calm());
        assertThat(level(read(TEA), series)).containsExactly("NORMAL");
        load(series, Map.of(LAST.plusMonths(1), 90_000));
        var spiked = read(TEA);
        assertThat(level(spiked, series)).containsExactly("CRISIS");
        var history = read("/series/" + series + "/alerts");
        assertThat(JsonPath.<List<String>>read(history, "$.items[-1:].month"))
                .containsExactly(LAST.plusMonths(1).toString());
        assertThat(JsonPath.<List<?>>read(history, "$.bands")).hasSize(7);
        var publication = Objects.requireNonNull(client.get()
                .uri(ROOT + "/alerts")
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst(PublicState.PUBLICATION));

        load(series, Map.of(LAST.plusMonths(1), 38_000));
        assertThat(level(read(TEA), series)).containsExactly("NORMAL");
        for (int time = 0; time < 2; time++) {
            assertThat(level(read(TEA + "&as_of=" + publication), series)).containsExactly("CRISIS");
        }
        assertThat(JsonPath.<List<?>>read(read("/alerts?commodity=NO-SUCH"), "$.items"))
                .isEmpty();
    }

    @Test
    void feedsTellWhenALevelChanges() {
        var series = "A" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        load(series, calm());
        load(series, Map.of(LAST.plusMonths(1), 90_000));
        var feed = read("/alerts.json?series=" + series);
        assertThat(JsonPath.<List<?>>read(feed, "$.items")).hasSize(1);
        assertThat(JsonPath.<String>read(feed, "$.items[0].content_text")).contains("Normal → Crisis");
        assertThat(read("/alerts.atom?series=" + series)).contains("Normal → Crisis", "<entry>");
        load(series, Map.of(LAST.plusMonths(1), 38_000));
        assertThat(JsonPath.<String>read(read("/alerts.json?series=" + series), "$.items[0].content_text"))
                .contains("Crisis → Normal");
        assertThat(JsonPath.<List<?>>read(read("/alerts.json?series=A-OTHER"), "$.items"))
                .isEmpty();
    }

    @Test
    void theLevelsAreTheSameFromPublicationToPublicationAndReadAtOnce() {
        var series = "A" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        load(series, calm());
        var other = "A" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        load(other, calm());
        var states = new LinkedHashMap<String, String>();
        for (int price : new int[] {38_000, 90_000, 60_000, 41_000}) {
            load(price == 60_000 ? other : series, Map.of(LAST.plusMonths(1), price));
            var answer = client.get()
                    .uri(ROOT + TEA)
                    .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                    .exchange()
                    .expectBody(String.class)
                    .returnResult();
            states.put(
                    Objects.requireNonNull(answer.getResponseHeaders().getFirst(PublicState.PUBLICATION)),
                    Objects.requireNonNull(answer.getResponseBody()));
        }
        load(series, Map.of(LAST.plusMonths(1), 38_500));
        read(TEA);
        assertThat(Set.copyOf(states.values())).hasSize(states.size());
        states.forEach((publication, answer) ->
                assertThat(read(TEA + "&as_of=" + publication)).isEqualTo(answer));
    }

    @Test
    void pagesHoldEverySeriesOnceAndTheMostUnusualFirst() {
        for (int place = 0; place < 5; place++) {
            var series = "A" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
            load(series, calm());
            if (place % 2 == 1) {
                load(series, Map.of(LAST.plusMonths(1), 90_000));
            }
        }
        var publication = Objects.requireNonNull(client.get()
                .uri(ROOT + TEA)
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst(PublicState.PUBLICATION));
        var whole = read(TEA + "&as_of=" + publication);
        assertThat(JsonPath.<Map<String, Object>>read(whole, "$")).doesNotContainKey("next_cursor");
        List<String> codes = JsonPath.read(whole, "$.items[*].series.code");
        List<Integer> severities = JsonPath.read(whole, "$.items[*].alert.severity");
        assertThat(severities).isSortedAccordingTo(Comparator.reverseOrder()).contains(0);
        for (int size : new int[] {1, 2, codes.size()}) {
            var seen = new ArrayList<String>();
            var query = "/alerts?commodity=TEA&page_size=" + size + "&as_of=" + publication;
            var page = read(query);
            while (true) {
                seen.addAll(JsonPath.read(page, "$.items[*].series.code"));
                assertThat(JsonPath.<Integer>read(page, "$.total")).isEqualTo(codes.size());
                assertThat((long) JsonPath.<Integer>read(page, "$.unusual"))
                        .isEqualTo(severities.stream()
                                .filter(severity -> severity > 0)
                                .count());
                var next = JsonPath.<Map<String, Object>>read(page, "$").get("next_cursor");
                if (next == null) {
                    break;
                }
                page = read(query + "&cursor=" + next);
            }
            assertThat(seen).containsExactlyElementsOf(codes);
        }
        for (var wrong : List.of("page_size=0", "page_size=101", "cursor=x", "cursor=MQ")) {
            client.get()
                    .uri(ROOT + "/alerts?" + wrong)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
    }

    private static List<String> level(String alerts, String series) {
        return JsonPath.read(alerts, "$.items[?(@.series.code == '" + series + "')].alert.alps.level");
    }

    /** Five years about 40,000, the last month below. */
    private static Map<LocalDate, Integer> calm() {
        var random = new Random(1);
        var values = new TreeMap<LocalDate, Integer>();
        for (int back = 60; back >= 1; back--) {
            values.put(LAST.minusMonths(back), 40_000 + random.nextInt(2_000) - 1_000);
        }
        values.put(LAST, 38_000);
        return values;
    }

    private void load(String series, Map<LocalDate, Integer> values) {
        var lines = new StringBuilder("series_id,date,value\n");
        values.forEach((day, value) -> lines.append(series)
                .append(',')
                .append(day)
                .append(',')
                .append(value)
                .append('\n'));
        prices.load(
                        new StringReader("series_id,name,commodity,unit,frequency,region,source,licence\n" + series
                                + ",Chè,tea,VND/kg,monthly,Bảo Lộc,Own,CC0-1.0\n"),
                        new StringReader(lines.toString()))
                .block();
    }

    private String read(String path) {
        return Objects.requireNonNull(client.get()
                .uri(ROOT + path)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
