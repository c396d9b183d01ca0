package vn.chophien.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;

@StorefrontTest
class PayoutPagesTests {

    private static final String API = "/api/v1";
    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");

    private static final String PAYOUT = """
            {"reference":"CT000007-001","batch":"CT000007","shop_slug":"doi-gio","shop_name":"HTX Đồi Gió","amount":1234567,
             "currency":"VND","way":"BANK_FILE","bank_bin":"970436","account_hint":"•••• 4567","holder":"HTX DOI GIO","state":"%s",
             "reason":%s,"bank_reference":null,"reversed":0,"created_at":"2026-11-18T02:00:00Z","updated_at":"2026-11-18T03:00:00Z"}
            """;
    private static final String STATEMENT = """
            {"shop_slug":"doi-gio","shop_name":"HTX Cà phê Đồi Gió","tax_code":"6001123453","from":"2026-11-01","to":"2026-11-30",
             "currency":"VND","opening":100000,"closing":365433,
             "lines":[
               {"at":"2026-11-05T02:00:00Z","kind":"DELIVERED","reference":"DH2611050001-1","amount":1500000,"balance":1600000,
                "shares":[{"purpose":"GOODS","amount":1550000},{"purpose":"SHIPPING","amount":25000},{"purpose":"COMMISSION","amount":-75000}]},
               {"at":"2026-11-18T03:00:00Z","kind":"PAYOUT_SENT","reference":"CT000007-001","amount":-1234567,"balance":365433,
                "shares":[{"purpose":"PAYOUT","amount":-1234567}]},
               {"at":"2026-11-18T08:00:00Z","kind":"PAYOUT_CONFIRMED","reference":"CT000007-001","note":"FT26322000001","amount":0,
                "balance":365433,"shares":[]}],
             "sums":[{"purpose":"GOODS","amount":1550000},{"purpose":"SHIPPING","amount":25000},{"purpose":"COMMISSION","amount":-75000},
                     {"purpose":"PAYOUT","amount":-1234567}]}
            """;
    private static final String SPLIT = """
            {"shop_name":"HTX Cà phê Đồi Gió","from":"2026-11-01","to":"2026-11-30","currency":"VND","amount":1000000,"grams":287500,
             "value":11000000,"shares":[
               {"member":"H’Hen Niê","grams":150000,"value":5500000,"amount":500000,"deliveries":[
                 {"id":"1","member":"H’Hen Niê","delivered_on":"2026-11-03","product":"Cà phê tươi","grade":"Loại 1","grams":100000,
                  "price_per_kg":40000,"value":4000000}]},
               {"member":"Trần Văn Dũng","grams":137500,"value":5500000,"amount":500000,"deliveries":[]}]}
            """;
    private static final String PLAN = """
            {"schedule":"WEEKLY","day":3,"minimum":50000,"currency":"VND","own":false,"next_on":"2026-11-25","least_minimum":50000,
             "requested":false}
            """;

    private final MarketStub market = MarketStub.shared();
    private final TestBrowser browser;

    PayoutPagesTests(@LocalServerPort int port) {
        browser = new TestBrowser(port);
    }

    @BeforeEach
    void openTheMarket() {
        market.isOpen();
        answers("/seller/money/payouts", "{\"items\":[" + PAYOUT.formatted("RETURNED", "\"Tài khoản đã đóng\"") + "]}");
        answers("/seller/money/payout-plan", PLAN);
        answers("/seller/money/statements", STATEMENT);
        answers("/seller/members", "{\"items\":[{\"id\":\"1\",\"name\":\"H’Hen Niê\"}]}");
        answers("/seller/members/deliveries", "{\"items\":[]}");
        answers("/seller/members/statement", SPLIT);
        answers("/operator/payout-candidates", """
                {"items":[{"shop_slug":"doi-gio","shop_name":"HTX Đồi Gió","available":-50000,"pending":0,"currency":"VND","minimum":50000,
                 "requested":false,"standing":"OWES"}]}
                """);
        answers("/operator/payout-batches", "{\"items\":[" + batch("DRAFTED", "DRAFTED", false) + "]}");
        answers("/operator/payout-batches/CT000007", batch("DRAFTED", "DRAFTED", false));
    }

    @Test
    void showsASellerItsPayoutsAndWhyOneCameBack() {
        assertThat(browser.page("/seller-desk/payouts", "seller", 200))
                .contains(
                        "CT000007-001",
                        "Bị trả về",
                        "Tài khoản đã đóng",
                        "•••• 4567",
                        "25/11/2026",
                        "1.234.567\u00a0₫");
        assertThat(browser.page("/en/seller-desk/payouts", "seller", 200)).contains("Returned", "Ask to be paid now");
        assertThat(browser.page("/seller-desk/payouts", "operator", 403)).doesNotContain("CT000007");
    }

