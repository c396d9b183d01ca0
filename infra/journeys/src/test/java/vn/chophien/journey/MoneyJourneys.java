package vn.chophien.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;

/**
 * What a buyer pays and gets back, in the eyes of the buyer, the cooperative and the operator: the same figures to the đồng, whatever way
 * the money went. The goods are two bags of a tea without OCOP stars, of which the market takes 5 %.
 */
@Order(1)
class MoneyJourneys {

    private static final String TEA = "tra-vo-ca-phe-cascara-say";
    private static final long GOODS = 2 * 75_000;
    private static final long FEE = 7_500;
    private static final long BACK = 30_000;
    private static final long FEE_BACK = 1_500;
    private static final Duration GATEWAY = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource({"VI, false", "EN, true"})
    void aTransferPaysItsShopAndTheShopTransfersAPartBack(Language language, boolean statement) {
        try (var buyer = Tour.onPhone(language);
                var shop = Shop.on(language, Browsing.PHONE).isPaidByTransfer();
                var operator = operator(language)) {
            var audit = new PageAudit(Browsing.PHONE);
            var bought = buys(buyer, "VIETQR");
            audit.look(buyer, "order-transfer");
            var request = buyer.page().locator(".transfer-pay");
            assertThat(request.locator("svg.qr")).isVisible();
            assertThat(request).containsText(Bank.ACCOUNT);
            assertThat(request).containsText(bought.purpose());
            row(buyer, "order.transfer.amount", bought.total());

            if (statement) {
                uploads(shop.tour(), bought);
            } else {
                Bank.reports(bought.total(), "khong ro noi dung"); // waits in the queue of transfers
                Bank.reports(bought.total(), bought.purpose());
            }
            eventually(buyer, buyer.main().getByText(buyer.text("order.transfer.arrived")));

            shop.delivers(bought.part(), "GHN");
            soldFor(shop.tour(), bought, -FEE);
            row(shop.tour(), "sellermoney.line.set-off", -bought.total());
            shop.givesBack(bought.part(), BACK, "Hàng dập nhẹ");

            buyer.page().reload();
            audit.look(buyer, "order-refund");
            buyer.page().locator("#field-bank_bin").selectOption("970418");
            buyer.page().locator("#field-account_number").fill("63110000123456");
            buyer.page().locator("#field-holder").fill("NGUYEN VAN AN");
            buyer.click(AriaRole.BUTTON, "order.refund.save");
            assertThat(buyer.main()).containsText(buyer.text("order.refund.state.READY"));
            transfersBack(shop.tour(), bought);
            buyer.page().reload();
            assertThat(buyer.main()).containsText(buyer.text("order.refund.state.DONE"));

            seesTheReduction(buyer, "order.total.part", bought);
            seesTheReduction(shop.tour(), "order.total", bought);
            soldFor(shop.tour(), bought, -FEE + FEE_BACK);
            shop.tour().open("/seller-desk/money");
            assertThat(shop.tour().page().locator(".notice-warning")).isVisible(); // it owes the fee
            seesTheBooks(operator, bought, "SELLER_CASH");

            audit.lookAtAll(shop.tour(), shopPages(bought.part()));
            audit.lookAtAll(operator, operatorPages(bought.order()));
            findsTheAccount(operator, audit);
            audit.assertClean();
        }
    }

    private static void findsTheAccount(Tour operator, PageAudit audit) {
        operator.open("/operator-desk/receiving-accounts");
        operator.page().locator("#field-bank_bin").selectOption(Bank.BIN);
        operator.page().locator("#field-account_number").fill(Bank.ACCOUNT);
        operator.click(AriaRole.BUTTON, "transfer.claims.submit");
        assertThat(operator.main()).containsText(operator.text("transfer.claim.present"));
        audit.look(operator, "operator-receiving-account");
    }

