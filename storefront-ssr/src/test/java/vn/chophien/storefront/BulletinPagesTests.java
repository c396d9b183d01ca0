package vn.chophien.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.chophien.storefront.MarketStub.json;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;

@StorefrontTest
class BulletinPagesTests {
    private static final String API = "/api/v1/prices";
    private static final String DESK = "/trade-desk/bulletins";
    private static final String BULLETIN = """
            {"number":3,"edition":2,"last":true,"period":"WEEK","from":"2026-11-16","to":"2026-11-22","title":"Giá tuần 47",
             "body":"## Tổng quan\\n\\nGiá {{price A}}.\\n\\n{{chart A 90d}}\\n","reason":"Giá đã đính chính",
             "department":"Sở Công Thương","author":"Chị Hà","approver":"Anh Dũng","approved_at":"2026-11-22T02:00:00Z",
             "published_at":"2026-11-22T03:00:00Z","as_of":{"vintage":4,"published_at":"2026-11-22T01:00:00Z"},
             "demonstration":true,
             "figures":[{"directive":"{{price A}}","text":"112.500 đ/kg"},
               {"directive":"{{chart A 90d}}","series":{"code":"A","title":"Cà phê","unit_label":"đ/kg","frequency":"DAILY"},
                "points":[{"date":"2026-11-19","price":112000},{"date":"2026-11-20","price":112500}]}],
             "credits":[{"source":"Dữ liệu minh họa","licence":"CC0-1.0"}]}
            """;
    private static final String EDITIONS = """
            {"items":[{"number":3,"edition":1,"last":false,"period":"WEEK","from":"2026-11-16","to":"2026-11-22",
                "title":"Giá tuần 47","published_at":"2026-11-21T03:00:00Z"},
              {"number":3,"edition":2,"last":true,"period":"WEEK","from":"2026-11-16","to":"2026-11-22",
                "title":"Giá tuần 47","reason":"Giá đã đính chính","published_at":"2026-11-22T03:00:00Z"}]}
            """;
    private static final String DRAFT = """
            {"id":"d1","state":"DRAFT","period":"WEEK","from":"2026-11-16","to":"2026-11-22","title_vi":"Giá tuần 47",
             "title_en":"Prices of week 47","written_by_name":"Chị Hà","written_at":"2026-11-22T01:00:00Z","editable":true,
             "approvable":false,"content":{"as_of":{"vintage":4,"published_at":"2026-11-22T01:00:00Z"},"demonstration":false,
               "vi":{"body":"Giá {{price A}} và {{price B}}","series":[{"code":"A","title":"Cà phê","unit_label":"đ/kg",
                   "frequency":"DAILY"}],"figures":[{"directive":"{{price A}}","text":"112.500 đ/kg"}],
                 "faults":[{"line":1,"directive":"{{price B}}","code":"unknown-series","message":"Dòng 1: không có chuỗi B"}]},
               "en":{"body":"Price {{price A}}","figures":[{"directive":"{{price A}}","text":"112,500 ₫/kg"}],"faults":[]}}}
            """;

    private final MarketStub market = MarketStub.shared();
    private final TestBrowser browser;

    BulletinPagesTests(@LocalServerPort int port) {
        browser = new TestBrowser(port);
    }

    @BeforeEach
    void openTheMarket() {
        market.isOpen();
        market.officerSignsIn();
        answers("/bulletins", EDITIONS);
        answers("/bulletins/3", BULLETIN);
        answers("/bulletins/3/editions", EDITIONS);
    }

    @Test
    void readersSeeTheTextWithItsFiguresAndWhoSigned() {
        assertThat(page("/market-prices/bulletins")).contains("href=\"/market-prices/bulletins/3\"");
        assertThat(page("/market-prices/bulletins/3"))
                .contains("<h1>Giá tuần 47</h1>")
                .contains("<span class=\"bulletin-figure\">112.500 đ/kg</span>")
                .contains("<svg class=\"chart")
                .contains("Chị Hà</dd>")
                .contains("Bản 2, đính chính: Giá đã đính chính")
                .contains("Số liệu theo đợt công bố giá số 4")
                .contains("href=\"/market-prices/bulletins/3?edition=1\"")
                .contains("href=\"/market-prices/bulletins/3/bulletin.pdf\"")
                .doesNotContain("/trade-desk/bulletins/corrections");
    }

