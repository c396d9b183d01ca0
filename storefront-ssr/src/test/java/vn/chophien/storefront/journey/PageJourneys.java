package vn.chophien.storefront.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.locales.Language;

/**
 * The main pages as people see them: no accessibility violation, nothing wider than the screen, no text missing. Leaves a picture of
 * each under {@code target/screenshots}.
 */
class PageJourneys {

    private static final int QUALITY = 62;
    private static final String SHOP = "doi-gio-cu-mgar";

    @ParameterizedTest
    @CsvSource({"VI, 390", "EN, 390", "VI, 1280", "EN, 1280"})
    void everyMainPageIsAccessibleAndFits(Language language, int width) {
        var violations = new TreeMap<String, List<String>>();
        try (var visitor = new Tour(language, width, true);
                var seller = new Tour(language, width, true);
                var officer = new Tour(language, width, true)) {
            for (var page : publicPages().entrySet()) {
                visitor.open(page.getValue());
                check(visitor, page.getKey(), width, violations);
            }
            visitor.open("/shop/" + SHOP);
            visitor.page()
                    .locator("li.card:not(.card-sold-out) .card-name a")
                    .first()
                    .click();
            visitor.page().locator("form[action$='/cart/lines']").waitFor();
            check(visitor, "product", width, violations);
            visitor.addToCart();
            visitor.open("/cart");
            check(visitor, "cart", width, violations);
            visitor.click(AriaRole.LINK, "cart.checkout");
            check(visitor, "checkout-address", width, violations);
            BuyerJourneys.fillAddress(visitor, true);
            visitor.click(AriaRole.BUTTON, "checkout.continue");
            visitor.page().locator("label[for=pay-COD]").click();
            check(visitor, "checkout-review", width, violations);
            visitor.click(AriaRole.BUTTON, "checkout.place");
            visitor.page().locator("section.parcel").first().waitFor();
            check(visitor, "order", width, violations);

            seller.signIn("seller@example.vn", "/seller-desk/orders");
            check(seller, "seller-orders", width, violations);
            seller.page().locator(".desk-card a").first().click();
            check(seller, "seller-order", width, violations);
            seller.open("/seller-desk/listings");
            check(seller, "seller-listings", width, violations);
            seller.page().locator(".desk-listing a").first().click();
            check(seller, "seller-listing", width, violations);

            officer.signIn("officer@example.vn", "/trade-desk");
            check(officer, "trade-desk", width, violations);
            // The same markup in English and at other widths, and the way to these pages is long.
            if (language == Language.VI && width == Browsing.PHONE) {
                checkMoney(visitor, seller, officer, width, violations);
            }
        }
        assertThat(violations).isEmpty();
    }

    /** Every page on which money is shown, with money on it. */
    private static void checkMoney(
            Tour buyer, Tour seller, Tour officer, int width, Map<String, List<String>> violations) {
        try (var shop = Shop.on(seller.language(), width).isPaidByTransfer();
                var operator = new Tour(officer.language(), width, true)) {
            var bought = MoneyJourneys.buys(buyer, "VIETQR");
            check(buyer, "order-transfer", width, violations);
            Bank.reports(bought.total() + 10_000, bought.purpose());
            Bank.reports(bought.total(), "khong ro");
            MoneyJourneys.eventually(buyer, buyer.main().getByText(buyer.text("order.transfer.arrived")));
            shop.delivers(bought.part(), "GHN");
            shop.givesBack(bought.part(), 30_000, "Giao chậm");
            check(shop.tour(), "seller-order-reduced", width, violations);
            buyer.page().reload();
            check(buyer, "order-refund", width, violations);
            for (var page : sellerMoneyPages(bought.part()).entrySet()) {
                check(shop.tour().open(page.getValue()), page.getKey(), width, violations);
            }
            operator.signIn("operator@example.vn", "/operator-desk");
            for (var page : operatorPages(bought.order()).entrySet()) {
                check(operator.open(page.getValue()), page.getKey(), width, violations);
            }
        }
    }

    private static Map<String, String> sellerMoneyPages(String part) {
        return new TreeMap<>(Map.of(
                "seller-money", "/seller-desk/money",
                "seller-sale", "/seller-desk/money/" + part,
                "seller-transfers", "/seller-desk/transfers",
                "seller-transfer-refunds", "/seller-desk/transfer-refunds",
                "seller-payments", "/seller-desk/payments",
                "seller-returns", "/seller-desk/returns",
                "seller-stock", "/seller-desk/stock"));
    }

    private static Map<String, String> operatorPages(String order) {
        return new TreeMap<>(Map.of(
                "operator-desk", "/operator-desk",
                "operator-proof", "/operator-desk/proof",
                "operator-ledger", "/operator-desk/ledger?number=" + order,
                "operator-cod", "/operator-desk/cod",
                "operator-terms", "/operator-desk/terms",
                "operator-returns", "/operator-desk/returns",
                "operator-transfers", "/operator-desk/transfers"));
    }

    private static Map<String, String> publicPages() {
        return new TreeMap<>(Map.of(
                "home", "/",
                "terms", "/policies/terms",
                "search", "/search?q=ca+phe",
                "category", "/c/thuc-pham/trai-cay",
                "shop", "/shop/" + SHOP,
                "market-prices", "/market-prices",
                "sign-in", "/sign-in",
                "order-lookup", "/order-lookup",
                "design", "/design",
                "not-found", "/p/khong-co"));
    }

    private static void check(Tour tour, String name, int width, Map<String, List<String>> violations) {
        var page = tour.page();
        var label = "%s %s %d".formatted(name, tour.language().tag(), width);
        if (width == Browsing.PHONE) { // the same markup at every width, and the audit is slow
            var found = new AxeBuilder(page)
                    .analyze().getViolations().stream()
                            .map(PageJourneys::describe)
                            .toList();
            if (!found.isEmpty()) {
                violations.put(label, found);
            }
        }
        var overflow =
                (Integer) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (overflow > 0) {
            violations.put(label + " overflow", List.of(overflow + " px wider than the screen"));
        }
        picture(page, "%s-%s-%d".formatted(name, tour.language().tag(), width));
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setType(ScreenshotType.JPEG)
                .setQuality(QUALITY)
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", name + ".jpg")));
    }
}
