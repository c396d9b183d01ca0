package vn.chophien.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The pages of the market prices against an API that says what we make it say. */
@StorefrontTest
class MarketPagesTests {
    private static final String API = "/api/v1/prices";
    private static final String CODE = "CA-PHE.FARM";
    private static final LocalDate LAST = LocalDate.of(2026, 11, 20);
    private static final Pattern POINT =
            Pattern.compile("<a class=\"chart-point[^>]* href=\"#([^\"]+)\"[^>]*aria-label=\"([^\"]+)\"");

    private final MarketStub market = MarketStub.shared();
    private final WebTestClient browser;

    MarketPagesTests(@LocalServerPort int port) {
        browser = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
                .build();
    }

    @BeforeEach
    void openTheMarket() {
        market.isOpen();
        answers("/series/" + CODE, series(CODE, "Đắk Lắk"));
        answers("/series/" + CODE + "/observations", observations(CODE, "Đắk Lắk", 60));
        answers("/series/" + CODE + "/corrections", """
                {"items":[{"date":"%s","revisions":[
                  {"publication":"0199-a","published_at":"2026-11-18T02:00:00Z","status":"FINAL","price":110000},
                  {"publication":"0199-b","published_at":"2026-11-19T02:00:00Z","status":"FINAL","price":116500,"reason":"Nhầm cột <giá>"}]},
                 {"date":"2026-11-01","revisions":[
                  {"publication":"0198-a","published_at":"2026-11-01T02:00:00Z","status":"FINAL","price":115000},
                  {"publication":"0198-b","published_at":"2026-11-02T02:00:00Z","status":"WITHDRAWN","reason":"Chợ không họp"}]}]}
                """.formatted(LAST.minusDays(3)));
    }

    private void answers(String path, String body) {
        market.server().stubFor(get(urlPathEqualTo(API + path)).willReturn(MarketStub.json(body)));
    }

    private static String series(String code, String place) {
        return """
                {"code":"%s","title":"Cà phê nhân xô, giá tại vườn, %s","commodity":{"code":"ca-phe-nhan","name":"Cà phê nhân xô","name_in_sentence":"cà phê nhân xô"},
                 "stage":"FARM_GATE","stage_name":"giá tại vườn","province":{"code":"66","name":"%s"},"place":"%s",
                 "frequency":"DAILY","frequency_name":"hằng ngày","currency":"VND","unit_label":"đ/kg","source":"Sở Công Thương",
                 "licence":"CC-BY-4.0","licence_url":"https://creativecommons.org/licenses/by/4.0/","demonstration":false,
                 "observation_count":60,"first_date":"2023-01-02","last_date":"%s"}
                """.formatted(code, place, place, place, LAST);
    }

    private static String observations(String code, String place, int days) {
        return "{\"series\":%s,\"items\":[%s]}"
                .formatted(
                        series(code, place),
                        IntStream.range(0, days)
                                .mapToObj(day -> """
                                        {"date":"%s","price":%d,"status":"FINAL","recorded_at":"2026-11-20T02:00:00Z"%s}
                                        """.formatted(
                                                LAST.minusDays(days - 1L - day),
                                                110_000 + 100 * day,
                                                day == days - 4 ? ",\"reason\":\"Nhầm cột <giá>\"" : ""))
                                .collect(Collectors.joining(",")));
    }

    private void forecastIsIssued() {
        answers("/series/" + CODE + "/forecast", forecast(7, LAST, true));
        answers(
                "/series/" + CODE + "/forecasts",
                "{\"items\":[" + forecast(7, LAST, true) + "," + forecast(6, LAST.minusDays(20), false) + "]}");
        answers("/series/" + CODE + "/track-record", """
                {"series":"CA-PHE.FARM","forecasts":5,"retrospective":true,"by_horizon":[{"step":1,"compared":5,
                 "published":{"mae":900,"mape":0.81,"coverage80":81.2,"coverage95":95.5},
                 "last_price":{"compared":5,"mae":950,"mape":0.92},"last_year":{"compared":5,"mae":9000,"mape":12.5}}]}
                """);
    }

