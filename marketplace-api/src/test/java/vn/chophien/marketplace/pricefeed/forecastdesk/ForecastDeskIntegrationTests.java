package vn.chophien.marketplace.pricefeed.forecastdesk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.pricefeed.PriceSeriesImport;

/** From a draft to what everybody reads, by two officers. */
@MarketplaceTest
class ForecastDeskIntegrationTests {
    private static final String TYPE = "$.type";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private PriceSeriesImport prices;

    @Autowired
    private DatabaseClient database;

    @SuppressWarnings("NullAway.Init")
    private ForecastFixture desk;

    @BeforeEach
    void openTheDesk() {
        desk = new ForecastFixture(client, accounts, prices);
    }

    @Test
    void whatOneDraftsOnlyAnotherIssues() {
        var series = desk.monthly(72);
        var id = desk.draft(series);
        desk.post(desk.colleague, id, "publish")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath(TYPE)
                .isEqualTo("/problems/price-forecast-draft-state");
        desk.post(desk.colleague, id, "submit").expectStatus().isForbidden();
        desk.post(desk.officer, id, "submit").expectStatus().isOk();
        desk.post(desk.officer, id, "publish")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath(TYPE)
                .isEqualTo("/problems/price-forecast-second-officer-required");
        client.get()
                .uri(ForecastFixture.SERIES + series + "/forecast")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath(TYPE)
                .isEqualTo("/problems/price-forecast-not-issued");
        desk.post(desk.colleague, id, "publish")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PUBLISHED")
                .jsonPath("$.issued_number")
                .isNumber();

        var forecast = desk.forecast(series);
        assertThat(JsonPath.<String>read(forecast, "$.origin"))
                .isEqualTo(ForecastFixture.lastMonth().toString());
        assertThat(JsonPath.<Integer>read(forecast, "$.horizon")).isEqualTo(12);
        assertThat(JsonPath.<List<?>>read(forecast, "$.points")).hasSize(12);
        assertThat(JsonPath.<Object>read(forecast, "$.points")).isEqualTo(JsonPath.read(forecast, "$.model_points"));
        assertThat(JsonPath.<Boolean>read(forecast, "$.current")).isTrue();
        assertThat(JsonPath.<Boolean>read(forecast, "$.replaced")).isFalse();
        assertThat(JsonPath.<String>read(forecast, "$.currency")).isEqualTo("VND");
        assertThat(JsonPath.<Integer>read(forecast, "$.accuracy.origins")).isPositive();
        var file = desk.read(ForecastFixture.SERIES + series + "/forecast.csv");
        assertThat(file).hasLineCount(13);
        var columns = JsonPath.<List<String>>read(
                desk.read(ForecastFixture.SERIES + series + "/forecast.csv-metadata.json"),
                "$.tableSchema.columns[*].name");
        assertThat(file.lines().findFirst()).hasValue(String.join(",", columns));
    }

    @Test
    void aDraftIsMadeOnceAndDiscardedForGood() {
        var series = desk.monthly(72);
        var id = desk.draft(series);
        desk.officer
                .post()
                .uri(ForecastFixture.DRAFTS)
                .bodyValue(Map.of("series", List.of(series)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.drafted.length()")
                .isEqualTo(0)
                .jsonPath("$.refused[0].code")
                .isEqualTo("open");
        desk.officer
                .delete()
                .uri(ForecastFixture.DRAFTS + "/" + id)
                .exchange()
                .expectStatus()
                .isNoContent();
        desk.post(desk.officer, id, "submit").expectStatus().isEqualTo(409);
        assertThat(desk.draft(series)).isNotEqualTo(id);
    }

    @Test
    void theGateRefusesWithAReasonInTheReadersLanguage() {
        var thin = desk.monthly(59);
        desk.officer
                .post()
                .uri(ForecastFixture.DRAFTS)
                .bodyValue(Map.of("series", List.of(thin)))
                .exchange()
                .expectBody()
                .jsonPath("$.refused[0].code")
                .isEqualTo("too-short")
                .jsonPath("$.refused[0].message")
                .isEqualTo("Chuỗi giá mới có 59 tháng; dự báo công bố cần 60.");
        client.get()
                .uri(ForecastFixture.SERIES + thin + "/forecast")
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath(TYPE)
                .isEqualTo("/problems/price-forecast-refused")
                .jsonPath("$.detail")
                .isEqualTo("The history has 59 months; a published forecast needs 60.");
        var stale = desk.monthlyUntil(ForecastFixture.lastMonth().minusMonths(9), 72);
        client.get()
                .uri(ForecastFixture.SERIES + stale + "/forecast")
                .exchange()
                .expectBody()
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).startsWith("Giá gần nhất đã cách đây"));
    }

