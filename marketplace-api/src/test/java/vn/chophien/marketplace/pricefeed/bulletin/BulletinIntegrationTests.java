package vn.chophien.marketplace.pricefeed.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.pricefeed.PriceSeriesImport;
import vn.chophien.marketplace.pricefeed.desk.DeskFixture;

/** From the first draft to editions that stay. */
@MarketplaceTest
class BulletinIntegrationTests {
    private static final String DRAFTS = "/api/v1/prices/bulletin-drafts";
    private static final String BULLETINS = "/api/v1/prices/bulletins";
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
    private DeskFixture desk;

    @SuppressWarnings("NullAway.Init")
    private String series;

    @BeforeEach
    void openTheDesk() {
        desk = new DeskFixture(client, accounts, prices);
        series = desk.series("2026-11-13,12000", "2026-11-19,12300", "2026-11-20,12600");
    }

    @Test
    void draftsFromTheDataAndPublishesWhatASecondOfficerSigned() {
        var draft = drafted();
        var id = id(draft);
        assertThat(JsonPath.<String>read(draft, "$.content.en.body")).contains("{{price " + series + "}}");
        assertThat(JsonPath.<List<String>>read(draft, "$.content.en.figures[*].text"))
                .contains("12,600\u00a0₫/kg", "up 600\u00a0₫/kg (5%)");
        assertThat(JsonPath.<List<?>>read(draft, "$.content.vi.faults")).isEmpty();

        refused(publish(id), 409, "price-bulletin-state");
        var before = read(BULLETINS);
        submit(id, 1).expectStatus().isOk();
        refused(approve(desk.officer, id, 2), 403, "price-bulletin-second-officer");
        refused(approve(desk.colleague, id, 1), 412, "precondition-failed");
        refused(approve(desk.colleague, id, null), 428, "precondition-required");
        approve(desk.colleague, id, 2).expectStatus().isOk();
        assertThat(read(BULLETINS)).as("what is only signed is not public").isEqualTo(before);
        var number = number(publish(id));
        assertThat(number(publish(id))).as("publishing again changes nothing").isEqualTo(number);

        var bulletin = read(BULLETINS + "/" + number + "?lang=en");
        assertThat(JsonPath.<Integer>read(bulletin, "$.edition")).isEqualTo(1);
        assertThat(JsonPath.<String>read(bulletin, "$.author")).isEqualTo("Người thử");
        assertThat(JsonPath.<String>read(bulletin, "$.department")).isEqualTo("Department of Industry and Trade");
        assertThat(JsonPath.<List<String>>read(
                        bulletin, "$.figures[?(@.directive=='{{price %s}}')].text".formatted(series)))
                .containsExactly("12,600\u00a0₫/kg");
        assertThat(JsonPath.<List<String>>read(
                        read(BULLETINS + "/" + number + "?lang=vi"),
                        "$.figures[?(@.directive=='{{change %s 7d}}')].text".formatted(series)))
                .containsExactly("tăng 600\u00a0đ/kg (5%)");
    }

    @Test
    void theTextFollowsItsVintageAndNoOther() {
        var id = id(drafted());
        desk.published(series, "2026-11-20", "\"price\":12900,\"reason\":\"Nhầm dòng\"");
        assertThat(price(read(desk.officer, DRAFTS + "/" + id + "?lang=en"), "$.content.en"))
                .isEqualTo("12,600\u00a0₫/kg");
        var refreshed = post(desk.officer, DRAFTS + "/" + id + "/refresh", "{\"anew\":false}", 1);
        assertThat(price(body(refreshed), "$.content.en")).isEqualTo("12,900\u00a0₫/kg");
    }

    @Test
    void aCorrectionIsTheNextEditionAndTheOldOneStaysAsItWas() {
        var number = published(id(drafted()));
        var path = BULLETINS + "/" + number + "?lang=en";
        var first = read(path);
        var before = JsonPath.<String>read(first, "$.published_at");
        desk.published(series, "2026-11-20", "\"price\":12900,\"reason\":\"Nhầm dòng\"");
        assertThat(read(path)).as("prices move on, a bulletin does not").isEqualTo(first);

        var correction = body(post(
                desk.officer,
                DRAFTS + "/corrections",
                "{\"number\":%d,\"reason\":\"Giá đã đính chính\"}".formatted(number),
                null));
        refused(
                post(
                        desk.colleague,
                        DRAFTS + "/corrections",
                        "{\"number\":%d,\"reason\":\"Tôi cũng sửa\"}".formatted(number),
                        null),
                409,
                "price-bulletin-correction-open");
        assertThat(published(id(correction))).isEqualTo(number);

        var second = read(path);
        assertThat(JsonPath.<Integer>read(second, "$.edition")).isEqualTo(2);
        assertThat(JsonPath.<String>read(second, "$.reason")).isEqualTo("Giá đã đính chính");
        assertThat(price(second, "$")).isEqualTo("12,900\u00a0₫/kg");
        var old = read(path + "&edition=1");
        assertThat(price(old, "$")).isEqualTo("12,600\u00a0₫/kg");
        assertThat(JsonPath.<Boolean>read(old, "$.last")).isFalse();
        assertThat(read(path + "&as_of=" + before))
                .as("as it was, byte for byte")
                .isEqualTo(first);
        assertThat(JsonPath.<List<Integer>>read(read(BULLETINS + "/" + number + "/editions"), "$.items[*].edition"))
                .containsExactly(1, 2);
    }

