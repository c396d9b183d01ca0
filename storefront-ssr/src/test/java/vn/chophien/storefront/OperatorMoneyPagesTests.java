package vn.chophien.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;

@StorefrontTest
class OperatorMoneyPagesTests {

    private static final String API = "/api/v1/operator";
    private static final String SELLER = """
            {"slug":"doi-gio","name":"HTX Đồi Gió","type":"HTX","currency":"VND","total":104200,"pending":204200,"available":-100000}
            """;
    private static final String TRANSACTION = """
            {"key":"delivered:1","kind":"DELIVERED","at":"2026-11-22T02:00:00Z","reference":"DH2611220001-1","memo":{},
             "reversible":true,"entries":[
               {"account":"PREPAYMENT","purpose":"GOODS","debit":196000,"credit":0},
               {"account":"SELLER","owner":"01936d5e-0000-7000-8000-000000000001","purpose":"GOODS","debit":0,"credit":196000}]}
            """;
    private static final String REVERSAL = """
            {"id":"r1","transaction":%s,"reason":"Giao nhầm đơn","state":"REQUESTED","requested_by_name":"Trần Thu Hà",
             "requested_at":"2026-11-22T03:00:00Z","may_approve":%s}
            """;
    private static final String TAX = """
            {"month":"2026-10","due_on":"2026-11-20","currency":"VND","vat_due":1960,"pit_due":980,%s"rows":[
              {"seller":"Hộ H’Hen Niê","seller_type":"HO_KINH_DOANH","tax_code":"•••••••••345","base":196000,"base_back":0,
               "vat_due":1960,"pit_due":980}]}
            """;

    private final MarketStub market = MarketStub.shared();
    private final TestBrowser browser;

    OperatorMoneyPagesTests(@LocalServerPort int port) {
        browser = new TestBrowser(port);
    }

    @BeforeEach
    void openTheMarket() {
        market.isOpen();
    }

    @Test
    void findsAShopAndShowsItsMoney() {
        answers("/sellers", "{\"items\":[" + SELLER + "],\"next_cursor\":\"abc\"}");
        assertThat(browser.page("/operator-desk/sellers?q=" + "doi+gio", "operator", 200))
                .contains("href=\"/operator-desk/sellers/doi-gio\"", "-100.000\u00a0₫", "q=doi+gio&amp;cursor=abc");
        market.server()
                .verify(getRequestedFor(urlPathEqualTo(API + "/sellers")).withQueryParam("q", equalTo("doi gio")));
        answers("/sellers/doi-gio/money", """
                {"seller":%s,"money":{"holds":[{"number":"DH2611220001-1","amount":204200,"reasons":["RETURN_WINDOW"],
                 "release_at":"2026-11-29T02:00:00Z"}]}}
                """.formatted(SELLER));
        answers("/sellers/doi-gio/payouts", "{\"items\":[]}");
        answers("/ledger/sellers/doi-gio", "{\"items\":[" + TRANSACTION + "]}");
        assertThat(browser.page("/operator-desk/sellers/doi-gio", "operator", 200))
                .contains("Gian hàng đang nợ chợ 100.000", "Trong thời hạn đổi trả", "29/11/2026", "Giao hàng xong")
                .contains("/operator-desk/reversals/new?transaction=delivered%3A1")
                .contains("/operator-desk/sellers/doi-gio/statements")
                .doesNotContain("01936d5e");
        assertThat(browser.page("/en/operator-desk/sellers/doi-gio", "operator", 200))
                .contains("This shop owes the market ₫100,000");
        browser.page("/operator-desk/sellers/doi-gio", "seller", 403);
    }

    @Test
    void takesTwoPeopleToTakeATransactionBack() {
        answers("/ledger/reversals", "{\"items\":[" + REVERSAL.formatted(TRANSACTION, true) + "]}");
        assertThat(browser.page("/operator-desk/reversals", "operator", 200))
                .contains("Giao nhầm đơn", "Trần Thu Hà yêu cầu", "Duyệt đảo");
        assertThat(browser.page("/operator-desk", "operator", 200)).contains("1 bút toán chờ người thứ hai duyệt đảo");
        market.server()
                .stubFor(post(urlPathEqualTo(API + "/ledger/reversals"))
                        .withHeader("Idempotency-Key", matching(".+"))
                        .willReturn(MarketStub.json(REVERSAL.formatted(TRANSACTION, false))
                                .withStatus(201)));
        assertThat(browser.page("/operator-desk/reversals/new?transaction=delivered:1&title=Giao", "operator", 200))
                .contains("value=\"delivered:1\"");
        submit("/operator-desk/reversals", "transaction=delivered:1&reason=Nham&key=k1", 303);
        market.server()
                .verify(postRequestedFor(urlPathEqualTo(API + "/ledger/reversals"))
                        .withRequestBody(equalToJson("{\"transaction\":\"delivered:1\",\"reason\":\"Nham\"}")));
        market.server()
                .stubFor(post(urlPathEqualTo(API + "/ledger/reversals/r1/approve"))
                        .willReturn(MarketStub.problem(409, "reversal-needs-second-person")));
        submit("/operator-desk/reversals/r1/approve", "", 422);
        answers("/ledger/reversals", "{\"items\":[" + REVERSAL.formatted(TRANSACTION, false) + "]}");
        assertThat(browser.page("/en/operator-desk/reversals", "operator", 200))
                .contains("somebody else has to decide", "Withdraw the request")
                .doesNotContain("/r1/approve");
    }

