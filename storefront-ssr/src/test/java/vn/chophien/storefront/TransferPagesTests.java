package vn.chophien.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;

@StorefrontTest
class TransferPagesTests {

    private static final String API = "/api/v1";

    private static final String PAYLOAD = "00020101021238570010A00000072701270006970436011300110012345670208QRIBFTTA"
            + "530370454061850005802VN62160812DH26112100016304037B";

    private static final String TRANSFER = """
            {"id": "t1", "bank_reference": "FT1", "booked_at": "2026-11-22T01:00:00Z", "amount": 150000, "used": 150000,
             "currency": "VND", "description": "CK <b>DH26112100011</b>", "sender": "•••• 7890", "source": "WEBHOOK",
             "state": "QUEUED", "reason": "UNDERPAID", "taken_for": "DH2611210001-1", "missing": 35000,
             "actions": ["ACCEPT", "WAIT", "REFUND", "ASSIGN"]}""";

    private static final String REFUND = """
            {"id": "r1", "kind": "TRANSFER", "reference": "DH2611210001-1", "amount": 185000, "currency": "VND",
             "reason": "cancelled", "state": "READY", "bank": "BIDV", "account_number": "63110000123456",
             "holder": "NGUYEN THI DAO", "account_hint": "•••• 3456", "payload": "%s",
             "created_at": "2026-11-22T01:00:00Z"}""".formatted(PAYLOAD);

    private static final String ORDER = """
            {"number": "DH2611210001", "state": "AWAITING_PAYMENT", "placed_at": "2026-11-22T01:00:00Z",
             "currency": "VND", "goods_total": 167000, "shipping_total": 18000, "total": 185000,
             "payment": {"method": "VIETQR", "state": "PENDING", "due_at": "2026-11-23T01:00:00Z"},
             "contact": {"name": "Thử", "phone": "0912345678"}, "cancellable": true,
             "address": {"street": "Thôn 3", "commune_name": "Xã Cư M’gar", "province_name": "Đắk Lắk"},
             "seller_orders": [{"number": "DH2611210001-1", "state": "AWAITING_PAYMENT",
               "shop": {"slug": "doi-gio", "name": "HTX Đồi Gió"}, "lines": [], "goods_total": 167000, "total": 185000,
               "due": 185000, "repaid": 0, "lines_cancellable": false,
               "shipping": {"code": "standard", "name": "Tiêu chuẩn", "fee": 18000, "days_min": 1, "days_max": 2},
               "transfer": {"bank": "Vietcombank", "account_number": "0011001234567", "holder": "HTX DOI GIO",
                            "amount": 185000, "left": 185000, "purpose": "DH26112100011", "payload": "%s",
                            "withdrawn": false},
               "events": []}],
             "transfer_refunds": [%s]}""";

    private final MarketStub market = MarketStub.shared();
    private final TestBrowser browser;

    TransferPagesTests(@LocalServerPort int port) {
        browser = new TestBrowser(port);
    }

    @BeforeEach
    void openTheMarket() {
        market.isOpen();
        answers("/seller/transfers", "{\"items\": [%s]}".formatted(TRANSFER));
        answers("/operator/transfers", "{\"items\": []}");
        answers("/seller/transfer-refunds", "{\"items\": [%s]}".formatted(REFUND));
        answers("/banks", "{\"items\": [{\"bin\": \"970418\", \"name\": \"BIDV\", \"full_name\": \"BIDV\"}]}");
        answers("/seller/receiving-account", """
                {"bank_bin": "970436", "bank": "Vietcombank", "number_hint": "•••• 4567", "holder": "HTX DOI GIO",
                 "changed_by": "H’Hen Niê", "changed_at": "2020-01-01T00:00:00Z"}""");
        market.server()
                .stubFor(get(urlPathEqualTo(API + "/seller/payment-settings"))
                        .willReturn(MarketStub.json(
                                        "{\"card\": true, \"vietqr\": true, \"cod\": true, \"tolerance\": 1000}")
                                .withHeader("ETag", "\"3\"")));
        answers("/seller/receiving-account-releases", "{\"items\": []}");
        answers("/orders/DH2611210001", ORDER.formatted(PAYLOAD, ""));
    }

