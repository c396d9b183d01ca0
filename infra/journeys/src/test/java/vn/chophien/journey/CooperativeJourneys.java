package vn.chophien.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;

class CooperativeJourneys {

    private static final String SHOP = "doi-gio-cu-mgar";

    @ParameterizedTest
    @CsvSource({"VI, true", "EN, true", "VI, false"})
    void confirmsAndShipsAnOrderThatTheBuyerFollows(Language language, boolean javaScript) {
        try (var buyer = new Tour(language, Browsing.PHONE, javaScript);
                var seller = new Tour(language, Browsing.PHONE, javaScript)) {
            buyer.open("/shop/" + SHOP);
            buyer.page()
                    .locator("li.card:not(.card-sold-out) .card-name a")
                    .first()
                    .click();
            buyer.addToCart();
            buyer.open("/checkout");
            BuyerJourneys.fillAddress(buyer, javaScript);
            buyer.click(AriaRole.BUTTON, "checkout.continue");
            buyer.page().locator("label[for=pay-COD]").click();
            buyer.click(AriaRole.BUTTON, "checkout.place");
            buyer.page().waitForURL(Pattern.compile(".*/orders/DH.*"));
            var number = BuyerJourneys.orderNumber(buyer);

            seller.signIn("seller@example.vn", "/seller-desk/orders");
            seller.page()
                    .locator("a", new Page.LocatorOptions().setHasText(number))
                    .first()
                    .click();
            seller.click(AriaRole.BUTTON, "sellerdesk.order.confirm");
            assertThat(seller.main()).containsText(seller.text("sellerdesk.order.done.confirm"));

            seller.click(AriaRole.BUTTON, "sellerdesk.order.ship");
            assertThat(seller.page().locator(".error-summary"))
                    .containsText(seller.text("sellerdesk.order.error.carrier"));
            seller.page().locator("input[name=carrier]").fill("Viettel Post");
            seller.page().locator("input[name=tracking_code]").fill("VTP123456");
            seller.click(AriaRole.BUTTON, "sellerdesk.order.ship");
            assertThat(seller.main()).containsText("VTP123456");

            buyer.page().reload();
            assertThat(buyer.main()).containsText(buyer.text("order.state.SHIPPED"));
            assertThat(buyer.main()).containsText("VTP123456");

            seller.click(AriaRole.BUTTON, "sellerdesk.order.deliver");
            assertThat(seller.main()).containsText(seller.text("sellerdesk.order.done.deliver"));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void changesAPriceThatTheSearchShows(Language language) {
        try (var seller = Tour.onPhone(language)) {
            seller.signIn("seller@example.vn", "/seller-desk/listings");
            seller.page().locator("input[name=q]").last().fill("DGCM-002");
            seller.page().locator(".desk-search button").click();
            seller.page().locator(".desk-listing a").first().click();
            seller.page().locator("input[name=price]").first().fill("mười nghìn");
            seller.page().locator(".variant-form button[type=submit]").first().click();
            assertThat(seller.page().locator(".error-summary"))
                    .containsText(seller.text("sellerdesk.listing.error.price"));
            assertThat(seller.page().locator("input[name=price]").first()).hasValue("mười nghìn");

            long price = 40_000 + 1_000 * ThreadLocalRandom.current().nextInt(1, 20);
            seller.page().locator("input[name=price]").first().fill(Long.toString(price));
            seller.page().locator(".variant-form button[type=submit]").first().click();
            assertThat(seller.main()).containsText(seller.text("sellerdesk.listing.saved"));

            var shown = Formats.of(language).money(price, "VND");
            var card = seller.page().locator("li.card", new Page.LocatorOptions().setHasText(shown));
            for (int attempt = 0; attempt < 10 && card.count() == 0; attempt++) {
                seller.open("/search?q=Buôn Sáng");
            }
            assertThat(card.first()).isVisible();
        }
    }
}
