package vn.chophien.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Orders of which some goods are cancelled, sent apart, weighed or returned, on the pages of buyer, shop and operator. */
@StorefrontTest
class OrderPagesTests {

    private static final String NUMBER = "DH2611220001";
    private static final String PART = NUMBER + "-1";
    private static final String RETURN = "0199aaaa-0000-7000-8000-000000000001";
    private static final String VARIANT = "0199bbbb-0000-7000-8000-000000000001";
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");

    private static final String LINES = """
            [{"position":1,"sku":"SR-1","name":"Sầu riêng Ri6","label":"Quả","unit_price":150000,"quantity":3,
              "line_total":450000,"cancelled":1,"shipped":1,"open":1,"sold_by_weight":true,"weight_grams":3000,"due":277750}]
            """;
    private static final String DETAILS = """
            "shipping":{"code":"standard","name":"Tiêu chuẩn","fee":18000,"days_min":1,"days_max":2},
            "shipments":[{"number":1,"carrier":"Viettel Post","tracking_code":"VTP1","shipped_at":"2026-11-22T02:00:00Z",
                          "lines":[{"position":1,"quantity":1,"packed_grams":2555,"goods":127750}],"collect":145750}],
            "reductions":[{"cause":"CANCELLED","goods":150000,"shipping":0,"amount":150000,"repayment":0,
                           "reason":"Dập một quả","at":"2026-11-22T01:00:00Z","lines":[]},
                          {"cause":"SHORT_WEIGHT","goods":22250,"shipping":0,"amount":22250,"repayment":22250,
                           "at":"2026-11-22T02:00:00Z","lines":[]}],
            "goods_total":450000,"total":468000,"due":295750,"repaid":22250
            """;
    private static final String REQUEST = """
            {"id":"%s","seller_order":"%s","order_number":"%s","shop":"HTX Đồi Gió","shop_slug":"doi-gio-cu-mgar",
             "state":"%s","reason":"DAMAGED","text":"Bị dập","currency":"VND",
             "lines":[{"position":1,"name":"Sầu riêng Ri6","label":"Quả","quantity":1}],"worth":127750,
             "goods_expected":false,"answer_due":"2026-11-25T02:00:00Z","requested_at":"2026-11-22T03:00:00Z",
             "events":[{"state":"REQUESTED","actor":"BUYER","at":"2026-11-22T03:00:00Z"}],"actions":[%s]}
            """;

    private final MarketStub market = MarketStub.shared();
    private final TestBrowser browser;

    OrderPagesTests(@LocalServerPort int port) {
        browser = new TestBrowser(port);
    }

    @BeforeEach
    void openTheMarket() {
        market.isOpen();
    }

    @Test
    void showsTheBuyerParcelsWeightsAndWhatIsOwedLess() {
        answers("/orders/" + NUMBER, buyersOrder("PARTLY_SHIPPED", true));
        var page = browser.pageIn("/orders/" + NUMBER + "?token=t", null, 200);
        assertThat(page)
                .contains("VTP1")
                .contains("cân thực 2.555 g")
                .contains("Dập một quả")
                .contains("Cân thực nhẹ hơn")
                .contains("295.750")
                .contains("22.250")
                .contains("name=\"cancel.1\"")
                .doesNotContain("Yêu cầu trả hàng");
        assertThat(browser.pageIn("/en/orders/" + NUMBER + "?token=t", null, 200))
                .contains("Weighed less than ordered");
    }

    @Test
    void letsTheBuyerCancelSomePieces() {
        answers("/orders/" + NUMBER, buyersOrder("NEW", true));
        var api = "/orders/" + NUMBER + "/seller-orders/" + PART + "/line-cancellations";
        accepts(api, buyersOrder("NEW", true));
        send(
                null,
                "/orders/" + NUMBER + "/parts/" + PART + "/cancel-lines",
                303,
                Map.of("key", "k1", "token", "t", "cancel.1", "1"));
        market.server()
                .verify(postRequestedFor(urlPathEqualTo("/api/v1" + api))
                        .withHeader("Idempotency-Key", matching("k1"))
                        .withRequestBody(equalToJson("{\"lines\":[{\"position\":1,\"quantity\":1}]}")));
    }

