package vn.chophien.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
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

/** The prices of the day on the trade desk: nothing that was typed is lost. */
@StorefrontTest
class TradeDeskPagesTests {

    private static final String API = "/api/v1/prices";

    private static final String SERIES = """
            {"code": "HO-TIEU.FARM.GIA-LAI", "title": "Hồ tiêu, giá tại vườn, Gia Lai", "commodity_code": "HO-TIEU",
             "commodity": "Hồ tiêu", "stage": "giá tại vườn", "place": "Gia Lai", "frequency": "DAILY"}""";

    private static final String ENTRY = """
            {"series": %s, "date": "2026-11-20", "status": "FINAL", "price": %s, "unit_label": "đ/kg", "confirmed": %s,
             "previous": {"date": "2026-11-19", "price": 146000}, "change_ratio": 0.37,
             "needs_confirmation": %s, "needs_reason": false,
             "flags": [{"code": "unusual-change", "message": "Chênh hơn 30%%"}]}""";

    private static final String SET = """
            {"id": "s1", "state": "%s", "version": 3, "entered_by": "o1", "entered_by_name": "Cán bộ",
             "entered_at": "2026-11-20T01:00:00Z", "editable": %s, "publishable": %s, "entry_count": 1,
             "first_date": "2026-11-20", "last_date": "2026-11-20", "entries": [%s]}""";

    private static final String CALENDAR = """
            {"today": "2026-11-20", "late_count": 2, "days_off": [], "days": [
              {"date": "2026-11-19", "due_on": "2026-11-19", "frequency": "DAILY", "progress": "LATE", "expected": 3,
               "published": 1, "submitted": 0, "drafted": 0, "missing": 2,
               "missing_series": [{"code": "X", "title": "Ca cao, <b>Đắk Lắk</b>"}]}]}""";

    private static final String ROW =
            "&series-0=HO-TIEU.FARM.GIA-LAI&date-0=2026-11-20&commodity-0=H%E1%BB%93+ti%C3%AAu"
                    + "&place-0=Gia+Lai&kind-0=gi%C3%A1&unit-0=%C4%91%2Fkg&last-0=146.000+(19%2F11%2F2026)";

    private final MarketStub market = MarketStub.shared();
    private final TestBrowser browser;

    TradeDeskPagesTests(@LocalServerPort int port) {
        browser = new TestBrowser(port);
    }

    @BeforeEach
    void openTheDesk() {
        market.isOpen();
        market.officerSignsIn();
        answers("/calendar", CALENDAR);
        market.server()
                .stubFor(get(urlPathEqualTo(API + "/entry-sets")).willReturn(MarketStub.json("{\"items\": []}")));
        answers("/entry-sets/open", """
                {"date": "2026-11-20", "entries": [%s]}""".formatted(
                        ENTRY.formatted(SERIES, "146000", "false", "false").replace("0.37", "0")));
        shows("DRAFT", true, false, ENTRY.formatted(SERIES, "200000", "false", "true"));
    }

    @Test
    void theMorningStartsWithTheLastPrices() {
        assertThat(browser.page("/trade-desk", "officer", 200))
                .contains("2 giá trễ hạn")
                .contains("name=\"from-0\" value=\"146.000\" inputmode=\"decimal\"")
                .contains("Lần trước: 146.000 (19/11/2026)");
        assertThat(browser.page("/en/trade-desk", "officer", 200)).contains("value=\"146,000\"");
    }

    @Test
    void sendsWhatWasTypedAndLeavesEmptyLinesOut() {
        market.server().stubFor(post(urlPathEqualTo(API + "/entry-sets")).willReturn(set("DRAFT", true, false, "")));
        browser.submit(
                "/trade-desk",
                "/trade-desk/entry-sets",
                ROW + "&from-0=147.000&to-0=148.000" + ROW.replace("-0=", "-1=").replace("GIA-LAI", "DAK-LAK"),
                "officer",
                303);
        market.server()
                .verify(postRequestedFor(urlPathEqualTo(API + "/entry-sets"))
                        .withRequestBody(matchingJsonPath("$[?(@.entries.size() == 1)]"))
                        .withRequestBody(matchingJsonPath("$.entries[0].series", equalTo("HO-TIEU.FARM.GIA-LAI")))
                        .withRequestBody(matchingJsonPath("$.entries[0].figures", equalTo("147.000 - 148.000"))));
    }

    @Test
    void aConfirmationIsOfTheFiguresThatWereAskedAbout() {
        market.server()
                .stubFor(put(urlPathEqualTo(API + "/entry-sets/s1/entries")).willReturn(set("DRAFT", true, false, "")));
        browser.submit(
                "/trade-desk/entry-sets/s1",
                "/trade-desk/entry-sets/s1/entries",
                "&version=%223%22" + ROW + "&from-0=210.000&asked-0=200.000&seen-0=true",
                "officer",
                303);
        market.server()
                .verify(putRequestedFor(urlPathEqualTo(API + "/entry-sets/s1/entries"))
                        .withHeader("If-Match", equalTo("\"3\""))
                        .withRequestBody(matchingJsonPath("$.entries[0].confirmed", equalTo("false"))));
    }