    @Test
    void anErrorInTheTextIsToldByLineAndNothingIsLost() {
        var id = id(drafted());
        var written =
                words("Tiêu đề", "Title", "Giá\n\n{{price NO-SUCH}}", "{{chart %s 90d}} in a line".formatted(series));
        var saved = body(put(id, 1, written));
        assertThat(JsonPath.<String>read(saved, "$.content.vi.body")).isEqualTo("Giá\n\n{{price NO-SUCH}}");
        assertThat(JsonPath.<Integer>read(saved, "$.content.vi.faults[0].line")).isEqualTo(3);
        assertThat(JsonPath.<String>read(saved, "$.content.en.faults[0].code")).isEqualTo("directive-alone");
        submit(id, 2)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath(TYPE)
                .isEqualTo("/problems/price-bulletin-incomplete")
                .jsonPath("$.errors[0].field")
                .isEqualTo("body_vi")
                .jsonPath("$.errors[0].code")
                .isEqualTo("bulletin-unknown-series")
                .jsonPath("$.errors[1].field")
                .isEqualTo("body_en");
        refused(put(id, 1, written), 412, "precondition-failed");
        refused(put(desk.colleague, id, 2, written), 403, "price-bulletin-of-colleague");
    }

    @Test
    void tellsOfSeriesOnAlert() {
        var lines = new ArrayList<String>();
        for (var month = YearMonth.of(2022, 1); month.isBefore(YearMonth.of(2026, 10)); month = month.plusMonths(1)) {
            lines.add(month.atDay(15) + "," + (10_000 + 100 * (month.getMonthValue() % 3)));
        }
        lines.add("2026-10-15,25000");
        series = desk.series(lines.toArray(String[]::new));
        var draft = drafted();
        assertThat(JsonPath.<String>read(draft, "$.content.en.body")).contains("## Price alerts\n\n{{alerts}}");
        assertThat(JsonPath.<List<List<String>>>read(draft, "$.content.en.figures[?(@.directive=='{{alerts}}')].lines")
                        .getFirst())
                .singleElement()
                .asString()
                .endsWith("“Crisis”, October 2026.");
        assertThat(JsonPath.<List<?>>read(draft, "$.content.vi.faults")).isEmpty();
    }

    @Test
    void aBulletinGoesBackWithARemark() {
        var id = id(drafted());
        submit(id, 1).expectStatus().isOk();
        refused(put(id, 2, words("a", "b", "c", "d")), 409, "price-bulletin-state");
        var returned =
                body(post(desk.colleague, DRAFTS + "/" + id + "/return", "{\"remark\":\"Thiếu hồ tiêu\"}", null));
        assertThat(JsonPath.<String>read(returned, "$.returned_for")).isEqualTo("Thiếu hồ tiêu");
        assertThat(JsonPath.<String>read(returned, "$.state")).isEqualTo("DRAFT");
        put(id, 3, words("a", "b", "c", "d")).expectStatus().isOk();
    }

    @Test
    void theDatabaseRefusesOnePersonAndAnyChangeOfAnEdition() {
        var id = id(drafted());
        assertThat(failure("UPDATE price_bulletin_draft SET approved_by = written_by, approved_at = now() WHERE id = '"
                        + id + "'"))
                .contains("price_bulletin_draft_two_people_ck");
        published(id);
        assertThat(failure("UPDATE price_bulletin SET title_vi = 'x'")).contains("never changed or removed");
        assertThat(failure("DELETE FROM price_bulletin")).contains("never changed or removed");
    }

    @Test
    void anAnswerIsRevalidatedUntilSomethingIsPublished() {
        var number = published(id(drafted()));
        var path = BULLETINS + "/" + number;
        var tag = Objects.requireNonNull(client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseHeaders()
                .getETag());
        client.get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified();
        published(id(body(post(
                desk.officer,
                DRAFTS + "/corrections",
                "{\"number\":%d,\"reason\":\"Sửa câu\"}".formatted(number),
                null))));
        client.get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isOk();
        client.get()
                .uri(path + "?as_of=2999-01-01T00:00:00Z")
                .exchange()
                .expectStatus()
                .isBadRequest();
        client.get().uri(BULLETINS + "/999999").exchange().expectStatus().isNotFound();
    }