    @Test
    void anOfficerAnnotatesAndPutsHerOwnFigures() {
        var series = desk.monthly(72);
        var id = desk.draft(series);
        var draft = shown(id);
        var review = review(draft, 50_000);
        put(id, null, review).expectStatus().isEqualTo(428);
        put(id, "\"7\"", review).expectStatus().isEqualTo(412);
        put(id, "\"1\"", review).expectStatus().isOk().expectHeader().valueEquals(HttpHeaders.ETAG, "\"2\"");
        int number = desk.issue(id);

        var forecast = desk.forecast(series);
        assertThat(JsonPath.<Integer>read(forecast, "$.number")).isEqualTo(number);
        assertThat(JsonPath.<Boolean>read(forecast, "$.replaced")).isTrue();
        assertThat(JsonPath.<List<Integer>>read(forecast, "$.points[*].mean")).containsOnly(50_000);
        assertThat(JsonPath.<Object>read(forecast, "$.model_points")).isEqualTo(JsonPath.read(draft, "$.model_points"));
        assertThat(JsonPath.<String>read(forecast, "$.annotation")).isEqualTo("Harvest is late.");
        assertThat(JsonPath.<String>read(forecast, "$.replacement_reason")).isEqualTo("Vụ mùa muộn");
    }

    @Test
    void figuresOutOfOrderAreNamed() {
        var id = desk.draft(desk.monthly(72));
        var review = review(shown(id), 50_000);
        var points = points(review);
        points.set(3, Map.of("date", points.get(3).get("date"), "mean", 5, "lo80", 6, "hi80", 7, "lo95", 4, "hi95", 8));
        points.set(4, Map.of("date", "2001-01-01", "mean", 5, "lo80", 5, "hi80", 5, "lo95", 5, "hi95", 5));
        put(id, "\"1\"", review)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(2)
                .jsonPath("$.errors[0].field")
                .isEqualTo("replacement.points[3]")
                .jsonPath("$.errors[1].field")
                .isEqualTo("replacement.points[4].date");
        points.removeLast();
        put(id, "\"1\"", review).expectStatus().isBadRequest();
    }

