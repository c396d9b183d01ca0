package vn.chophien.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@StorefrontTest
class OperatorDeskTests {

    private static final String OUTSTANDING = """
            {"items":[{"carrier":"GHN","number":"DH2611220001-1","amount":214000,"since":"2026-11-22T02:00:00Z"}]}
            """;
    private static final String SALE = """
            {"number":"DH2611220001-1","currency":"VND","goods":196000,"shipping":18000,"commission":-9800,"vat":0,"pit":0,
             "gateway_fee":0,"goods_back":0,"shipping_back":0,"commission_back":0,"vat_back":0,"pit_back":0,"set_off":0,
             "net":204200,"awaited":0,"at_carrier":0,"refunding":0,"delivered":true,
             "steps":[{"kind":"DELIVERED","at":"2026-11-22T02:00:00Z","amount":204200,"memo":{}}]}
            """;

    private final MarketStub market = MarketStub.shared();
    private final TestBrowser browser;

    OperatorDeskTests(@LocalServerPort int port) {
        browser = new TestBrowser(port);
    }

    @BeforeEach
    void openTheMarket() {
        market.isOpen();
    }

    @Test
    void opensToOperatorsOnly() {
        assertThat(browser.page("/operator-desk", "operator", 200))
                .contains("Chưa xem được hết các việc đang chờ")
                .contains("href=\"/operator-desk\"")
                .contains("<h1>Việc đang chờ</h1>");
        assertThat(browser.page("/en/operator-desk", "operator", 200)).contains("<h1>Waiting for you</h1>");
        assertThat(browser.page("/operator-desk", "seller", 403)).doesNotContain("Việc đang chờ");
        browser.client().get().uri("/operator-desk").exchange().expectStatus().isSeeOther();
    }

    @Test
    void leadsFromWorkToTheBooks() {
        answers("/operator/proofs", """
                {"items":[{"day":"2026-11-22","checked_at":"2026-11-22T02:00:00Z","agrees":false,"currency":"VND",
                  "channels":[{"channel":"CARD","captured":696001,"refunded":0,"booked":696000,"difference":1}],
                  "balances":[{"kind":"GATEWAY","nature":"ASSET","amount":696000}],
                  "differences":[{"fact":"captured:1","reference":"DH2611220001","expected":696001,"booked":696000}]}]}
                """);
        answers("/operator/cod-remittances/outstanding", OUTSTANDING);
        assertThat(browser.page("/operator-desk", "operator", 200))
                .contains("href=\"/operator-desk/proof\">Sổ cái lệch với thanh toán: 1 chỗ")
                .contains("href=\"/operator-desk/cod\">Đơn vị vận chuyển đang giữ tiền của 1 đơn");
        assertThat(browser.page("/en/operator-desk/proof", "operator", 200))
                .contains("The books differ from the payments")
                .contains("₫696,001")
                .contains("href=\"/en/operator-desk/ledger?number=DH2611220001\"");
        answers("/operator/ledger/orders/DH2611220001", """
                {"number":"DH2611220001","currency":"VND","sellers":{"7":"HTX Đồi Gió"},"transactions":[
                  {"key":"delivered:1","kind":"DELIVERED","at":"2026-11-22T02:00:00Z","reference":"DH2611220001-1","reversible":true,"entries":[
                    {"account":"PREPAYMENT","purpose":"GOODS","debit":196000,"credit":0},
                    {"account":"SELLER","owner":"7","purpose":"GOODS","debit":0,"credit":196000}]}]}
                """);
        assertThat(browser.page("/operator-desk/ledger?number=dh2611220001", "operator", 200))
                .contains("Phải trả gian hàng: HTX Đồi Gió")
                .contains("196.000");
        assertThat(browser.page("/operator-desk/ledger?number=DH9", "operator", 422))
                .contains("Không có đơn mang mã này");
    }