    @Test
    void thePdfIsTheSameWheneverItIsAskedFor() {
        var first = pdf();
        assertThat(new String(first, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(pdf()).isEqualTo(first);
    }

    @Test
    void anOfficerSeesHerErrorsByLineAndKeepsWhatSheTyped() {
        market.server()
                .stubFor(get(urlPathEqualTo(API + "/bulletin-drafts/d1"))
                        .willReturn(json(DRAFT).withHeader("ETag", "\"1\"")));
        assertThat(browser.page(DESK + "/d1", "officer", 200))
                .contains("Dòng 1: không có chuỗi B")
                .contains("<mark class=\"bulletin-fault\">{{price B}}</mark>")
                .contains("<code>{{price A}}</code>")
                .contains("name=\"version\" value=\"&#34;1");
        market.server()
                .stubFor(put(urlPathEqualTo(API + "/bulletin-drafts/d1"))
                        .willReturn(MarketStub.problem(412, "precondition-failed")));
        assertThat(browser.submit(
                        DESK + "/d1",
                        DESK + "/d1",
                        "&version=%221%22&title_vi=Ti%C3%AAu+%C4%91%E1%BB%81&body_vi=M%E1%BB%9Bi+g%C3%B5&title_en=T&body_en=B",
                        "officer",
                        412))
                .contains("Mới gõ</textarea>")
                .contains("value=\"Tiêu đề\"");
    }

    @Test
    void aNewBulletinOffersTheSeriesOfAllPages() {
        answers("/series", """
                {"items":[{"code":"A","title":"Cà phê, Đắk Lắk","commodity":{"code":"C","name":"Cà phê"},"frequency":"DAILY"}],
                 "next_cursor":"second"}
                """);
        market.server()
                .stubFor(get(urlPathEqualTo(API + "/series"))
                        .withQueryParam("cursor", equalTo("second"))
                        .willReturn(json("""
                                {"items":[{"code":"B","title":"Tiêu, Gia Lai","commodity":{"code":"H","name":"Tiêu"},
                                  "frequency":"DAILY"}]}
                                """)));
        answers("/bulletin-drafts", "{\"items\":[]}");
        assertThat(browser.page(DESK, "officer", 200))
                .contains("Cà phê, Đắk Lắk")
                .contains("Tiêu, Gia Lai");
    }

    @Test
    void aNewBulletinTellsPeriodAndSeries() {
        answers("/series", """
                {"items":[{"code":"A","title":"Cà phê, Đắk Lắk","commodity":{"code":"C","name":"Cà phê"},"frequency":"DAILY"}]}
                """);
        answers("/bulletin-drafts", "{\"items\":[]}");
        assertThat(browser.page(DESK, "officer", 200)).contains("Cà phê, Đắk Lắk");
        assertThat(browser.submit(DESK, DESK, "&period=DAY&date=2026-11-20", "officer", 422))
                .contains("Hãy chọn ít nhất một chuỗi giá.")
                .contains("value=\"2026-11-20\"");
        market.server()
                .stubFor(post(urlPathEqualTo(API + "/bulletin-drafts"))
                        .withRequestBody(equalToJson("{\"period\":\"DAY\",\"date\":\"2026-11-20\",\"series\":[\"A\"]}"))
                        .willReturn(json(DRAFT)));
        browser.submit(DESK, DESK, "&period=DAY&date=2026-11-20&series=A", "officer", 303);
    }

    private void answers(String path, String body) {
        market.server().stubFor(get(urlPathEqualTo(API + path)).willReturn(json(body)));
    }

    private String page(String path) {
        return Objects.requireNonNull(browser.client()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private byte[] pdf() {
        return Objects.requireNonNull(browser.client()
                .get()
                .uri("/market-prices/bulletins/3/bulletin.pdf")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PDF)
                .expectBody()
                .returnResult()
                .getResponseBody());
    }
}
