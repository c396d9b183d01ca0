package vn.chophien.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Forecasts on the trade desk: what an officer sees before readers do, and what becomes of what she types. */
@StorefrontTest
class ForecastDeskPagesTests {

    private static final String API = "/api/v1/prices";
    private static final String DRAFTS = API + "/forecast-drafts";
    private static final String DESK = "/trade-desk/forecasts";

    private static final String SERIES =
            "{\"code\": \"HO-TIEU.FARM.GIA-LAI\", \"title\": \"Hồ tiêu, <b>Gia Lai</b>\", \"commodity_code\": \"HO-TIEU\", \"demonstration\": false}";

    private static final String DRAFT = """
            {"id": "f1", "series": %s, "state": "%s", "version": 2, "drafted_by_name": "Cán bộ",
             "drafted_at": "2026-11-20T01:00:00Z", "editable": %s, "issuable": %s, "outdated": false,
             "origin": "2026-11-19", "method": "Mean of last price, ETS", "last_price": 146000, "unit": "đ/kg",
             "model_points": [
               {"date": "2026-11-20", "mean": 147000, "lo80": 145000, "hi80": 149000, "lo95": 144000, "hi95": 150000},
               {"date": "2026-11-21", "mean": 147500, "lo80": 144500, "hi80": 150500, "lo95": 143000, "hi95": 152000}]}""";

    private static final String TYPED =
            "&version=2&own=true&reason-vi=M%C6%B0a&mean-0=147.100&lo80-0=145.000&hi80-0=149.000"
                    + "&lo95-0=144.000&hi95-0=150.000&mean-1=147.600&lo80-1=144.500&hi80-1=150.500&lo95-1=143.000&hi95-1=152.000";

    private final MarketStub market = MarketStub.shared();
    private final TestBrowser browser;

    ForecastDeskPagesTests(@LocalServerPort int port) {
        browser = new TestBrowser(port);
    }

    @BeforeEach
    void openTheDesk() {
        market.isOpen();
        market.officerSignsIn();
        answers(DRAFTS, "{\"items\": []}");
        answers(API + "/forecast-candidates", """
                {"items": [{"series": %s, "frequency": "DAILY", "obstacles": []}]}""".formatted(SERIES));
        answers(API + "/series/HO-TIEU.FARM.GIA-LAI/observations", """
                {"items": [{"date": "2026-11-17", "price": 145000}, {"date": "2026-11-18", "price": 145500},
                 {"date": "2026-11-19", "price": 146000}, {"date": "2026-11-20", "price": 190000}]}""");
        shows("DRAFT", true, false);
    }

    @Test
    void anOfficerSeesTheFanThatReadersWillSee() {
        assertThat(browser.page(DESK + "/f1", "officer", 200))
                .contains("class=\"chart-fan95\"")
                .contains("class=\"chart-fan80\"")
                .contains("class=\"chart-mean\"")
                .contains("trong phần nhạt ở khoảng 95 trường hợp")
                .doesNotContain("190.000");
    }

    @Test
    void aDraftIsDrawnThoughThePricesBeforeItWereTakenBack() {
        answers(API + "/series/HO-TIEU.FARM.GIA-LAI/observations", "{\"items\": []}");
        assertThat(browser.page(DESK + "/f1", "officer", 200)).contains("class=\"chart-fan95\"");
    }

    @Test
    void keepsAndSubmitsWhatWasTyped() {
        market.server().stubFor(put(urlPathEqualTo(DRAFTS + "/f1")).willReturn(draft("DRAFT", true, false)));
        market.server()
                .stubFor(post(urlPathEqualTo(DRAFTS + "/f1/submit")).willReturn(draft("SUBMITTED", false, false)));
        browser.submit(DESK + "/f1", DESK + "/f1", TYPED + "&annotation-vi=L%E1%BB%9Di&submit=true", "officer", 303);
        market.server()
                .verify(putRequestedFor(urlPathEqualTo(DRAFTS + "/f1"))
                        .withHeader("If-Match", equalTo("\"2\""))
                        .withRequestBody(matchingJsonPath("$.annotation_vi", equalTo("Lời")))
                        .withRequestBody(matchingJsonPath("$.replacement.points[1].mean", equalTo("147600"))));
        market.server().verify(postRequestedFor(urlPathEqualTo(DRAFTS + "/f1/submit")));
    }

    @Test
    void figuresThatCannotBeReadAreShownAgain() {
        assertThat(browser.submit(
                        DESK + "/f1", DESK + "/f1", TYPED.replace("mean-1=147.600", "mean-1=cao"), "officer", 422))
                .contains("name=\"mean-1\" type=\"text\" inputmode=\"decimal\" autocomplete=\"off\" value=\"cao\"")
                .contains("href=\"#field-mean-1\"")
                .doesNotContain("href=\"#field-mean-0\"");
    }