    @Test
    void cashOnDeliveryIsTheShopsWhenTheCarrierHandsItOver() {
        try (var buyer = Tour.onPhone(Language.VI);
                var shop = Shop.on(Language.VI, Browsing.PHONE);
                var operator = operator(Language.VI)) {
            var bought = buys(buyer, "COD");
            assertThat(buyer.main()).containsText(buyer.text("order.payment.state.DUE_ON_DELIVERY"));
            shop.delivers(bought.part(), "GHN");
            buyer.page().reload();
            assertThat(buyer.main()).containsText(buyer.text("order.state.DELIVERED"));

            var net = bought.shipping() + GOODS - FEE;
            soldFor(shop.tour(), bought, net);
            var tour = shop.tour();
            var atCarrier = tour.text("sellermoney.at-carrier", Map.of("amount", money(tour, bought.total())));
            assertThat(tour.main()).containsText(atCarrier);
            held(tour, bought, "CARRIER", net);

            operator.open("/operator-desk/cod");
            var audit = new PageAudit(Browsing.PHONE);
            audit.look(operator, "operator-cod-awaited");
            assertThat(operator.page().locator("main tr", containing(bought.part())))
                    .containsText(money(operator, bought.total()));
            operator.page().locator("#field-carrier").fill("GHN");
            operator.page().locator("#field-reference").fill(Bank.reference());
            operator.page().locator("#field-received_on").fill(Bank.today().toString());
            operator.page().locator("#field-amount").fill(Long.toString(bought.total()));
            operator.page().locator("#field-rows").fill(bought.part() + ";" + bought.total());
            operator.click(AriaRole.BUTTON, "operatordesk.cod.submit");
            assertThat(operator.main()).containsText(operator.text("operatordesk.cod.recorded"));
            assertThat(operator.page().locator("main tr", containing(bought.part())))
                    .hasCount(0);
            operator.page()
                    .locator("main a[href*='/operator-desk/cod/']")
                    .first()
                    .click();
            assertThat(operator.main()).containsText(bought.part());
            audit.look(operator, "operator-remittance");
            audit.assertClean();

            soldFor(tour, bought, net);
            assertThat(tour.main()).not().containsText(atCarrier);
            held(tour, bought, "RETURN_WINDOW", net);
        }
    }

    @Test
    void whatGoesBackAfterThePayoutIsTakenFromTheNext() {
        try (var buyer = Tour.onPhone(Language.EN);
                var shop = Shop.on(Language.VI, Browsing.PHONE).isPaidByTransfer();
                var operator = operator(Language.VI, "operator@example.vn");
                var second = operator(Language.EN, "operator2@example.vn")) {
            var audit = new PageAudit(Browsing.PHONE);
            var bought = buys(buyer, "CARD");
            var net = bought.shipping() + GOODS - FEE;
            row(buyer, "order.total.part", bought.total());
            assertThat(buyer.main()).containsText(buyer.text("order.payment.state.PAID"));
            shop.delivers(bought.part(), "GHN");
            soldFor(shop.tour(), bought, net);
            held(shop.tour(), bought, "RETURN_WINDOW", net);

            Calendar.returnWindowPasses(bought.part());
            long available = available(shop.tour());
            shop.tour().open("/seller-desk/payouts");
            shop.tour().click(AriaRole.BUTTON, "payout.request");
            paysOut(operator, second, audit);

            shop.tour().open("/seller-desk/payouts");
            audit.look(shop.tour(), "seller-payouts");
            var payout = shop.tour().page().locator("#list ~ ul li").first();
            assertThat(payout).containsText(shop.tour().text("payout.state.CONFIRMED"));
            assertThat(payout).containsText(money(shop.tour(), available));
            assertEquals(0, available(shop.tour()));

            shop.givesBack(bought.part(), BACK, "Bao bì rách");

            seesTheReduction(buyer, "order.total.part", bought);
            seesTheReduction(shop.tour(), "order.total", bought);
            soldFor(shop.tour(), bought, net - BACK + FEE_BACK);
            row(shop.tour(), "sellermoney.line.goods-back", -BACK);
            row(shop.tour(), "sellermoney.line.commission-back", FEE_BACK);
            // Until the gateway has sent the refund, the rest of the sale is held as well.
            await().atMost(GATEWAY).untilAsserted(() -> assertEquals(FEE_BACK - BACK, available(shop.tour())));
            assertThat(shop.tour().main())
                    .containsText(shop.tour()
                            .text("sellermoney.owes", Map.of("amount", money(shop.tour(), BACK - FEE_BACK))));
            seesTheBooks(operator, bought, "GATEWAY");
            operator.open("/operator-desk/payouts");
            assertThat(operator.page().locator("main tr", containing(operator.text("payout.standing.OWES"))))
                    .containsText(money(operator, FEE_BACK - BACK));

            audit.lookAtAll(shop.tour(), statementPages());
            audit.lookAtAll(operator, payoutPages());
            audit.assertClean();
        }
    }