    @Test
    void marksATaxReturnAsFiled() {
        answers("/tax-returns", """
                {"items":[{"month":"2026-10","due_on":"2026-11-20","currency":"VND","vat_due":1960,"pit_due":980,"sellers":1}]}
                """);
        answers("/tax-returns/2026-10", TAX.formatted(""));
        assertThat(browser.page("/operator-desk/tax-returns", "operator", 200))
                .contains("Tháng 10/2026", "Hạn nộp 20/11/2026", "2.940\u00a0₫");
        assertThat(browser.page("/operator-desk", "operator", 200))
                .contains("Chưa nộp tờ khai thuế khấu trừ của 1 tháng");
        assertThat(browser.page("/operator-desk/tax-returns/2026-10", "operator", 200))
                .contains(
                        "Hộ H’Hen Niê", "•••••••••345", "/operator-desk/tax-returns/2026-10.csv", "name=\"filed_on\"");
        market.server()
                .stubFor(put(urlPathEqualTo(API + "/tax-returns/2026-10/filing"))
                        .willReturn(MarketStub.json(TAX.formatted(""))));
        submit("/operator-desk/tax-returns/2026-10", "filed_on=hom+qua&reference=TK1", 422);
        submit("/operator-desk/tax-returns/2026-10", "filed_on=2026-11-18&reference=TK1", 303);
        market.server()
                .verify(putRequestedFor(urlPathEqualTo(API + "/tax-returns/2026-10/filing"))
                        .withRequestBody(equalToJson("{\"filed_on\":\"2026-11-18\",\"reference\":\"TK1\"}")));
        answers("/tax-returns/2026-10", TAX.formatted("""
                "filing":{"filed_on":"2026-11-18","reference":"TK1","vat_due":1000,"pit_due":980},"""));
        assertThat(browser.page("/en/operator-desk/tax-returns/2026-10", "operator", 200))
                .contains("The books changed after this was filed", "₫1,000", "TK1")
                .doesNotContain("name=\"filed_on\"");
        browser.page("/operator-desk/tax-returns", "seller", 403);
    }

    @Test
    void plansThePayoutsOfTheMarket() {
        market.server()
                .stubFor(get(urlPathEqualTo(API + "/payout-plan"))
                        .willReturn(MarketStub.json("""
                {"schedule":"WEEKLY","day":3,"minimum":50000,"currency":"VND","own":false,"next_on":"2026-11-25",
                 "least_minimum":50000,"requested":false}
                """).withHeader("ETag", "\"4\"")));
        answers("/payout-candidates", """
                {"items":[{"shop_slug":"doi-gio","shop_name":"HTX Đồi Gió","available":350000,"pending":0,"currency":"VND",
                 "minimum":50000,"requested":false,"next_on":"2026-11-25","standing":"NOT_DUE"}]}
                """);
        assertThat(browser.page("/operator-desk/payout-plan", "operator", 200))
                .contains("name=\"version\" value=\"&#34;4")
                .contains("Hằng tuần, Thứ Tư", "Kỳ tới: 25/11/2026", "href=\"/operator-desk/sellers/doi-gio\"");
        market.server().stubFor(put(urlPathEqualTo(API + "/payout-plan")).willReturn(MarketStub.json("""
                        {"schedule":"MONTHLY","day":10,"minimum":100000,"currency":"VND","own":false,"least_minimum":100000,
                         "requested":false}
                        """)));
        submit(
                "/operator-desk/payout-plan",
                "version=%224%22&schedule=MONTHLY&weekday=3&day=10&minimum=100.000&reference=Quy+che+2026",
                303);
        market.server()
                .verify(putRequestedFor(urlPathEqualTo(API + "/payout-plan"))
                        .withHeader("If-Match", equalTo("\"4\""))
                        .withRequestBody(equalToJson("""
                        {"schedule":"MONTHLY","day":10,"minimum":100000,"reference":"Quy che 2026"}
                        """)));
        market.server()
                .stubFor(put(urlPathEqualTo(API + "/payout-plan"))
                        .withRequestBody(containing("ON_REQUEST"))
                        .willReturn(MarketStub.problem(400, "invalid-request")));
        submit("/operator-desk/payout-plan", "schedule=ON_REQUEST&minimum=100.000&reference=x", 422);
    }

    @Test
    void saysPlainlyWhenAPastProofWasChanged() {
        var proof = """
                {"day":"2026-11-21","checked_at":"2026-11-21T16:00:00Z","agrees":%s,"currency":"VND",
                 "balances":[{"kind":"GATEWAY","nature":"ASSET","stored":696005,"recomputed":696000,"difference":-5}],
                 "later":[{"kind":"PAID","reference":"DH2611210001-1","occurred_at":"2026-11-21T15:00:00Z",
                           "posted_at":"2026-11-22T01:00:00Z","amount":1000}]}
                """;
        answers("/proofs/2026-11-21/recomputation", proof.formatted(false));
        assertThat(browser.page("/operator-desk/proof/2026-11-21", "operator", 200))
                .contains("đã bị sửa về sau", "696.005\u00a0₫", "-5\u00a0₫", "DH2611210001-1");
        answers("/proofs/2026-11-21/recomputation", proof.formatted(true));
        assertThat(browser.page("/en/operator-desk/proof/2026-11-21", "operator", 200))
                .contains("Nothing was changed afterwards");
    }

    private void answers(String path, String json) {
        market.server().stubFor(get(urlPathEqualTo(API + path)).willReturn(MarketStub.json(json)));
    }

    private void submit(String path, String fields, int status) {
        var answer = browser.client()
                .post()
                .uri(path)
                .header("Sec-Fetch-Site", "same-origin")
                .cookie(TestBrowser.COOKIE, browser.signIn("operator"))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue(fields)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getStatus().value())
                .as(Objects.requireNonNullElse(answer.getResponseBody(), ""))
                .isEqualTo(status);
    }
}
