package vn.chophien.paymentsandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentCreateParams;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.testbrowser.TestBrowser;

/** The pay page in a real browser, with JavaScript off and at phone width, since that is what it promises. */
class PayPageBrowserTests {

    private static PaymentSandbox sandbox;
    private static WebhookReceiver shop;

    @BeforeAll
    static void start() {
        sandbox = PaymentSandbox.start(SandboxSettings.defaults());
        shop = new WebhookReceiver();
    }

    @AfterAll
    static void stop() {
        shop.close();
        sandbox.stop();
    }

    @ParameterizedTest
    @CsvSource({"vi, Thanh toán 185.000, Đồng ý thanh toán", "en, Pay ₫185, Approve the payment"})
    void paysWithThreeDSecureWithoutJavaScript(String language, String pay, String approve) throws StripeException {
        var intent = open();
        try (var context = phone(false)) {
            var page = context.newPage();
            page.navigate(address(intent, language));
            picture(page, "form-" + language);
            page.locator("#name").fill("NGUYEN THI THU");
            page.locator("#number").fill("4000 0000 0000 3221");
            page.locator("#expiry").fill("9/40");
            page.locator("#cvc").fill("123");
            page.locator("button", new Page.LocatorOptions().setHasText(pay)).click();

            assertThat(page.locator("[role=alert] a").getAttribute("href")).isEqualTo("#number");
            assertThat(page.locator("#number").inputValue()).isEqualTo("4000 0000 0000 3221");
            picture(page, "error-" + language);
            page.locator("#number").fill("4000 0000 0000 3220");
            page.locator("button.pay").click();
            picture(page, "challenge-" + language);
            page.locator("button", new Page.LocatorOptions().setHasText(approve))
                    .click();

            page.waitForURL(url -> url.startsWith(shop.url().toString()));
            assertThat(page.url()).endsWith("redirect_status=succeeded");
        }
        assertThat(stripe().v1().paymentIntents().retrieve(intent.getId()).getStatus())
                .isEqualTo("succeeded");
    }

    @Test
    void fillsInATestCardAndExplainsItsDecline() throws StripeException {
        var intent = open();
        try (var context = phone(false)) {
            var page = context.newPage();
            page.navigate(address(intent, "vi"));
            page.locator("details summary").click();
            page.locator("a", new Page.LocatorOptions().setHasText("4000 0000 0000 9995"))
                    .click();
            page.locator("button.pay").click();

            assertThat(page.locator("[role=alert]").textContent()).contains("Thẻ không đủ số dư");
        }
    }

    @ParameterizedTest
    @CsvSource({"vi, LIGHT, 390", "vi, DARK, 390", "en, LIGHT, 1280"})
    void hasNoAccessibilityViolations(String language, ColorScheme scheme, int width) throws StripeException {
        var intent = open();
        var options =
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
        try (var context = TestBrowser.browser().newContext(options)) {
            var page = context.newPage();
            page.navigate(address(intent, language));
            assertThatNothingIsViolated(page);
            page.locator("button.pay").click();
            picture(page, "required-%s-%s-%d".formatted(language, scheme, width));
            assertThatNothingIsViolated(page);
            page.locator("details summary").click();
            page.locator("a", new Page.LocatorOptions().setHasText("4000 0000 0000 3220"))
                    .click();
            page.locator("button.pay").click();
            assertThatNothingIsViolated(page);
            page.locator("button.plain").click();
            stripe().v1().paymentIntents().cancel(intent.getId());
            page.navigate(address(intent, language));
            picture(page, "canceled-%s-%s-%d".formatted(language, scheme, width));
            assertThatNothingIsViolated(page);
        }
    }

    private static void assertThatNothingIsViolated(Page page) {
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
    }

    private static BrowserContext phone(boolean javaScript) {
        return TestBrowser.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setJavaScriptEnabled(javaScript));
    }

    /** Kept under target for whoever wants to look. */
    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".png")));
    }

    private static PaymentIntent open() throws StripeException {
        return stripe().v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(185_000L)
                        .setCurrency("vnd")
                        .addPaymentMethodType("card")
                        .putMetadata("order", "DH2611210001")
                        .build());
    }

    private static String address(PaymentIntent intent, String language) {
        var query = new LinkedHashMap<String, String>();
        query.put("client_secret", intent.getClientSecret());
        query.put("return_url", shop.url().toString());
        query.put("lang", language);
        return sandbox.payPage() + "/" + intent.getId() + "?" + PayPageLinks.encode(query);
    }

    private static StripeClient stripe() {
        return StripeClient.builder()
                .setApiKey(SandboxSettings.DEFAULT_SECRET_KEY)
                .setApiBase(sandbox.url().toString())
                .build();
    }
}
