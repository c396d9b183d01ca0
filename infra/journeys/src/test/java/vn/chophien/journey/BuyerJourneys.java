package vn.chophien.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chophien.locales.Language;

class BuyerJourneys {

    private static final Pattern ORDER = Pattern.compile("DH\\d{10,}");

    @ParameterizedTest
    @CsvSource({"VI, true", "VI, false", "EN, true"})
    void buysFromTwoShopsWithCashOnDelivery(Language language, boolean javaScript) {
        try (var buyer = new Tour(language, Browsing.PHONE, javaScript)) {
            addFirstResult(buyer, "ca phe", language == Language.VI ? "cà phê" : "coffee");
            addFirstResult(buyer, "mat ong rung", language == Language.VI ? "mật ong" : "honey");
            assertThat(buyer.page().locator("section.parcel")).hasCount(2);

            buyer.click(AriaRole.LINK, "cart.checkout");
            fillAddress(buyer, javaScript);
            buyer.click(AriaRole.BUTTON, "checkout.continue");
            assertThat(buyer.page().locator("section.parcel")).hasCount(2);
            buyer.page().locator("label[for=pay-COD]").click();
            buyer.click(AriaRole.BUTTON, "checkout.place");

            buyer.page().waitForURL(Pattern.compile(".*/orders/DH.*"));
            assertThat(buyer.main()).containsText(buyer.text("order.thanks"));
            assertThat(buyer.page().locator("h1")).hasText(Pattern.compile(".*DH\\d{10}.*"));
            assertThat(buyer.page().locator("section.parcel")).hasCount(2);
            assertThat(buyer.main()).containsText(buyer.text("order.payment.state.DUE_ON_DELIVERY"));

            var number = orderNumber(buyer);
            buyer.open("/order-lookup");
            buyer.page().locator("input[name=number]").fill(number);
            buyer.page().locator("input[name=phone]").fill("0912 345 678");
            buyer.click(AriaRole.BUTTON, "order.lookup.submit");
            assertThat(buyer.page().locator("h1")).containsText(number);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void paysByCardAfterADeclineAndThreeDSecure(Language language) {
        try (var buyer = Tour.onPhone(language)) {
            addFirstResult(buyer, "ho tieu", language == Language.VI ? "tiêu" : "pepper");
            buyer.click(AriaRole.LINK, "cart.checkout");
            fillAddress(buyer, true);
            buyer.click(AriaRole.BUTTON, "checkout.continue");
            buyer.page().locator("label[for=pay-CARD]").click();
            buyer.click(AriaRole.BUTTON, "checkout.place");

            buyer.page().waitForURL(Pattern.compile(".*/pay/.*"));
            pay(buyer, "4000 0000 0000 0002");
            assertThat(buyer.page().locator("[role=alert]")).isVisible();
            pay(buyer, "4000 0000 0000 3220");
            buyer.page().locator("button.pay").click();

            buyer.page().waitForURL(Pattern.compile(".*/orders/DH.*"));
            assertThat(buyer.main())
                    .containsText(buyer.text("order.payment.state.PAID"), new ContainsTextOptions().setTimeout(15_000));
        }
    }

    @Test
    void keepsTheGuestsCartAtSignIn() {
        try (var buyer = Tour.onPhone(Language.VI)) {
            var name = addFirstResult(buyer, "gao lut", "gạo lứt");
            buyer.signIn("buyer@example.vn", "/cart");
            assertThat(lineOf(buyer, name)).isVisible();
        }
    }

    @Test
    void saysWhatIsMissingAndKeepsWhatWasTyped() {
        try (var buyer = new Tour(Language.VI, Browsing.PHONE, false)) {
            addFirstResult(buyer, "mat ong", "mật ong");
            buyer.open("/checkout");
            buyer.page().locator("input[name=name]").fill("Lê Thị Hoa");
            buyer.page().locator("input[name=phone]").fill("12345");
            buyer.click(AriaRole.BUTTON, "checkout.continue");

            assertThat(buyer.page().locator(".error-summary")).containsText(buyer.text("checkout.error.phone"));
            assertThat(buyer.page().locator(".error-summary")).containsText(buyer.text("checkout.error.province"));
            assertThat(buyer.page().locator("input[name=name]")).hasValue("Lê Thị Hoa");
            assertThat(buyer.page().locator("input[name=phone]")).hasValue("12345");
            assertThat(buyer.page().locator("input[name=phone]")).hasAttribute("aria-invalid", "true");
        }
    }

    @Test
    void explainsAnUnknownProduct() {
        try (var buyer = Tour.onPhone(Language.VI)) {
            var answer = buyer.page().navigate(LiveMarket.shared().url() + "/p/khong-co-san-pham-nay");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(buyer.page().locator("h1")).isVisible();
        }
    }

    /** Searches, opens the first result that can be bought, and puts one into the cart. Answers its name. */
    static String addFirstResult(Tour buyer, String query, String expected) {
        buyer.open("/");
        var search = buyer.page().locator("input[name=q]").first();
        search.fill(query);
        search.press("Enter");
        var results = buyer.page().locator("li.card:not(.card-sold-out) .card-name a");
        assertThat(results.first()).containsText(expected, new ContainsTextOptions().setIgnoreCase(true));
        var name = results.first().innerText();
        results.first().click();
        buyer.addToCart();
        buyer.open("/cart");
        assertThat(lineOf(buyer, name)).isVisible();
        return name;
    }

    private static Locator lineOf(Tour buyer, String name) {
        return buyer.page().locator("li.line", new Page.LocatorOptions().setHasText(name));
    }

    static void fillAddress(Tour buyer, boolean javaScript) {
        var page = buyer.page();
        page.locator("input[name=name]").fill("Nguyễn Văn An");
        page.locator("input[name=phone]").fill("0912 345 678");
        page.locator("select[name=province]").selectOption("66");
        if (!javaScript) {
            buyer.click(AriaRole.BUTTON, "checkout.commune.load");
        }
        page.locator("select[name=commune] option[value='22057']")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.locator("select[name=commune]").selectOption(new SelectOption().setValue("22057"));
        page.locator("input[name=street]").fill("Thôn 3");
    }

    static String orderNumber(Tour buyer) {
        var matcher = ORDER.matcher(buyer.page().locator("h1").innerText());
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    /** On the gateway's page. */
    static void pay(Tour buyer, String card) {
        Page page = buyer.page();
        Map.of("#name", "NGUYEN VAN AN", "#number", card, "#expiry", "9/40", "#cvc", "123")
                .forEach((field, value) -> page.locator(field).fill(value));
        page.locator("button.pay").click();
    }
}