    @Test
    void anAlarmStandsBesideItsPriceWithItsOwnConfirmation() {
        assertThat(browser.page("/trade-desk/entry-sets/s1", "officer", 200))
                .contains("Chênh hơn 30%")
                .contains("name=\"asked-0\" value=\"200.000\"")
                .contains("Đã kiểm tra lại: 200.000 là đúng");
    }

    @Test
    void whatWasTypedIsShownAgainAfterAnError() {
        market.server()
                .stubFor(post(urlPathEqualTo(API + "/entry-sets"))
                        .willReturn(aResponse()
                                .withStatus(400)
                                .withHeader("Content-Type", "application/problem+json")
                                .withBody("""
                        {"type": "/problems/invalid-request", "status": 400, "errors":
                         [{"field": "entries[0].price", "code": "price-malformed", "message": "Đây không phải là giá"}]}""")));
        assertThat(browser.submit(
                        "/trade-desk",
                        "/trade-desk/entry-sets",
                        ROW.replace("-0=", "-1=").replace("GIA-LAI", "DAK-LAK") + ROW + "&from-1=t%C3%A1m<b>",
                        "officer",
                        400))
                .contains("value=\"tám&lt;b")
                .contains("href=\"#field-from-1\"")
                .contains("Hồ tiêu, Gia Lai: Đây không phải là giá");
    }

    @Test
    void aConflictShowsBothPricesAndKeepsTheTypedOne() {
        market.server()
                .stubFor(put(urlPathEqualTo(API + "/entry-sets/s1/entries"))
                        .willReturn(MarketStub.problem(412, "precondition-failed")));
        assertThat(browser.submit(
                        "/trade-desk/entry-sets/s1",
                        "/trade-desk/entry-sets/s1/entries",
                        "&version=%222%22" + ROW + "&from-0=147.000",
                        "officer",
                        412))
                .contains("name=\"from-0\" value=\"147.000\"")
                .contains("Đã lưu: 200.000")
                .contains("name=\"version\" value=\"&#34;3");
    }

    @Test
    void anOutageKeepsWhatWasTyped() {
        market.server()
                .stubFor(post(urlPathEqualTo(API + "/entry-sets"))
                        .willReturn(aResponse().withStatus(503)));
        assertThat(browser.submit("/trade-desk", "/trade-desk/entry-sets", ROW + "&from-0=147.000", "officer", 503))
                .contains("name=\"from-0\" value=\"147.000\"")
                .contains("Chưa lưu được");
    }

    @Test
    void nobodyPublishesTheirOwnPrices() {
        shows("SUBMITTED", false, false, ENTRY.formatted(SERIES, "200000", "true", "false"));
        assertThat(browser.page("/trade-desk/entry-sets/s1", "officer", 200))
                .contains("Bạn là người nhập nên không thể tự công bố")
                .doesNotContain("/trade-desk/entry-sets/s1/publish");
        shows("SUBMITTED", false, true, ENTRY.formatted(SERIES, "200000", "true", "false"));
        assertThat(browser.page("/trade-desk/entry-sets/s1", "officer", 200))
                .contains("/trade-desk/entry-sets/s1/publish")
                .contains("Người nhập đã kiểm tra lại")
                .contains("Trả lại kèm nhận xét");
    }

    @Test
    void theCalendarLeadsToWhatIsMissing() {
        assertThat(browser.page("/trade-desk/calendar", "officer", 200))
                .contains("href=\"/trade-desk?date=2026-11-19\"")
                .contains("Trễ hạn")
                .contains("Ca cao, &lt;b&gt;Đắk Lắk");
    }

    @Test
    void correctionsBeginWithTheLastDayThatHasPrices() {
        answers("/published-prices", "{\"items\": []}");
        assertThat(browser.page("/trade-desk/corrections", "officer", 200)).contains("value=\"2026-11-19\"");
        assertThat(browser.page("/trade-desk/corrections?date=2026-11-20", "officer", 200))
                .contains("value=\"2026-11-20\"");
    }

    private void shows(String state, boolean editable, boolean publishable, String entries) {
        market.server()
                .stubFor(get(urlPathEqualTo(API + "/entry-sets/s1"))
                        .willReturn(set(state, editable, publishable, entries)));
    }

    private static ResponseDefinitionBuilder set(String state, boolean editable, boolean publishable, String entries) {
        return MarketStub.json(SET.formatted(state, editable, publishable, entries))
                .withHeader("ETag", "\"3\"");
    }

    private void answers(String path, String body) {
        market.server().stubFor(get(urlPathEqualTo(API + path)).willReturn(MarketStub.json(body)));
    }
}