    @Test
    void showsWhoeverKnowsNumberAndPhoneTheOrderWithoutItsForms() {
        var found = buyersOrder("NEW", false)
                .replace(
                        "{\"number\":\"" + NUMBER,
                        "{\"read_only\":true,\"access_token\":\"r+1\",\"number\":\"" + NUMBER);
        accepts("/order-lookups", found);
        answers("/orders/" + NUMBER, found);
        var led = browser.client()
                .post()
                .uri("/order-lookup")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("number=" + NUMBER.toLowerCase(Locale.ROOT) + "&phone=0912345678")
                .exchange()
                .expectBody()
                .returnResult();
        assertThat(led.getResponseHeaders().getLocation()).hasToString("/orders/" + NUMBER + "?token=r%2B1");
        assertThat(browser.pageIn("/orders/" + NUMBER + "?token=r%2B1", null, 200))
                .contains("mở đơn này bằng mã đơn và số điện thoại")
                .contains("/sign-in?next=/orders/" + NUMBER)
                .doesNotContain("Hãy lưu địa chỉ trang này")
                .doesNotContain("action=\"/orders/");
        answers("/orders/" + NUMBER, buyersOrder("NEW", false));
        assertThat(browser.pageIn("/orders/" + NUMBER + "?token=t", null, 200))
                .contains("Hãy lưu địa chỉ trang này")
                .contains("action=\"/orders/" + NUMBER + "/cancel\"");
    }

    @Test
    void refusesReadersWhatTheyPostAllTheSame() {
        answers("/orders/" + NUMBER, buyersOrder("NEW", false));
        market.server()
                .stubFor(post(urlPathEqualTo("/api/v1/orders/" + NUMBER + "/cancel"))
                        .willReturn(MarketStub.problem(403, "order-read-only").withBody("""
                        {"type":"/problems/order-read-only","status":403,"detail":"Hãy đăng nhập"}
                        """)));
        assertThat(send(null, "/orders/" + NUMBER + "/cancel", 422, Map.of("token", "r")))
                .contains("Hãy đăng nhập");
    }

    @Test
    void saysWhyACardFailedAndUntilWhenTheGoodsAreKept() {
        var unpaid =
                buyersOrder("AWAITING_PAYMENT", true).replace("\"method\":\"COD\",\"state\":\"DUE_ON_DELIVERY\"", """
                        "method":"CARD","state":"PENDING","due_at":"2026-11-22T03:30:00Z"
                        """);
        answers("/orders/" + NUMBER, unpaid);
        assertThat(browser.pageIn("/orders/" + NUMBER + "?token=t", null, 200))
                .contains("Đơn này chưa thanh toán. Hàng được giữ cho bạn đến 10:30");
        answers("/orders/" + NUMBER, unpaid.replace("\"PENDING\"", "\"FAILED\",\"failure\":\"insufficient-funds\""));
        assertThat(browser.pageIn("/orders/" + NUMBER + "?token=t", null, 200))
                .contains("Lý do: Thẻ không đủ số dư.")
                .contains("đến 10:30");
        answers("/orders/" + NUMBER, unpaid.replace("\"PENDING\"", "\"FAILED\",\"failure\":\"of-a-later-version\""));
        assertThat(browser.pageIn("/en/orders/" + NUMBER + "?token=t", null, 200))
                .contains("The payment did not go through")
                .doesNotContain("Reason:");
    }

    @Test
    void paysAndComesBackWithAnyTokenInTheAddress() {
        accepts("/orders/" + NUMBER + "/payments", "{\"pay_url\":\"https://pay.example/1\"}");
        send(null, "/orders/" + NUMBER + "/pay", 303, Map.of("token", "a b&c"));
        market.server()
                .verify(postRequestedFor(urlPathEqualTo("/api/v1/orders/" + NUMBER + "/payments"))
                        .withQueryParam("token", equalTo("a b&c"))
                        .withRequestBody(matchingJsonPath(
                                "$.return_url", containing("/orders/" + NUMBER + "?token=a%20b%26c&paid=true"))));
    }