    @Test
    void showsTermsWithTheirSource() {
        answers("/terms", """
                {"items":[{"kind":"COMMISSION","ocop_stars":4,"basis_points":300,"amount":0,"reference":"Biểu phí 2026",
                           "valid_from":"2026-01-01","state":"CURRENT"},
                          {"kind":"WITHHELD_VAT","seller_type":"HO_KINH_DOANH","subject":"GOODS","basis_points":100,"amount":0,
                           "reference":"Nghị định 252","valid_from":"2026-01-01","state":"CURRENT"},
                          {"kind":"VAT_RATE","subject":"DIRECT/RAW","basis_points":0,"choice":"NOT_SUBJECT",
                           "reference":"Luật 48","valid_from":"2026-01-01","state":"PAST"},
                          {"kind":"RETURN_WINDOW_DAYS","amount":7,"reference":"Chính sách","valid_from":"2026-01-01",
                           "state":"FUTURE"}]}
                """);
        assertThat(browser.page("/operator-desk/terms", "operator", 200))
                .contains("3%")
                .contains("Từ 4 sao")
                .contains("Hộ kinh doanh · Hàng hóa")
                .contains("Không chịu thuế")
                .contains("7 ngày");
        assertThat(browser.page("/en/operator-desk/terms", "operator", 200)).contains("The market’s fee on goods");
    }