    @Test
    void showsTheBuyerACodeForEachShop() {
        var page = browser.page("/orders/DH2611210001?token=abc", null, 200);
        assertThat(page)
                .contains("<svg class=\"qr\"")
                .contains("0011001234567")
                .contains("DH26112100011")
                .contains("<noscript><meta http-equiv=\"refresh\" content=\"20\"></noscript>")
                .contains("data-follow=\"20\" data-state=\"AWAITING_PAYMENT ");
        assertThat(browser.page("/en/orders/DH2611210001?token=abc", null, 200)).contains("Pay this shop by transfer");
    }

    @Test
    void tellsTheBuyerNotToPayIntoAnAccountThatWasTakenFromTheShop() {
        answers(
                "/orders/DH2611210001",
                ORDER.formatted("", "")
                        .replace("\"account_number\": \"0011001234567\", \"holder\": \"HTX DOI GIO\",", "")
                        .replace("\"payload\": \"\",", "\"due_at\": \"2026-11-23T01:00:00Z\",")
                        .replace("\"withdrawn\": false", "\"withdrawn\": true"));
        var page = browser.page("/orders/DH2611210001?token=abc", null, 200);
        assertThat(page)
                .contains("Xin đừng chuyển khoản cho gian hàng này nữa")
                .contains("Hãy hủy đơn ngay trên trang này")
                .doesNotContain("class=\"qr\"")
                .doesNotContain("Vui lòng chuyển khoản");
        assertThat(browser.page("/en/orders/DH2611210001?token=abc", null, 200))
                .contains("Please do not transfer for this shop any more")
                .contains("Cancel the order on this page")
                .contains("Keep the bank’s receipt");
    }

    @Test
    void tellsAShopThatItsAccountWasTaken() {
        assertThat(browser.page("/seller-desk/payments", "seller", 200)).doesNotContain("đã thu hồi tài khoản");
        answers("/seller/receiving-account-releases", """
                {"items": [{"bank": "Vietcombank", "number_hint": "•••• 9999", "reason": "Của <b>HTX khác</b>",
                            "at": "2026-11-22T02:00:00Z"}]}""");
        market.server()
                .stubFor(get(urlPathEqualTo(API + "/seller/receiving-account"))
                        .willReturn(MarketStub.problem(404, "not-found")));
        assertThat(browser.page("/seller-desk/payments", "seller", 200))
                .contains("Chợ đã thu hồi tài khoản nhận tiền của gian hàng")
                .contains("Vietcombank •••• 9999")
                .contains("Lý do: Của &lt;b&gt;HTX khác")
                .contains("nhập tài khoản khác bên dưới");
        assertThat(browser.page("/en/seller-desk/payments", "seller", 200))
                .contains("The market took a receiving account from your shop");
    }

    @Test
    void asksTheBuyerWhereMoneyShouldGo() {
        answers("/orders/DH2611210001", ORDER.formatted(PAYLOAD, """
                {"reference": "DH2611210001-1", "amount": 185000, "state": "ACCOUNT_NEEDED", "by_seller": true}"""));
        market.server()
                .stubFor(put(urlPathEqualTo(API + "/orders/DH2611210001/refund-account"))
                        .willReturn(MarketStub.json("""
                                {"type": "/problems/invalid-request", "status": 400, "errors":
                                 [{"field": "account_number", "code": "account-number", "message": "Sai số tài khoản"}]}""")
                                .withStatus(400)
                                .withHeader("Content-Type", "application/problem+json")));
        var page = browser.page("/orders/DH2611210001?token=abc", null, 200);
        assertThat(page)
                .contains("name=\"account_number\"")
                .doesNotContain("http-equiv=\"refresh\"")
                .doesNotContain("data-follow");
        var refused = post(
                "/orders/DH2611210001/refund-account",
                null,
                "token=abc&bank_bin=970418&account_number=1&holder=A",
                422);
        assertThat(refused).contains("Sai số tài khoản").contains("aria-invalid=\"true\"");
    }