    @Test
    void letsTheBuyerReturnWhatHasArrived() {
        answers("/orders/" + NUMBER, buyersOrder("DELIVERED", false));
        answers("/orders/" + NUMBER + "/returns", returns("REFUSED", "\"escalate\""));
        assertThat(browser.pageIn("/orders/" + NUMBER + "?token=t", null, 200))
                .contains("Yêu cầu trả hàng")
                .contains("Nhờ ban điều hành")
                .contains("name=\"return.1\"");
        accepts("/orders/" + NUMBER + "/returns", returns("REQUESTED", ""));
        send(
                null,
                "/orders/" + NUMBER + "/parts/" + PART + "/returns",
                303,
                Map.of("key", "k2", "token", "t", "return.1", "1", "reason", "DAMAGED", "text", "Bị dập"));
        market.server()
                .verify(postRequestedFor(urlPathEqualTo("/api/v1/orders/" + NUMBER + "/returns"))
                        .withRequestBody(equalToJson("""
                                {"seller_order":"%s","reason":"DAMAGED","text":"Bị dập",
                                 "lines":[{"position":1,"quantity":1}]}
                                """.formatted(PART))));
    }

    @Test
    void letsTheShopShipAndWeighALine() {
        answers("/seller/orders/" + PART, shopsOrder());
        var seller = browser.signIn("seller");
        var page = browser.pageIn("/seller-desk/orders/" + PART, seller, 200);
        assertThat(page)
                .contains("name=\"ship.1\"")
                .contains("name=\"weigh.1\"")
                .contains("name=\"cancel.1\"")
                .contains("/parcels/1/deliver")
                .contains("145.750");
        var api = "/seller/orders/" + PART + "/shipments";
        accepts(api, shopsOrder());
        send(
                seller,
                "/seller-desk/orders/" + PART + "/ship",
                303,
                Map.of("key", "k3", "carrier", "GHN", "tracking_code", "", "ship.1", "1", "weigh.1", "2900"));
        market.server()
                .verify(postRequestedFor(urlPathEqualTo("/api/v1" + api))
                        .withRequestBody(equalToJson("""
                        {"carrier":"GHN","lines":[{"position":1,"quantity":1,"packed_grams":2900}]}
                        """, true, true)));
        assertThat(send(seller, "/seller-desk/orders/" + PART + "/ship", 422, Map.of("carrier", "GHN", "ship.1", "0")))
                .contains("Hãy ghi số lượng của ít nhất một sản phẩm");
    }

    @Test
    void saysBesideTheLineWhatTheMarketRefuses() {
        answers("/seller/orders/" + PART, shopsOrder());
        var api = "/api/v1/seller/orders/" + PART + "/shipments";
        market.server()
                .stubFor(post(urlPathEqualTo(api))
                        .willReturn(
                                MarketStub.problem(422, "order-lines-not-open").withBody("""
                        {"type":"/problems/order-lines-not-open","status":422,
                         "errors":[{"field":"lines.1","code":"weight-missing","message":"Nhập khối lượng"}]}
                        """)));
        var page = send(
                browser.signIn("seller"),
                "/seller-desk/orders/" + PART + "/ship",
                422,
                Map.of("key", "k4", "carrier", "GHN", "ship.1", "1"));
        assertThat(page).contains("href=\"#field-ship.1\"").contains("Nhập khối lượng");
    }

    @Test
    void letsTheShopAnswerAReturn() {
        answers("/seller/returns", returns("REQUESTED", "\"accept\",\"refuse\""));
        answers("/seller/returns/" + RETURN, request("REQUESTED", "\"accept\",\"refuse\""));
        var seller = browser.signIn("seller");
        assertThat(browser.pageIn("/seller-desk/returns", seller, 200))
                .contains(RETURN)
                .contains("Hư hỏng");
        assertThat(browser.pageIn("/seller-desk/returns/" + RETURN, seller, 200))
                .contains("127.750")
                .contains("name=\"refund\"")
                .contains("Bị dập");
        accepts("/seller/returns/" + RETURN + "/accept", request("ACCEPTED", ""));
        send(
                seller,
                "/seller-desk/returns/" + RETURN + "/accept",
                303,
                Map.of("refund", "100.000", "goods_expected", "true", "note", ""));
        market.server()
                .verify(postRequestedFor(urlPathEqualTo("/api/v1/seller/returns/" + RETURN + "/accept"))
                        .withRequestBody(equalToJson("{\"refund\":100000,\"goods_expected\":true}", true, true)));
        assertThat(send(seller, "/seller-desk/returns/" + RETURN + "/refuse", 422, Map.of("reason", " ")))
                .contains("Hãy ghi lý do");
    }