    @Test
    void theListGoesOnPageByPage() {
        var older = published(id(drafted()));
        var newer = published(id(drafted()));
        assertThat(newer).isEqualTo(older + 1);
        var first = read(BULLETINS + "?page_size=1");
        assertThat(JsonPath.<List<Integer>>read(first, "$.items[*].number")).containsExactly(newer);
        var second = read(BULLETINS + "?page_size=1&cursor=" + JsonPath.read(first, "$.next_cursor"));
        assertThat(JsonPath.<List<Integer>>read(second, "$.items[*].number")).containsExactly(older);
    }

    @Test
    void anotherPeoplesReaderReadsTheFeed() throws Exception {
        var number = published(id(drafted()));
        var feed = new SyndFeedInput().build(new StringReader(read(BULLETINS + "/feed.atom?lang=en")));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getEntries().getFirst().getLink()).endsWith("/en/market-prices/bulletins/" + number);
        var json = read(BULLETINS + "/feed.json?lang=en");
        assertThat(JsonPath.<String>read(json, "$.version")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(JsonPath.<String>read(json, "$.items[0].url")).endsWith("/" + number);
    }

    @Test
    void draftsAreForOfficers() {
        client.get().uri(DRAFTS).exchange().expectStatus().isUnauthorized();
        accounts.buyer().on(client).get().uri(DRAFTS).exchange().expectStatus().isForbidden();
        assertThat(JsonPath.<List<?>>read(read(desk.colleague, DRAFTS), "$.items"))
                .isNotNull();
    }

    private String drafted() {
        return body(post(
                desk.officer,
                DRAFTS + "?lang=en",
                "{\"period\":\"WEEK\",\"date\":\"2026-11-20\",\"series\":[\"%s\"]}".formatted(series),
                null));
    }

    private int published(String id) {
        var version = JsonPath.<String>read(read(desk.officer, DRAFTS + "/" + id), "$.state");
        assertThat(version).isEqualTo("DRAFT");
        submit(id, 1).expectStatus().isOk();
        approve(desk.colleague, id, 2).expectStatus().isOk();
        return number(publish(id));
    }

    private static String words(String titleVi, String titleEn, String bodyVi, String bodyEn) {
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of("title_vi", titleVi, "title_en", titleEn, "body_vi", bodyVi, "body_en", bodyEn));
    }

    private WebTestClient.ResponseSpec put(String id, int version, String body) {
        return put(desk.officer, id, version, body);
    }

    private static WebTestClient.ResponseSpec put(WebTestClient by, String id, int version, String body) {
        return by.put()
                .uri(DRAFTS + "/{id}", id)
                .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec submit(String id, int version) {
        return post(desk.officer, DRAFTS + "/" + id + "/submit", "", version);
    }

    private static WebTestClient.ResponseSpec approve(WebTestClient by, String id, @Nullable Integer version) {
        return post(by, DRAFTS + "/" + id + "/approve", "", version);
    }

    private WebTestClient.ResponseSpec publish(String id) {
        return post(desk.colleague, DRAFTS + "/" + id + "/publish", "", null);
    }

    private static WebTestClient.ResponseSpec post(
            WebTestClient by, String uri, String body, @Nullable Integer version) {
        var request = by.post().uri(uri).contentType(MediaType.APPLICATION_JSON);
        if (version != null) {
            request = request.header(HttpHeaders.IF_MATCH, "\"" + version + "\"");
        }
        return request.bodyValue(body).exchange();
    }

    private static void refused(WebTestClient.ResponseSpec answer, int status, String problem) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath(TYPE).isEqualTo("/problems/" + problem);
    }

    private static String body(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .is2xxSuccessful()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static int number(WebTestClient.ResponseSpec answer) {
        return JsonPath.read(body(answer), "$.number");
    }

    private static String id(String draft) {
        return JsonPath.read(draft, "$.id");
    }

    private String price(String document, String within) {
        return JsonPath.<List<String>>read(
                        document, within + ".figures[?(@.directive=='{{price %s}}')].text".formatted(series))
                .getFirst();
    }

    private String read(String path) {
        return read(client, path);
    }

    private static String read(WebTestClient by, String path) {
        return body(by.get().uri(path).exchange());
    }

    private String failure(String statement) {
        return Objects.requireNonNull(Mono.defer(() -> database.sql(statement).then())
                .thenReturn("done")
                .onErrorResume(error -> Mono.just(String.valueOf(error.getMessage())))
                .block());
    }
}
