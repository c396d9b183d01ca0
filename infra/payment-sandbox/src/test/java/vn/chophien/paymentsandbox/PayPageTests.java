package vn.chophien.paymentsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person without JavaScript meets on the pay page. */
class PayPageTests {

    private static final String BACK = "http://shop.example/don-hang/DH2611210001?token=abc";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static PaymentSandbox sandbox;
    private static StripeClient stripe;

    private PaymentIntent intent;

    @BeforeAll
    static void start() {
        sandbox = PaymentSandbox.start(SandboxSettings.defaults());
        stripe = StripeClient.builder()
                .setApiKey(SandboxSettings.DEFAULT_SECRET_KEY)
                .setApiBase(sandbox.url().toString())
                .build();
    }

    @AfterAll
    static void stop() {
        sandbox.stop();
    }

    @BeforeEach
    void open() throws StripeException {
        intent = stripe.v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(185_000L)
                        .setCurrency("vnd")
                        .addPaymentMethodType("card")
                        .putMetadata("order", "DH2611210001 <b>&\"'")
                        .build());
    }

    @Test
    void showsTheAmountInTheBuyersLanguage() throws Exception {
        assertThat(get("", "vi").body())
                .contains("<html lang=\"vi\">", "Thanh toán 185.000\u00a0₫", "Môi trường thử (sandbox)")
                .contains("DH2611210001 &lt;b&gt;&amp;&quot;&#39;");
        assertThat(get("", "en").body()).contains("<html lang=\"en\">", "Pay ₫185,000", "Sandbox, for testing");
    }

    @Test
    void paysAndGoesBackAsStripeDoes() throws Exception {
        var answer = pay("4242 4242 4242 4242");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .contains(BACK + "&payment_intent=" + intent.getId() + "&payment_intent_client_secret="
                        + intent.getClientSecret() + "&redirect_status=succeeded");
        assertThat(now().getStatus()).isEqualTo("succeeded");
    }

    @Test
    void paysOnceForADoubleClick() throws Exception {
        pay("4242424242424242");
        var again = pay("4242424242424242");

        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(again.headers().firstValue("Location").orElseThrow()).endsWith("redirect_status=succeeded");
        assertThat(stripe.v1().charges().list().getData().stream()
                        .filter(charge -> charge.getPaymentIntent().equals(intent.getId())))
                .hasSize(1);
        assertThat(get("", "vi").body()).contains("<h1>Đã thanh toán</h1>");
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrong() throws Exception {
        var form = form("4242 4242 4242 4241");
        form.put("expiry", "13/40");
        form.put("cvc", "1");
        form.put("name", "LE \"THI\" <B>");

        var answer = post("", form);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>Lỗi: ", "role=\"alert\"", "<a href=\"#number\">Số thẻ chưa đúng")
                .contains("aria-invalid=\"true\"", "aria-describedby=\"number-hint number-error\"")
                .contains("value=\"4242 4242 4242 4241\"", "value=\"13/40\"", "value=\"LE &quot;THI&quot; &lt;B&gt;\"")
                .contains("Mã bảo mật gồm 3 hoặc 4 chữ số");
        assertThat(now().getStatus()).isEqualTo("requires_payment_method");
    }

    @Test
    void refusesRealCards() throws Exception {
        var answer = pay("4532015112830366");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Đây không phải số thẻ thử");
    }

    @Test
    void explainsADeclineAndTakesAnotherCard() throws Exception {
        var declined = pay("4000000000009995");
        assertThat(declined.statusCode()).isEqualTo(422);
        assertThat(declined.body()).contains("Thẻ không đủ số dư", "value=\"4000000000009995\"");

        assertThat(pay("5555555555554444").statusCode()).isEqualTo(303);
        assertThat(now().getStatus()).isEqualTo("succeeded");
    }

    @Test
    void asksTheBankAndPaysWhenApproved() throws Exception {
        var toBank = pay("4000000000003220");
        assertThat(toBank.headers().firstValue("Location").orElseThrow()).startsWith(intent.getId() + "/authenticate?");
        assertThat(get("/authenticate", "vi").body()).contains("<h1>Ngân hàng cần bạn xác nhận</h1>");
        assertThat(now().getStatus()).isEqualTo("requires_action");

        var answer = decide("approve");

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("redirect_status=succeeded");
        assertThat(now().getStatus()).isEqualTo("succeeded");
    }

    @Test
    void chargesNothingWhenTheHolderRefuses() throws Exception {
        pay("4000000000003220");

        var answer = decide("refuse");

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("redirect_status=failed");
        assertThat(now().getStatus()).isEqualTo("requires_payment_method");
        assertThat(now().getLastPaymentError().getCode()).isEqualTo("payment_intent_authentication_failure");
    }

    @Test
    void declinesAfterTheBankAskedWithTheCardForThat() throws Exception {
        pay("4000008400001629");

        var answer = decide("approve");

        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("redirect_status=failed");
        assertThat(now().getLastPaymentError().getDeclineCode()).isEqualTo("generic_decline");
    }

    @Test
    void showsNothingWithoutTheClientSecret() throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(
                sandbox.payPage() + "/" + intent.getId() + "?client_secret=" + intent.getClientSecret() + "x")));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Không tìm thấy khoản thanh toán").doesNotContain("185.000");
    }

    @Test
    void leadsOnlyToWebAddresses() throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(sandbox.payPage() + "/" + intent.getId() + "?"
                + PayPageLinks.encode(
                        Map.of("client_secret", intent.getClientSecret(), "return_url", "javascript:alert(1)")))));

        assertThat(answer.body()).doesNotContain("javascript:");
    }

    @Test
    void letsTheBrowserReturnToTheShopOnly() throws Exception {
        assertThat(get("", "vi").headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .endsWith("form-action 'self' http://shop.example");
    }

    @Test
    void saysTheSameInBothLanguages() {
        assertThat(PayPageTexts.of("vi", null).keys())
                .isEqualTo(PayPageTexts.of("en", null).keys());
    }

    private PaymentIntent now() throws StripeException {
        return stripe.v1().paymentIntents().retrieve(intent.getId());
    }

    private HttpResponse<String> pay(String number) throws Exception {
        return post("", form(number));
    }

    private HttpResponse<String> decide(String decision) throws Exception {
        var form = carried("vi");
        form.put("decision", decision);
        return post("/authenticate", form);
    }

    private Map<String, String> form(String number) {
        var form = carried("vi");
        form.put("number", number);
        form.put("expiry", "12/40");
        form.put("cvc", "123");
        form.put("name", "NGUYEN THI THU");
        return form;
    }

    private Map<String, String> carried(String language) {
        var carried = new LinkedHashMap<String, String>();
        carried.put("client_secret", intent.getClientSecret());
        carried.put("return_url", BACK);
        carried.put("lang", language);
        return carried;
    }

    private HttpResponse<String> get(String path, String language) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(
                sandbox.payPage() + "/" + intent.getId() + path + "?" + PayPageLinks.encode(carried(language)))));
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(sandbox.payPage() + "/" + intent.getId() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(PayPageLinks.encode(form))));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