    private static String forecast(int number, LocalDate origin, boolean current) {
        return """
                {"series":"CA-PHE.FARM","number":%d,"issued_at":"2026-11-20T03:00:00Z","origin":"%s","horizon":14,"method":"mean-of-five",
                 "model_points":[],"points":[%s],"replaced":true,"replacement_reason":"Mưa lớn","annotation":"Hàng về chậm",
                 "current":%s,"retrospective":false,"currency":"VND","unit":"đ/kg"}
                """.formatted(
                        number,
                        origin,
                        IntStream.rangeClosed(1, 14)
                                .mapToObj(day -> """
                                        {"date":"%s","mean":116123.45,"lo80":%d,"hi80":%d,"lo95":%d,"hi95":%d}
                                        """.formatted(
                                                origin.plusDays(day),
                                                116_000 - 100 * day,
                                                116_200 + 100 * day,
                                                115_900 - 200 * day,
                                                116_300 + 200 * day))
                                .collect(Collectors.joining(",")),
                        current);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/market-prices/series/CA-PHE.FARM", "/en/market-prices/series/CA-PHE.FARM?range=all"})
    void everyPointOfTheChartLeadsToARowThatSaysTheSame(String path) {
        forecastIsIssued();
        var page = read(path);
        Html.assertWellFormed(page);
        var points = POINT.matcher(page).results().toList();
        assertThat(points).hasSizeBetween(12, 60);
        for (var point : points) {
            assertThat(page).contains("id=\"" + point.group(1) + "\"");
            assertThat(point.group(2)).containsPattern("\\d");
        }
        assertThat(page).contains("chart-fan80").contains("chart-fan95").contains("chart-earlier");
    }

    @Test
    void aSeriesShowsItsForecastWithBoundsReasonAndRecord() {
        forecastIsIssued();
        var page = read("/market-prices/series/" + CODE);
        assertThat(page)
                .contains("id=\"f-" + LAST.plusDays(14) + "\"")
                .as("four digits")
                .contains(">116.100<")
                .contains("Mưa lớn")
                .contains("Hàng về chậm")
                .contains("0,9%")
                .contains("12,5%");
        assertThat(page.split("<tr id=\"f-", -1)).hasSize(15);
    }

    @Test
    void whyThereIsNoForecastIsSaid() {
        market.server()
                .stubFor(get(urlPathEqualTo(API + "/series/" + CODE + "/forecast"))
                        .willReturn(MarketStub.problem(404, "price-forecast-refused")
                                .withBody("{\"type\":\"/problems/price-forecast-refused\",\"status\":404,"
                                        + "\"detail\":\"Chưa đủ ba năm số liệu\"}")));
        assertThat(read("/market-prices/series/" + CODE)).contains("Chưa đủ ba năm số liệu");
    }

    @Test
    void aSeriesHasItsPricesWithoutForecasts() {
        market.server()
                .stubFor(get(urlPathEqualTo(API + "/series/" + CODE + "/forecast"))
                        .willReturn(aResponse().withStatus(500)));
        assertThat(read("/market-prices/series/" + CODE)).contains("chart-line").doesNotContain("chart-fan80");
    }

    @Test
    void correctionsAreMarkedWithTheirReasonsAndLeadToWhatWasSaidBefore() {
        var page = read("/market-prices/series/" + CODE);
        assertThat(page)
                .contains("chart-point-marked")
                .contains("Nhầm cột &lt;giá&gt;")
                .contains("110.000 đính chính thành 116.500")
                .contains("rút lại giá 115.000")
                .contains("Chợ không họp")
                .contains("as_of=0199-a");
    }

    @Test
    void aDayOfThePastIsAskedForWithItsEnd() {
        var page = read("/market-prices/series/" + CODE + "?as_of=2026-11-10&range=30d");
        market.server()
                .verify(getRequestedFor(urlPathEqualTo(API + "/series/" + CODE + "/observations"))
                        .withQueryParam("as_of", equalTo("2026-11-10T17:00:00Z")));
        assertThat(page)
                .contains("10/11/2026")
                .contains("range=90d&amp;as_of=2026-11-10")
                .contains("observations.csv?as_of=2026-11-10T17")
                .contains("noindex");
    }

    @Test
    void whatWasNotPublishedByThenIsSaid() {
        market.server()
                .stubFor(get(urlPathEqualTo(API + "/series/" + CODE))
                        .withQueryParam("as_of", equalTo("2020-01-01T17:00:00Z"))
                        .atPriority(1)
                        .willReturn(MarketStub.problem(404, "not-found")));
        assertThat(read("/market-prices/series/" + CODE + "?as_of=2020-01-01"))
                .contains("chưa được công bố")
                .doesNotContain("chart-line");
        browser.get()
                .uri("/market-prices/series/NO-SUCH?as_of=2020-01-01")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theBoardPassesOnWhatAReaderLooksForAndKeepsItOnTheNextPage() {
        market.server()
                .stubFor(get(urlPathEqualTo(API + "/board"))
                        .withQueryParam("q", equalTo("cà phê & tiêu"))
                        .withQueryParam("stage", equalTo("FARM_GATE"))
                        .atPriority(1)
                        .willReturn(MarketStub.json("""
                                {"date":"2026-11-20","demonstration":false,"total":120,"next_cursor":"abc","credits":[],"groups":[
                                 {"code":"x","name":"Cây công nghiệp","commodities":[{"code":"ca-phe-nhan","name":"Cà phê nhân xô","quotes":[
                                  {"series":%s,"date":"2026-11-20","price":116500,"price_min":116000,"price_max":117000,"change":-500,"change_ratio":-0.0043,
                                   "week_change":2500,"week_change_ratio":0.0219,"sparkline":[114000,117000,116500]}]}]}]}
                                """.formatted(series(CODE, "Đắk Lắk")))));
        var page = read("/market-prices?q={q}&stage=FARM_GATE&province=", "cà phê & tiêu");
        Html.assertWellFormed(page);
        assertThat(page)
                .contains("value=\"cà phê &amp; tiêu\"")
                .contains("<option value=\"FARM_GATE\" selected")
                .contains("120 chuỗi giá")
                .contains("quote-ranged")
                .contains("+2.500")
                .contains("(2,2%)")
                .contains("20/11/2026")
                .contains("cursor=abc")
                .contains("prices.csv?q=c%C3%A0%20ph%C3%AA%20%26%20ti%C3%AAu&amp;stage=FARM_GATE");
    }

    @Test
    void placesOfACommodityAreComparedInAChartAndATable() {
        answers(
                "/series",
                "{\"items\":[%s,%s]}".formatted(series(CODE, "Đắk Lắk"), series("CA-PHE.FARM.2", "Gia Lai")));
        answers("/commodities/ca-phe-nhan/latest", """
                {"commodity":{"code":"ca-phe-nhan","name":"Cà phê nhân xô","name_in_sentence":"cà phê nhân xô"},"credits":[],"items":[
                 {"series":%s,"date":"2026-11-20","price":116500},{"series":%s,"date":"2026-11-20","price":115900}]}
                """.formatted(
                        series(CODE, "Đắk Lắk"), series("CA-PHE.FARM.2", "Gia Lai")));
        answers("/series/CA-PHE.FARM.2/observations", observations("CA-PHE.FARM.2", "Gia Lai", 30));
        var page = read("/market-prices/ca-phe-nhan");
        Html.assertWellFormed(page);
        assertThat(page)
                .contains("<h1>Giá cà phê nhân xô</h1>")
                .contains("Tìm cà phê nhân xô trên chợ")
                .contains("chart-line chart-line-1")
                .contains("chart-line chart-line-2")
                .contains("16/11/2026")
                .contains("month-on");
        assertThat(page.split("<tr><th scope=\"row\">", -1)).as("a row a week").hasSizeBetween(9, 11);
    }

    @Test
    void aCommodityShowsAllItsSeriesHoweverManyPagesTheyCome() {
        page(
                "/series",
                "",
                "{\"items\":[%s,%s],\"next_cursor\":\"s2\"}"
                        .formatted(series("TEA.1", "Bảo Lộc"), series("TEA.2", "Di Linh")));
        page("/series", "s2", "{\"items\":[%s]}".formatted(series("TEA.3", "Mộc Châu")));
        page("/commodities/tea/latest", "", """
                {"commodity":{"code":"TEA","name":"Chè"},"next_cursor":"q2","credits":[{"source":"Sở","licence":"CC0-1.0","demonstration":false}],
                 "items":[{"series":%s,"date":"2026-11-20","price":12000}]}
                """.formatted(series("TEA.1", "Bảo Lộc")));
        page("/commodities/tea/latest", "q2", """
                {"commodity":{"code":"TEA","name":"Chè"},"credits":[{"source":"Sở","licence":"CC0-1.0","demonstration":false},
                 {"source":"Hợp tác xã","licence":"CC0-1.0","demonstration":false}],"items":[{"series":%s,"date":"2026-11-20","price":12300}]}
                """.formatted(series("TEA.3", "Mộc Châu")));
        answers("/series/TEA.1/observations", observations("TEA.1", "Bảo Lộc", 30));
        answers("/series/TEA.3/observations", observations("TEA.3", "Mộc Châu", 30));
        answers("/commodities/tea/seasons", "{\"items\":[]}");
        var page = read("/market-prices/tea");
        assertThat(page)
                .contains("href=\"/market-prices/series/TEA.1\"")
                .contains("href=\"/market-prices/series/TEA.3\"")
                .containsOnlyOnce("Hợp tác xã");
        assertThat(page.substring(page.indexOf("id=\"ended\"")))
                .as("those without a current price")
                .contains("TEA.2")
                .doesNotContain("TEA.3");
    }

    private void page(String path, String cursor, String body) {
        market.server()
                .stubFor(get(urlPathEqualTo("/api/v1/prices" + path))
                        .withQueryParam("cursor", cursor.isEmpty() ? absent() : equalTo(cursor))
                        .withQueryParam("page_size", equalTo("100"))
                        .willReturn(MarketStub.json(body)));
    }

    @Test
    void aProductShowsTheOfficialBandBesideItsPriceByTheKilogram() {
        var page = read("/p/" + MarketStub.LISTING);
        assertThat(page)
                .contains("Giá tham khảo của Sở Công Thương: cà phê nhân xô")
                .contains("116.000–116.500 đ/kg")
                .contains("21/11/2026")
                .contains("/market-prices/ca-phe-nhan")
                .contains("Gian hàng bán:")
                .contains("tháng 10, tháng 11, tháng 12, tháng 1");
    }

    private String read(String path, Object... variables) {
        return Objects.requireNonNull(browser.get()
                .uri(path, variables)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
