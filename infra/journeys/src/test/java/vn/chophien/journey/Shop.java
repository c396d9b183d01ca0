package vn.chophien.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import vn.chophien.locales.Language;

/** The people of the cooperative's shop at its desk. */
final class Shop implements AutoCloseable {

    static final String SLUG = "doi-gio-cu-mgar";

    private final Tour tour;

    private Shop(Tour tour) {
        this.tour = tour;
    }

    static Shop on(Language language, int width) {
        var tour = new Tour(language, width, true);
        tour.signIn("seller@example.vn", "/seller-desk/orders");
        return new Shop(tour);
    }

    Tour tour() {
        return tour;
    }

    /** Says where buyers transfer their money to; without it nobody is offered a transfer. */
    Shop isPaidByTransfer() {
        tour.open("/seller-desk/payments");
        if (!tour.page().locator("#field-account_number").isVisible()) {
            tour.page().locator("main details summary").first().click();
        }
        tour.page().locator("#field-bank_bin").selectOption(Bank.BIN);
        tour.page().locator("#field-account_number").fill(Bank.ACCOUNT);
        tour.page().locator("#field-holder").fill("HTX CA PHE DOI GIO");
        tour.click(AriaRole.BUTTON, "transfer.account.save");
        assertThat(tour.main()).containsText(tour.text("transfer.payments.saved.account"));
        return this;
    }

    /** Confirms a new order, sends it whole and says that it arrived. */
    void delivers(String number, String carrier) {
        tour.open("/seller-desk/orders/" + number);
        tour.click(AriaRole.BUTTON, "sellerdesk.order.confirm");
        tour.page().locator("input[name=carrier]").fill(carrier);
        tour.click(AriaRole.BUTTON, "sellerdesk.order.ship");
        tour.click(AriaRole.BUTTON, "sellerdesk.order.deliver");
        assertThat(tour.main()).containsText(tour.text("sellerdesk.order.done.deliver"));
    }

    void givesBack(String number, long amount, String why) {
        tour.open("/seller-desk/orders/" + number);
        tour.page().locator("details:has(#field-amount) summary").click();
        tour.page().locator("#field-amount").fill(Long.toString(amount));
        tour.page().locator("#field-why").fill(why);
        tour.click(AriaRole.BUTTON, "sellerdesk.order.goodwill");
        assertThat(tour.main()).containsText(tour.text("sellerdesk.order.done.goodwill"));
    }

    @Override
    public void close() {
        tour.close();
    }
}