    @Test
    void showsWhatPeopleSearchForAndTakesDecisions() {
        answers("/operator/search/report", """
                {"from":"2026-10-24","searches":120,"empty":30,"opens":40,
                 "top":[{"words":"cà phê","searches":90,"empty":0,"opens":40,"results":17,"place":2}],
                 "without":[{"words":"trái gai mắt","searches":30,"empty":30,"opens":0,"results":0}],"unopened":[]}
                """);
        answers("/operator/search/synonyms", """
                {"items":[{"words":"trái gai mắt","entry":"dứa","reason":"FOLLOWED","times":12,"line":"dứa; trái gai mắt"}]}
                """);
        market.server()
                .stubFor(get(urlPathEqualTo("/api/v1/operator/search/synonyms/accepted"))
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "text/plain;charset=UTF-8")
                                .withBody("lạc; đậu nụ\n")));
        assertThat(browser.page("/operator-desk/search?days=7&searches=vi", "operator", 200))
                .contains("<h1>Người mua tìm gì</h1>")
                .contains("href=\"/operator-desk/search?days=7&amp;searches=vi\" aria-current=\"page\"")
                .contains("dứa; trái gai mắt")
                .contains("1 dòng đã duyệt")
                .contains("lạc; đậu nụ")
                .contains("25%");
        assertThat(browser.page("/en/operator-desk/search", "operator", 200))
                .contains("Found 12 times with these words instead")
                .contains("Nothing found");
        browser.page("/operator-desk/search", "seller", 403);
        market.server()
                .stubFor(post(urlPathEqualTo("/api/v1/operator/search/synonyms"))
                        .willReturn(aResponse().withStatus(204)));
        browser.submit(
                "/operator-desk/search",
                "/operator-desk/search/synonyms",
                "&words=tr%C3%A1i+gai+m%E1%BA%AFt&entry=d%E1%BB%A9a&searches=vi&days=7&decision=accept",
                "operator",
                303);
        market.server()
                .verify(
                        postRequestedFor(urlPathEqualTo("/api/v1/operator/search/synonyms"))
                                .withRequestBody(
                                        equalToJson(
                                                "{\"language\":\"vi\",\"words\":\"trái gai mắt\",\"entry\":\"dứa\",\"accepted\":true}")));
    }

    @Test
    void showsWhatCarriersHold() {
        answers("/operator/cod-remittances/outstanding", OUTSTANDING);
        answers("/operator/cod-remittances", """
                {"items":[{"id":"r1","carrier":"GHN","reference":"FT1","received_on":"2026-11-21","amount":98000,
                           "rows":[{"number":"DH2611210001-1","amount":98000}]}]}
                """);
        assertThat(browser.page("/operator-desk/cod", "operator", 200))
                .contains("GHN đang giữ")
                .contains("214.000")
                .contains("href=\"/operator-desk/cod/r1\"")
                .contains("name=\"key\"");
        assertThat(browser.page("/en/operator-desk/cod", "operator", 200)).contains("1 order");
    }

    @Test
    void showsAShopWhatItHasAndWhy() {
        answers("/seller/money", """
                {"currency":"VND","total":204200,"pending":204200,"available":0,"holds":[{"number":"DH2611220001-1",
                  "amount":204200,"reasons":["RETURN_WINDOW","CARRIER"],"release_at":"2026-11-29T02:00:00Z"}]}
                """);
        answers("/seller/money/orders", "{\"items\":[" + SALE + "]}");
        answers("/seller/money/orders/DH2611220001-1", SALE);
        assertThat(browser.page("/seller-desk/money", "seller", 200))
                .contains("<h1>Tiền của tôi</h1>")
                .contains("Trong thời hạn đổi trả")
                .contains("Đơn vị vận chuyển chưa nộp tiền thu hộ")
                .contains("29/11/2026");
        assertThat(browser.page("/en/seller-desk/money/DH2611220001-1", "seller", 200))
                .contains("The market’s fee")
                .contains("-₫9,800")
                .contains("₫204,200");
        browser.page("/seller-desk/money", "operator", 403);
    }

    @Test
    void showsTheMarketsMoneyAtTheGateway() {
        answers("/operator/gateway-balance", """
                {"booked":1234000,"reported":1235000,"difference":1000,"currency":"VND"}
                """);
        answers("/operator/payout-way", """
                {"way":"BANK_FILE","reference":"Quy chế","valid_from":"2026-01-01"}
                """);
        answers("/operator/gateway-deposits", """
                {"items":[{"reference":"po_1QxYz","amount":500000,"fee":2200,"currency":"VND","arrived_on":"2026-11-20",
                           "reported":true,"failed_at":"2026-11-21T02:00:00Z"}]}
                """);
        assertThat(browser.page("/operator-desk/gateway", "operator", 200))
                .contains("po_1QxYz", "1.235.000", "phí 2.200", "Bị trả về", "Bằng tệp ngân hàng, từ 01/01/2026");
        assertThat(browser.page("/en/operator-desk/gateway", "operator", 200))
                .contains("At the gateway", "Record a deposit");
        assertThat(submit(
                        "/operator-desk/gateway",
                        "/operator-desk/gateway/deposits",
                        "&key=k1&reference=&amount=x&arrived_on=",
                        422))
                .contains("error-reference", "error-amount", "error-arrived_on");
        market.server()
                .stubFor(post(urlPathEqualTo("/api/v1/operator/gateway-deposits"))
                        .withHeader("Idempotency-Key", equalTo("k2"))
                        .withRequestBody(
                                equalToJson("{\"reference\":\"po_2\",\"amount\":300000,\"arrived_on\":\"2026-11-20\"}"))
                        .willReturn(MarketStub.json("""
                                {"reference":"po_2","amount":300000,"fee":0,"currency":"VND","arrived_on":"2026-11-20","reported":false}
                                """).withStatus(201)));
        submit(
                "/operator-desk/gateway",
                "/operator-desk/gateway/deposits",
                "&key=k2&reference=po_2&amount=300.000&arrived_on=2026-11-20",
                303);
        market.server()
                .stubFor(put(urlPathEqualTo("/api/v1/operator/payout-way"))
                        .withRequestBody(containing("GATEWAY"))
                        .willReturn(MarketStub.json("""
                                {"way":"GATEWAY","reference":"Hợp đồng 12","valid_from":"2026-11-22"}
                                """)));
        submit("/operator-desk/gateway", "/operator-desk/gateway/way", "&way=GATEWAY&decision=HD12", 303);
    }

    @Test
    void recordsShopsAccountsAtTheGateway() {
        answers("/operator/gateway-accounts", """
                {"items":[{"shop_slug":"doi-gio","shop_name":"HTX Đồi Gió","account":"acct_1QxYz","may_receive":false,
                           "checked_at":"2026-11-22T02:00:00Z"}]}
                """);
        assertThat(browser.page("/operator-desk/gateway/accounts", "operator", 200))
                .contains("acct_1QxYz", "Chưa nhận được tiền", "/operator-desk/gateway/accounts/doi-gio/check");
        market.server()
                .stubFor(put(urlPathEqualTo("/api/v1/operator/sellers/doi-gio/gateway-account"))
                        .willReturn(MarketStub.problem(409, "gateway-account-taken")));
        submit(
                "/operator-desk/gateway/accounts",
                "/operator-desk/gateway/accounts",
                "&shop=doi-gio&account=acct_2",
                422);
        assertThat(submit(
                        "/operator-desk/gateway/accounts",
                        "/operator-desk/gateway/accounts",
                        "&shop=khong-co&account=acct_2",
                        422))
                .contains("Không có gian hàng này");
    }

    private String submit(String from, String to, String fields, int status) {
        return browser.submit(from, to, fields, "operator", status);
    }

    private void answers(String path, String json) {
        market.server().stubFor(get(urlPathEqualTo("/api/v1" + path)).willReturn(MarketStub.json(json)));
    }
}