    /** One operator drafts, another approves and says that the bank has paid. */
    private static void paysOut(Tour operator, Tour second, PageAudit audit) {
        operator.open("/operator-desk/payouts");
        operator.click(AriaRole.BUTTON, "payout.batches.draft");
        assertThat(operator.main()).containsText(operator.text("payout.batch.second-person"));
        var batch = operator.page().url().replaceFirst(".*/operator-desk", "/operator-desk");
        second.open(batch);
        second.click(AriaRole.BUTTON, "payout.batch.approve");
        audit.look(second, "operator-payout-batch");
        second.page().locator("#field-bank_reference").fill(Bank.reference());
        second.click(AriaRole.BUTTON, "payout.batch.confirm-all");
        assertThat(second.main()).containsText(second.text("payout.batch.closed"));
    }

    /** What the shop may be paid now, in đồng, as its page says. */
    private static long available(Tour shop) {
        shop.open("/seller-desk/money");
        var shown = shop.page().locator(".money-figure-free dd").innerText();
        long amount = Long.parseLong(shown.replaceAll("\\D", ""));
        return shown.matches(".*[-\u2212].*") ? -amount : amount;
    }

    private static Map<String, String> statementPages() {
        return Map.of(
                "seller-statement", "/seller-desk/statements",
                "seller-members", "/seller-desk/members",
                "seller-member-statement", "/seller-desk/members/statement");
    }

    private static Map<String, String> payoutPages() {
        return Map.of(
                "operator-payouts", "/operator-desk/payouts",
                "operator-payout-plan", "/operator-desk/payout-plan",
                "operator-gateway", "/operator-desk/gateway",
                "operator-gateway-accounts", "/operator-desk/gateway/accounts",
                "operator-fee-invoices", "/operator-desk/fee-invoices",
                "operator-tax-returns", "/operator-desk/tax-returns",
                "operator-reversals", "/operator-desk/reversals",
                "operator-sellers", "/operator-desk/sellers",
                "operator-seller", "/operator-desk/sellers/" + Shop.SLUG,
                "operator-seller-statement", "/operator-desk/sellers/" + Shop.SLUG + "/statements");
    }

    private static Map<String, String> shopPages(String part) {
        return Map.of(
                "seller-order-reduced", "/seller-desk/orders/" + part,
                "seller-money", "/seller-desk/money",
                "seller-sale", "/seller-desk/money/" + part,
                "seller-transfers", "/seller-desk/transfers",
                "seller-transfer-refunds", "/seller-desk/transfer-refunds",
                "seller-payments", "/seller-desk/payments",
                "seller-returns", "/seller-desk/returns",
                "seller-stock", "/seller-desk/stock");
    }

    private static Map<String, String> operatorPages(String order) {
        return Map.of(
                "operator-desk", "/operator-desk",
                "operator-proof", "/operator-desk/proof",
                "operator-ledger", "/operator-desk/ledger?number=" + order,
                "operator-cod", "/operator-desk/cod",
                "operator-receiving-accounts", "/operator-desk/receiving-accounts",
                "operator-terms", "/operator-desk/terms",
                "operator-returns", "/operator-desk/returns",
                "operator-search", "/operator-desk/search",
                "operator-transfers", "/operator-desk/transfers");
    }

    /** @param part the number of the shop's order */
    record Bought(String order, String part, long shipping) {

        long total() {
            return GOODS + shipping;
        }

        String purpose() {
            return part.replace("-", "");
        }
    }

    private static Bought buys(Tour buyer, String method) {
        buyer.open("/p/" + TEA);
        buyer.page().locator("#quantity").fill("2");
        buyer.addToCart();
        buyer.open("/checkout");
        BuyerJourneys.fillAddress(buyer, true);
        buyer.click(AriaRole.BUTTON, "checkout.continue");
        buyer.page().locator("label[for=pay-" + method + "]").click();
        buyer.click(AriaRole.BUTTON, "checkout.place");
        if (method.equals("CARD")) {
            buyer.page().waitForURL(Pattern.compile(".*/pay/.*"));
            BuyerJourneys.pay(buyer, "4000 0000 0000 3220");
            buyer.page().locator("button.pay").click();
        }
        buyer.page().waitForURL(Pattern.compile(".*/orders/DH.*"));
        if (method.equals("CARD")) {
            eventually(
                    buyer,
                    buyer.main()
                            .getByText(buyer.text("order.payment.state.PAID"))
                            .locator("visible=true"));
        }
        var number = BuyerJourneys.orderNumber(buyer);
        var shipping =
                rows(buyer, "order.shipping").first().locator("dd").innerText().replaceAll("\\D", "");
        return new Bought(number, number + "-1", shipping.isEmpty() ? 0 : Long.parseLong(shipping));
    }