    @Test
    void showsTheOperatorWhatIsDisputed() {
        answers("/operator/returns", returns("ESCALATED", "\"accept\",\"refuse\""));
        answers("/operator/returns/" + RETURN, request("ESCALATED", "\"accept\",\"refuse\""));
        var operator = browser.signIn("operator");
        assertThat(browser.pageIn("/operator-desk", operator, 200)).contains("1 yêu cầu trả hàng tranh chấp");
        assertThat(browser.pageIn("/operator-desk/returns", operator, 200)).contains(RETURN);
        accepts("/operator/returns/" + RETURN + "/refuse", request("DISMISSED", ""));
        send(operator, "/operator-desk/returns/" + RETURN + "/refuse", 303, Map.of("reason", "Không có bằng chứng"));
        browser.pageIn("/operator-desk/returns", browser.signIn("seller"), 403);
    }

    @Test
    void listsWhatRunsLowAndHowItCameAbout() {
        answers("/seller/stock/low", """
                {"items":[{"variant_id":"%s","listing_id":"%s","sku":"SR-1","name":"Sầu riêng Ri6","label":"Quả",
                           "on_hand":4,"reserved":3,"available":1,"low_at":5}]}
                """.formatted(VARIANT, VARIANT));
        answers("/seller/stock/" + VARIANT + "/changes", """
                {"items":[{"reason":"TAKEN","on_hand_delta":-2,"reserved_delta":-2,"on_hand":4,"reserved":3,
                           "at":"2026-11-22T02:00:00Z"}]}
                """);
        var seller = browser.signIn("seller");
        assertThat(browser.pageIn("/seller-desk/stock", seller, 200))
                .contains("Còn 1")
                .contains("name=\"low_at\"");
        assertThat(browser.pageIn("/seller-desk/stock/" + VARIANT, seller, 200))
                .contains("Xuất giao")
                .contains("4 (-2)");
    }

    private void answers(String path, String body) {
        market.server().stubFor(get(urlPathEqualTo("/api/v1" + path)).willReturn(MarketStub.json(body)));
    }

    private void accepts(String path, String body) {
        market.server().stubFor(post(urlPathEqualTo("/api/v1" + path)).willReturn(MarketStub.json(body)));
    }

    private static String buyersOrder(String state, boolean linesCancellable) {
        return """
                {"number":"%s","state":"%s","placed_at":"2026-11-22T00:00:00Z","currency":"VND","goods_total":450000,
                 "shipping_total":18000,"total":468000,"payment":{"method":"COD","state":"DUE_ON_DELIVERY"},
                 "contact":{"name":"Thử","phone":"0912345678"},"address":{"street":"Thôn 3"},"cancellable":false,
                 "seller_orders":[{"number":"%s","state":"%s","shop":{"slug":"doi-gio-cu-mgar","name":"HTX Đồi Gió"},
                   "lines":%s,%s,"lines_cancellable":%s,"events":[]}]}
                """.formatted(NUMBER, state, PART, state, LINES, DETAILS, linesCancellable);
    }

    private static String shopsOrder() {
        return """
                {"number":"%s","order_number":"%s","state":"PARTLY_SHIPPED","placed_at":"2026-11-22T00:00:00Z",
                 "currency":"VND","contact":{"name":"Thử","phone":"0912345678"},"address":{"street":"Thôn 3"},
                 "payment_method":"COD","payment_state":"DUE_ON_DELIVERY","lines":%s,%s,"events":[],
                 "actions":["ship","deliver","cancel"]}
                """.formatted(PART, NUMBER, LINES, DETAILS);
    }

    private static String request(String state, String actions) {
        return REQUEST.formatted(RETURN, PART, NUMBER, state, actions);
    }

    private static String returns(String state, String actions) {
        return "{\"items\":[" + request(state, actions) + "]}";
    }

    private String send(@Nullable String session, String path, int status, Map<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        var request = browser.client().post().uri(path).contentType(MediaType.APPLICATION_FORM_URLENCODED);
        if (session != null) {
            request = request.cookie(TestBrowser.COOKIE, session);
            form.add("_token", token(session));
        }
        var answer = request.bodyValue(form).exchange().expectBody(String.class).returnResult();
        assertThat(answer.getStatus().value()).as(path).isEqualTo(status);
        return Objects.requireNonNullElse(answer.getResponseBody(), "");
    }

    private String token(String session) {
        var found = FORM_TOKEN.matcher(browser.pageIn("/account", session, 200));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