    @Test
    void explainsAMonthToTheDong() {
        assertThat(browser.page("/seller-desk/statements?month=2026-11", "seller", 200))
                .contains("Số dư đầu kỳ", "1.550.000\u00a0₫", "-75.000\u00a0₫", "365.433\u00a0₫", "FT26322000001")
                .contains("/seller-desk/statements.pdf?month=2026-11");
        market.server()
                .verify(getRequestedFor(urlPathEqualTo(API + "/seller/money/statements"))
                        .withQueryParam("month", equalTo("2026-11")));
        assertThat(browser.page("/en/seller-desk/statements", "seller", 200)).contains("Opening balance");
    }

    @Test
    void printsDocuments() {
        for (var path : new String[] {
            "/seller-desk/statements.pdf?month=2026-11",
            "/seller-desk/members/statement.pdf?month=2026-11&amount=1000000",
            "/en/seller-desk/statements.pdf?month=2026-11"
        }) {
            var pdf = Objects.requireNonNull(browser.client()
                    .get()
                    .uri(path)
                    .cookie(TestBrowser.COOKIE, browser.signIn("seller"))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PDF)
                    .expectBody()
                    .returnResult()
                    .getResponseBody());
            assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
    }

    @Test
    void splitsAnAmountOverMembers() {
        assertThat(browser.page("/seller-desk/members", "seller", 200)).contains("H’Hen Niê", "1 thành viên");
        assertThat(browser.page("/seller-desk/members/statement?month=2026-11&amount=1.000.000", "seller", 200))
                .contains("Trần Văn Dũng", "137,5", "500.000\u00a0₫");
        market.server()
                .stubFor(get(urlPathEqualTo(API + "/seller/members/statement"))
                        .atPriority(1)
                        .willReturn(MarketStub.problem(409, "nothing-delivered")));
        browser.page("/seller-desk/members/statement?month=2026-11&amount=5", "seller", 422);
    }