    private static Tour operator(Language language) {
        return operator(language, "operator@example.vn");
    }

    private static Tour operator(Language language, String email) {
        var operator = Tour.onPhone(language);
        operator.signIn(email, "/operator-desk");
        return operator;
    }

    private static void uploads(Tour shop, Bought bought) {
        shop.open("/seller-desk/transfers");
        shop.page().locator("#field-file").setInputFiles(Bank.statement(bought.total(), bought.purpose()));
        shop.click(AriaRole.BUTTON, "transfer.statement.preview");
        assertThat(shop.main()).containsText(bought.purpose());
        shop.named(AriaRole.BUTTON, shop.text("transfer.statement.apply", Map.of("count", 1)))
                .click();
        assertThat(shop.main()).containsText(shop.text("transfer.statement.applied"));
    }

    private static void transfersBack(Tour shop, Bought bought) {
        shop.open("/seller-desk/transfer-refunds");
        var refund = shop.page().locator("li.transfer", containing(bought.part()));
        assertThat(refund).containsText(money(shop, BACK));
        assertThat(refund).containsText("63110000123456");
        refund.locator("input[name=bank_reference]").fill(Bank.reference());
        refund.locator("button[type=submit]").click();
        assertThat(shop.main()).containsText(shop.text("transfer.refunds.recorded"));
    }

    /** On an order's page, the buyer's or the shop's: what is taken off, what is left to pay, what was paid back. */
    private static void seesTheReduction(Tour tour, String total, Bought bought) {
        if (tour.page().url().contains("/seller-desk/")) {
            tour.open("/seller-desk/orders/" + bought.part());
        } else {
            tour.page().reload();
        }
        row(tour, "order.reduction.GOODWILL", BACK);
        row(tour, total, bought.total() - BACK);
        eventually(tour, rows(tour, "order.repaid").filter(having(money(tour, BACK))));
    }

    /** The page of one sale under the shop's money. */
    private static void soldFor(Tour shop, Bought bought, long net) {
        shop.open("/seller-desk/money/" + bought.part());
        row(shop, "sellermoney.line.goods", GOODS);
        row(shop, "sellermoney.line.commission", -FEE);
        row(shop, "sellermoney.line.net", net);
    }

    private static void held(Tour shop, Bought bought, String reason, long amount) {
        shop.open("/seller-desk/money");
        var hold = shop.page().locator("section[aria-labelledby=holds] li", containing(bought.part()));
        assertThat(hold).containsText(shop.text("sellermoney.hold." + reason));
        assertThat(hold).containsText(money(shop, amount));
    }

    /** The reduction and the repayment in the books of the order, and the proof that all books agree. */
    private static void seesTheBooks(Tour operator, Bought bought, String place) {
        operator.open("/operator-desk/ledger?number=" + bought.order());
        entry(operator, "REDUCED", "SELLER", "GOODS_BACK", BACK);
        entry(operator, "REDUCED", "COMMISSION", "COMMISSION_BACK", FEE_BACK);
        entry(operator, "REFUNDED", place, "REPAYMENT", BACK);
        operator.open("/operator-desk/proof");
        operator.click(AriaRole.BUTTON, "operatordesk.proof.again");
        assertThat(operator.main()).containsText(operator.text("operatordesk.proof.agrees"));
    }

    private static void entry(Tour operator, String kind, String account, String purpose, long amount) {
        var entry = operator.page()
                .locator("table", containing(operator.text("ledger.kind." + kind)))
                .locator("tr")
                .filter(having(operator.text("operatordesk.account." + account)))
                .filter(having(operator.text("ledger.purpose." + purpose)));
        assertThat(entry).containsText(money(operator, amount));
    }

    private static void row(Tour tour, String label, long amount) {
        assertThat(rows(tour, label).first()).containsText(money(tour, amount));
    }

    private static Locator rows(Tour tour, String label) {
        return tour.page()
                .locator(".sum-row")
                .filter(new Locator.FilterOptions().setHas(tour.page().locator("dt", containing(tour.text(label)))));
    }

    /** Loads the page again until it shows what happens a moment later elsewhere. */
    private static void eventually(Tour tour, Locator shown) {
        for (int attempt = 0; attempt < 15 && shown.count() == 0; attempt++) {
            tour.page().waitForTimeout(500);
            tour.page().reload();
        }
        assertThat(shown.first()).isVisible();
    }

    private static String money(Tour tour, long amount) {
        return Formats.of(tour.language()).money(amount, "VND");
    }

    private static Page.LocatorOptions containing(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private static Locator.FilterOptions having(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