    @Test
    void whatTheApiRefusesStandsAtItsFigures() {
        market.server()
                .stubFor(put(urlPathEqualTo(DRAFTS + "/f1"))
                        .willReturn(aResponse()
                                .withStatus(400)
                                .withHeader("Content-Type", "application/problem+json")
                                .withBody("""
                        {"type": "/problems/invalid-request", "status": 400, "errors":
                         [{"field": "replacement.points[1].lo80", "code": "forecast-bounds", "message": "Sai thứ tự"},
                          {"field": "annotation_en", "code": "too-long", "message": "Dài quá"}]}""")));
        assertThat(browser.submit(DESK + "/f1", DESK + "/f1", TYPED, "officer", 400))
                .contains("href=\"#field-mean-1\"")
                .contains("Sai thứ tự")
                .contains("href=\"#field-annotation-en\"")
                .contains("value=\"147.600\"");
    }

    @Test
    void aColleagueReturnsAForecastWithAReason() {
        shows("SUBMITTED", false, true);
        market.server().stubFor(post(urlPathEqualTo(DRAFTS + "/f1/return")).willReturn(draft("DRAFT", true, false)));
        assertThat(browser.submit(DESK + "/f1", DESK + "/f1/return", "&reason=+", "officer", 422))
                .contains("href=\"#field-reason\"");
        browser.submit(DESK + "/f1", DESK + "/f1/return", "&reason=Sai", "officer", 303);
        market.server()
                .verify(postRequestedFor(urlPathEqualTo(DRAFTS + "/f1/return"))
                        .withRequestBody(equalToJson("{\"reason\": \"Sai\"}")));
    }

    @Test
    void whyAForecastIsNotIssuedIsSaidAboveIt() {
        shows("SUBMITTED", false, true);
        market.server()
                .stubFor(post(urlPathEqualTo(DRAFTS + "/publish")).willReturn(MarketStub.problem(403, "own-forecast")));
        assertThat(browser.submit(DESK + "/f1", DESK + "/f1/publish", "", "officer", 403))
                .contains("error-summary")
                .contains("Hồ tiêu, &lt;b&gt;Gia Lai");
    }

    @Test
    void aListSaysWhatToChoose() {
        market.server()
                .stubFor(get(urlPathEqualTo(DRAFTS))
                        .withQueryParam("state", equalTo("SUBMITTED"))
                        .willReturn(MarketStub.json(
                                "{\"items\": [%s]}".formatted(DRAFT.formatted(SERIES, "SUBMITTED", "false", "true")))));
        assertThat(browser.submit(DESK, DESK + "/publish", "", "officer", 422)).contains("error-summary");
        market.server()
                .stubFor(post(urlPathEqualTo(DRAFTS + "/submit"))
                        .willReturn(MarketStub.problem(409, "price-forecast-draft-state")));
        assertThat(browser.submit(DESK, DESK + "/submit", "&draft=f1", "officer", 409))
                .contains("error-summary");
        market.server()
                .verify(postRequestedFor(urlPathEqualTo(DRAFTS + "/submit"))
                        .withRequestBody(equalToJson("{\"drafts\": [\"f1\"]}")));
    }

    @Test
    void tellsWhichSeriesCannotBeForecast() {
        market.server().stubFor(post(urlPathEqualTo(DRAFTS)).willReturn(MarketStub.json("""
                {"drafted": [], "up_to_date": 0, "remaining": 0,
                 "refused": [{"series": %s, "code": "too-short", "message": "Chuỗi quá ngắn"}]}""".formatted(SERIES))));
        assertThat(browser.submit(DESK, DESK, "&series=HO-TIEU.FARM.GIA-LAI", "officer", 422))
                .contains("Hồ tiêu, &lt;b&gt;Gia Lai&lt;/b&gt;: Chuỗi quá ngắn");
    }

    private void shows(String state, boolean editable, boolean issuable) {
        market.server().stubFor(get(urlPathEqualTo(DRAFTS + "/f1")).willReturn(draft(state, editable, issuable)));
    }

    private static ResponseDefinitionBuilder draft(String state, boolean editable, boolean issuable) {
        return MarketStub.json(DRAFT.formatted(SERIES, state, editable, issuable));
    }

    private void answers(String path, String body) {
        market.server().stubFor(get(urlPathEqualTo(path)).willReturn(MarketStub.json(body)));
    }
}
