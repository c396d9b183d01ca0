package vn.chophien.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;

class CooperativeJourneys {

    private static final String SHOP = "doi-gio-cu-mgar";
    private static final Duration INDEXED_WITHIN = Duration.ofSeconds(15);

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
            var known = seller.page().locator("input[name=price]").first().inputValue();
            seller.page().locator("input[name=price]").first().fill("mười nghìn");
            seller.page().locator(".variant-form button[type=submit]").first().click();
            assertThat(seller.page().locator(".error-summary"))
                    .containsText(seller.text("sellerdesk.listing.error.price"));
            assertThat(seller.page().locator("input[name=price]").first()).hasValue("mười nghìn");

            long price = otherThan(known);
            seller.page().locator("input[name=price]").first().fill(Long.toString(price));
            seller.page().locator(".variant-form button[type=submit]").first().click();
            assertThat(seller.main()).containsText(seller.text("sellerdesk.listing.saved"));

            // The index decides what is found, the database what a card says: only a filter shows what the index knows.
            var card = seller.page()
                    .locator(
                            "li.card",
                            new Page.LocatorOptions()
                                    .setHasText(Formats.of(language).money(price, "VND")));
            long end = System.nanoTime() + INDEXED_WITHIN.toNanos();
            do {
                seller.open("/search?q=Buôn Sáng&min_price=%1$d&max_price=%1$d".formatted(price));
            } while (card.count() == 0 && System.nanoTime() < end);
            assertThat(card.first()).containsText(language == Language.VI ? "Buôn Sáng" : "Buon Sang");
        }
    }

    /** A price of a few ten thousand đồng that nothing in the index has for this listing yet. */
    private static long otherThan(String known) {
        long now = Long.parseLong(known.replaceAll("\\D", ""));
        return now < 60_000 ? now + 1_000 : 40_000;
    }
}