    @Test
    void letsAShopDecideAboutATransfer() {
        market.server()
                .stubFor(WireMock.post(urlPathEqualTo(API + "/seller/transfers/t1/decisions"))
                        .willReturn(MarketStub.json(TRANSFER)));
        var page = browser.page("/seller-desk/transfers", "seller", 200);
        assertThat(page).contains("Chuyển thiếu").contains("CK &lt;b&gt;DH26112100011");
        post("/seller-desk/transfers/t1", "seller", "action=ACCEPT", 303);
        market.server()
                .verify(postRequestedFor(urlPathEqualTo(API + "/seller/transfers/t1/decisions"))
                        .withHeader("Idempotency-Key", matching("t1-ACCEPT"))
                        .withRequestBody(equalToJson("{\"action\": \"ACCEPT\"}", true, true)));
        assertThat(browser.page("/en/seller-desk/transfers?all=true", "seller", 200))
                .contains("Too little");
    }

    @Test
    void showsARefusedDecisionAtItsTransfer() {
        market.server()
                .stubFor(WireMock.post(urlPathEqualTo(API + "/seller/transfers/t1/decisions"))
                        .willReturn(MarketStub.problem(409, "transfer-closed")));
        browser.page("/seller-desk/transfers", "seller", 200);
        assertThat(post("/seller-desk/transfers/t1", "seller", "action=ACCEPT", 422))
                .contains("transfer-closed");
    }

    @Test
    void recordsARefundThatWasTransferred() {
        market.server()
                .stubFor(WireMock.post(urlPathEqualTo(API + "/seller/transfer-refunds/r1/done"))
                        .willReturn(MarketStub.json(REFUND)));
        var page = browser.page("/seller-desk/transfer-refunds", "seller", 200);
        assertThat(page).contains("63110000123456").contains("NGUYEN THI DAO").contains("<svg class=\"qr\"");
        post("/seller-desk/transfer-refunds/r1", "seller", "bank_reference=FT9", 303);
    }

    @Test
    void letsAShopSayHowItIsPaid() {
        market.server()
                .stubFor(put(urlPathEqualTo(API + "/seller/payment-settings")).willReturn(MarketStub.json("""
                        {"card": true, "vietqr": true, "cod": false, "tolerance": 5000}""")));
        var page = browser.page("/seller-desk/payments", "seller", 200);
        assertThat(page).contains("•••• 4567").contains("value=\"1000\"").doesNotContain("Tài khoản nhận tiền mới");
        assertThat(post("/seller-desk/payments/settings", "seller", "card=true&vietqr_max=nhieu", 422))
                .contains("id=\"error-vietqr_max\"");
        post(
                "/seller-desk/payments/settings",
                "seller",
                "version=%223%22&card=true&vietqr=true&vietqr_max=2.000.000&tolerance=5000",
                303);
        market.server()
                .verify(putRequestedFor(urlPathEqualTo(API + "/seller/payment-settings"))
                        .withHeader("If-Match", matching("\"3\""))
                        .withRequestBody(equalToJson("""
                                {"card": true, "vietqr": true, "vietqr_max": 2000000, "cod": false, "tolerance": 5000}""", true, true)));
    }

    @Test
    void showsTheOperatorItsOwnQueue() {
        assertThat(browser.page("/operator-desk/transfers", "operator", 200))
                .contains("Mọi khoản chuyển đều đã khớp đơn");
        browser.page("/operator-desk/transfers", "seller", 403);
        browser.page("/seller-desk/transfers", "operator", 403);
    }

    private void answers(String path, String body) {
        market.server().stubFor(get(urlPathEqualTo(API + path)).willReturn(MarketStub.json(body)));
    }

    private String post(String path, @Nullable String who, String form, int status) {
        var request = browser.client()
                .post()
                .uri(path)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED);
        if (who != null) {
            request.cookie(TestBrowser.COOKIE, browser.signIn(who));
        }
        var answer = request.bodyValue(form).exchange().expectBody(String.class).returnResult();
        assertThat(answer.getStatus().value()).isEqualTo(status);
        return Objects.requireNonNullElse(answer.getResponseBody(), "");
    }
}