    @Test
    void aColleagueReturnsADraftWithARemark() {
        var id = desk.draft(desk.monthly(72));
        desk.post(desk.officer, id, "submit").expectStatus().isOk();
        desk.colleague
                .post()
                .uri(ForecastFixture.DRAFTS + "/{id}/return", id)
                .bodyValue(Map.of("reason", "Xem lại mức tháng 12"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DRAFT")
                .jsonPath("$.returned_for")
                .isEqualTo("Xem lại mức tháng 12");
    }

    @Test
    void severalForecastsAreOnePublicationThatNewsTellOf() {
        var first = desk.monthly(72);
        var second = desk.monthly(73);
        var ids = List.of(desk.draft(first), desk.draft(second));
        choose(desk.officer, "submit", ids).expectStatus().isOk();
        choose(desk.officer, "publish", ids).expectStatus().isForbidden();
        choose(desk.colleague, "publish", ids).expectStatus().isOk();

        String publication = JsonPath.read(desk.forecast(first), "$.publication");
        assertThat(JsonPath.<String>read(desk.forecast(second), "$.publication"))
                .isEqualTo(publication);
        var said = desk.read("/api/v1/prices/publications/" + publication);
        assertThat(JsonPath.<Integer>read(said, "$.publication.forecasts")).isEqualTo(2);
        assertThat(JsonPath.<List<?>>read(said, "$.forecasts[*].series")).hasSize(2);
        assertThat(JsonPath.<String>read(desk.read("/api/v1/prices/publications"), "$.items[0].id"))
                .isEqualTo(publication);
        assertThat(desk.read("/api/v1/prices/feed.atom?lang=en")).contains("Forecasts published", "80 % between");
    }

    @Test
    void aNewerForecastSupersedesAndThePastAnswersAsBefore() {
        var series = desk.monthly(72);
        int first = desk.issued(series);
        var then = desk.forecast(series);
        String publication = JsonPath.read(then, "$.publication");
        int second = desk.issued(series);

        assertThat(JsonPath.<Integer>read(desk.forecast(series), "$.number")).isEqualTo(second);
        assertThat(desk.read(ForecastFixture.SERIES + series + "/forecast?as_of=" + publication))
                .isEqualTo(then);
        assertThat(JsonPath.<List<Integer>>read(
                        desk.read(ForecastFixture.SERIES + series + "/forecasts"), "$.items[*].number"))
                .containsExactly(second, first);
        assertThat(JsonPath.<Integer>read(
                        desk.read(ForecastFixture.SERIES + series + "/forecasts/" + first), "$.number"))
                .isEqualTo(first);
        var page = desk.read(ForecastFixture.SERIES + series + "/forecasts?page_size=1");
        String cursor = JsonPath.read(page, "$.next_cursor");
        assertThat(JsonPath.<List<Integer>>read(
                        desk.read(ForecastFixture.SERIES + series + "/forecasts?cursor=" + cursor),
                        "$.items[*].number"))
                .containsExactly(first);
    }

    @Test
    void theDatabaseKeepsWhatWasIssued() {
        int number = desk.issued(desk.monthly(72));
        for (var change : List.of(
                "UPDATE price_forecast SET annotation_vi = 'Khác' WHERE number = " + number,
                "DELETE FROM price_forecast_point WHERE forecast_number = " + number,
                "UPDATE price_forecast_point SET mean = mean + 1 WHERE forecast_number = " + number,
                "INSERT INTO price_forecast_point (forecast_number, step, valid_on, next_on, mean, lo80, hi80, lo95, hi95)"
                        + " VALUES (" + number + ", 99, '2030-01-01', '2030-02-01', 1, 1, 1, 1, 1)",
                "TRUNCATE price_forecast_point")) {
            assertThat(refusal(change))
                    .as(change)
                    .containsAnyOf("are never changed or removed", "takes no further points");
        }
        assertThat(refusal("""
                        INSERT INTO price_publication (id, vintage, kind, published_at, entered_by, published_by, added, corrected,
                            withdrawn, forecasts)
                        SELECT uuidv7(), MAX(vintage) + 1, 'FORECAST', now(), CAST(:id AS uuid), CAST(:id AS uuid), 0, 0, 0, 1
                        FROM price_publication
                        """.replace(":id", "'00000000-0000-7000-8000-000000000001'")))
                .contains("price_publication_origin_ck");
    }

    @Test
    void allSeriesWithNewsAreDraftedAndThoseForecastAlreadyAreNot() {
        var fresh = desk.monthly(72);
        var done = desk.monthly(72);
        desk.issued(done);
        String drafted = "";
        int remaining;
        do {
            var report = Objects.requireNonNull(desk.officer
                    .post()
                    .uri(ForecastFixture.DRAFTS)
                    .bodyValue(Map.of())
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody());
            drafted += JsonPath.<List<String>>read(report, "$.drafted[*].series.code");
            remaining = JsonPath.read(report, "$.remaining");
        } while (remaining > 0);
        assertThat(drafted).contains(fresh).doesNotContain(done);
    }

    private String shown(String id) {
        return Objects.requireNonNull(desk.officer
                .get()
                .uri(ForecastFixture.DRAFTS + "/" + id)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private WebTestClient.ResponseSpec put(String id, @Nullable String ifMatch, Object body) {
        return desk.officer
                .put()
                .uri(ForecastFixture.DRAFTS + "/" + id)
                .headers(headers -> {
                    if (ifMatch != null) {
                        headers.setIfMatch(ifMatch);
                    }
                })
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec choose(WebTestClient by, String action, List<String> drafts) {
        return by.post()
                .uri(ForecastFixture.DRAFTS + "/" + action)
                .bodyValue(Map.of("drafts", drafts))
                .exchange();
    }

    /** The officer expects one price for all dates of a draft. */
    private static Map<String, Object> review(String draft, int price) {
        var points = new ArrayList<Map<String, Object>>();
        for (var date : JsonPath.<List<String>>read(draft, "$.model_points[*].date")) {
            points.add(Map.of(
                    "date",
                    date,
                    "mean",
                    price,
                    "lo80",
                    new BigDecimal(price).multiply(new BigDecimal("0.95")),
                    "hi80",
                    price + 2_000,
                    "lo95",
                    price - 5_000,
                    "hi95",
                    price + 5_000));
        }
        var replacement = new HashMap<String, Object>();
        replacement.put("reason_vi", "Vụ mùa muộn");
        replacement.put("points", points);
        return Map.of(
                "annotation_vi",
                "Vụ thu hoạch đến muộn.",
                "annotation_en",
                "Harvest is late.",
                "replacement",
                replacement);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> points(Map<String, Object> review) {
        return (List<Map<String, Object>>) Objects.requireNonNull(
                ((Map<String, Object>) Objects.requireNonNull(review.get("replacement"))).get("points"));
    }

    private String refusal(String change) {
        return Objects.requireNonNull(Mono.defer(() -> database.sql(change).then())
                .thenReturn("taken")
                .onErrorResume(error -> Mono.just(String.valueOf(error.getMessage())))
                .block());
    }
}
