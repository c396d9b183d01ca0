package vn.chophien.journey;

import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.locales.Language;

/** The main pages as people see them, in both languages, on a phone and at a desk; those with money on them are in {@link MoneyJourneys}. */
@Order(2)
class PageJourneys {

    private static final String SHOP = "doi-gio-cu-mgar";

    @ParameterizedTest
    @CsvSource({"VI, 390", "EN, 390", "VI, 1280", "EN, 1280"})
    void everyMainPageIsAccessibleAndFits(Language language, int width) {
        var audit = new PageAudit(width);
        try (var visitor = new Tour(language, width, true);
                var seller = new Tour(language, width, true);
                var officer = new Tour(language, width, true)) {
            audit.lookAtAll(visitor, publicPages());
            visitor.open("/shop/" + SHOP);
            visitor.page()
                    .locator("li.card:not(.card-sold-out) .card-name a")
                    .first()
                    .click();
            visitor.page().locator("form[action$='/cart/lines']").waitFor();
            audit.look(visitor, "product");
            visitor.addToCart();
            visitor.open("/cart");
            audit.look(visitor, "cart");
            visitor.click(AriaRole.LINK, "cart.checkout");
            audit.look(visitor, "checkout-address");
            BuyerJourneys.fillAddress(visitor, true);
            visitor.click(AriaRole.BUTTON, "checkout.continue");
            visitor.page().locator("label[for=pay-COD]").click();
            audit.look(visitor, "checkout-review");
            visitor.click(AriaRole.BUTTON, "checkout.place");
            visitor.page().locator("section.parcel").first().waitFor();
            audit.look(visitor, "order");

            seller.signIn("seller@example.vn", "/seller-desk/orders");
            audit.look(seller, "seller-orders");
            seller.page().locator(".desk-card a").first().click();
            audit.look(seller, "seller-order");
            seller.open("/seller-desk/listings");
            audit.look(seller, "seller-listings");
            seller.page().locator(".desk-listing a").first().click();
            audit.look(seller, "seller-listing");

            officer.signIn("officer@example.vn", "/trade-desk");
            audit.look(officer, "trade-desk");
            audit.look(officer.open("/trade-desk/uploads"), "trade-desk-uploads");
            audit.look(officer.open("/trade-desk/calendar"), "trade-desk-calendar");
            audit.look(officer.open("/trade-desk/corrections"), "trade-desk-corrections");
            audit.look(officer.open("/trade-desk/alerts").unfold(), "trade-desk-alerts");
            audit.look(officer.open("/trade-desk/bulletins"), "trade-desk-bulletins");
        }
        audit.assertClean();
    }

    private static Map<String, String> publicPages() {
        return Map.of(
                "home", "/",
                "terms", "/policies/terms",
                "search", "/search?q=ca+phe",
                "category", "/c/thuc-pham/trai-cay",
                "shop", "/shop/" + SHOP,
                "market-prices", "/market-prices",
                "sign-in", "/sign-in",
                "order-lookup", "/order-lookup",
                "design", "/design",
                "not-found", "/p/khong-co");
    }
}