    @Test
    void sendsADeliveryAsATable() {
        market.server()
                .stubFor(post(urlPathEqualTo(API + "/seller/members/deliveries"))
                        .willReturn(MarketStub.json("{\"rows\":1}").withStatus(201)));
        var cookie = browser.signIn("seller");
        // Written by hand: the client's own boundary comes from randomness that blocks.
        var form = Map.of(
                        "_token", token("/seller-desk/members", cookie),
                        "key", "attempt-1",
                        "date", "03/11/2026",
                        "member", "H’Hen \"Ama\" Niê",
                        "product", "Cà phê tươi",
                        "kg", "12,5",
                        "grade", "",
                        "price", "12.500")
                .entrySet()
                .stream()
                .map(field -> "--part\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining("", "", "--part--\r\n"));
        browser.client()
                .post()
                .uri("/seller-desk/members/deliveries")
                .cookie(TestBrowser.COOKIE, cookie)
                .contentType(MediaType.parseMediaType("multipart/form-data;boundary=part"))
                .bodyValue(form.getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isSeeOther();
        market.server()
                .verify(postRequestedFor(urlPathEqualTo(API + "/seller/members/deliveries"))
                        .withHeader("Idempotency-Key", equalTo("attempt-1"))
                        .withRequestBody(containing(
                                "\"03/11/2026\";\"H’Hen \"\"Ama\"\" Niê\";\"Cà phê tươi\";\"12,5\";\"\";\"12.500\"")));
    }

    @Test
    void tellsTheDrafterThatASecondPersonApproves() {
        assertThat(browser.page("/operator-desk/payouts", "operator", 200))
                .contains("CT000007", "Đang nợ, cấn trừ sau", "-50.000\u00a0₫");
        assertThat(browser.page("/operator-desk/payouts/CT000007", "operator", 200))
                .contains("người khác phải duyệt", "HTX DOI GIO")
                .doesNotContain("/approve\"");
        market.server()
                .stubFor(post(urlPathEqualTo(API + "/operator/payout-batches/CT000007/approve"))
                        .willReturn(MarketStub.problem(409, "second-person-needed")));
        submit("/operator-desk/payouts/CT000007", "/operator-desk/payouts/CT000007/approve", "", 422);
    }

    @Test
    void saysWhatTheGatewayDoes() {
        var there = PAYOUT.formatted("CONFIRMED", "null")
                .replace("BANK_FILE", "GATEWAY")
                .replace("\"bank_bin\":\"970436\",", "")
                .replace("\"holder\":\"HTX DOI GIO\",", "")
                .replace("\"bank_reference\":null", "\"bank_reference\":\"tr_1QxYz\"")
                .replace("\"reversed\":0", "\"reversed\":120000");
        answers("/seller/money/payouts", "{\"items\":[" + there + "]}");
        assertThat(browser.page("/seller-desk/payouts", "seller", 200))
                .contains(
                        "Mã chuyển tại cổng tr_1QxYz", "Đã thu hồi 120.000", "tài khoản tại cổng thanh toán •••• 4567");
        var batch = batch("APPROVED", "SENT", false)
                .replace("BANK_FILE", "GATEWAY")
                .replace("\"open_count\":1", "\"open_count\":0");
        answers("/operator/payout-batches/CT000007", batch);
        assertThat(browser.page("/en/operator-desk/payouts/CT000007", "operator", 200))
                .contains("1 waits for the gateway")
                .doesNotContain("/return\"");
    }

    @Test
    void leadsABatchFromDraftToTheBank() {
        market.server()
                .stubFor(post(urlPathEqualTo(API + "/operator/payout-batches"))
                        .withHeader("Idempotency-Key", matching(".+"))
                        .willReturn(MarketStub.json(batch("DRAFTED", "DRAFTED", true))
                                .withStatus(201)));
        submit("/operator-desk/payouts", "/operator-desk/payouts", "&key=attempt-2", 303);
        answers("/operator/payout-batches/CT000007", batch("APPROVED", "SENT", false));
        market.server()
                .stubFor(post(urlPathEqualTo(API + "/operator/payouts/CT000007-001/confirm"))
                        .withRequestBody(containing("FT26322000001"))
                        .willReturn(MarketStub.json(batch("APPROVED", "CONFIRMED", false))));
        submit(
                "/operator-desk/payouts/CT000007",
                "/operator-desk/payouts/CT000007/CT000007-001/confirm",
                "&bank_reference=FT26322000001",
                303);
        market.server()
                .stubFor(post(urlPathEqualTo(API + "/operator/payout-batches/CT000007/file"))
                        .willReturn(aResponse()
                                .withHeader("Content-Type", "text/csv;charset=UTF-8")
                                .withBody("no,beneficiary_bin\r\n")));
        submit("/operator-desk/payouts/CT000007", "/operator-desk/payouts/CT000007/file", "", 200);
    }

    /** The page itself says what to do first, and what was typed is still there. */
    @Test
    void saysOnThePageWhyAFileIsRefused() {
        answers("/operator/payout-batches/CT000007", batch("APPROVED", "SENT", false));
        market.server()
                .stubFor(post(urlPathEqualTo(API + "/operator/payout-batches/CT000007/file"))
                        .willReturn(MarketStub.json("""
                                {"type": "/problems/payout-account-changed", "status": 409,
                                 "detail": "Gian hàng không còn nhận tiền ở tài khoản của khoản chi CT000007-001."}""")
                                .withStatus(409)
                                .withHeader("Content-Type", "application/problem+json")));
        var page = "/operator-desk/payouts/CT000007";
        assertThat(browser.submit(page, page + "/file", "", "operator", 422))
                .contains("không còn nhận tiền ở tài khoản của khoản chi CT000007-001")
                .contains("name=\"bank_reference\"");
        market.server()
                .stubFor(post(urlPathEqualTo(API + "/operator/payouts/CT000007-001/return"))
                        .willReturn(MarketStub.problem(409, "payout-closed")));
        assertThat(browser.submit(page, page + "/CT000007-001/return", "&reason=Sai+so", "operator", 422))
                .contains("value=\"Sai so\"")
                .contains("<details open");
    }

    private void submit(String from, String to, String fields, int status) {
        var cookie = browser.signIn("operator");
        browser.client()
                .post()
                .uri(to)
                .cookie(TestBrowser.COOKIE, cookie)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("_token=" + token(from, cookie) + fields)
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    private void answers(String path, String body) {
        market.server().stubFor(get(urlPathEqualTo(API + path)).atPriority(2).willReturn(MarketStub.json(body)));
    }

    private static String batch(String state, String payoutState, boolean mayApprove) {
        return """
                {"number":"CT000007","state":"%s","total":1234567,"currency":"VND","payout_count":1,"open_count":%d,
                 "drafted_by_name":"Trần Thu Hà","drafted_at":"2026-11-18T02:00:00Z","may_approve":%s,"payouts":[%s],
                 "history":[{"action":"DRAFTED","by_name":"Trần Thu Hà","at":"2026-11-18T02:00:00Z"}]}
                """.formatted(
                        state, payoutState.equals("SENT") ? 1 : 0, mayApprove, PAYOUT.formatted(payoutState, "null"));
    }

    private String token(String path, String cookie) {
        var page = Objects.requireNonNull(browser.client()
                .get()
                .uri(path)
                .cookie(TestBrowser.COOKIE, cookie)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        var token = TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }
}
