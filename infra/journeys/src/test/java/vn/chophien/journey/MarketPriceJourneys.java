package vn.chophien.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;

/** Somebody who only wants to know what coffee costs, and a cooperative that wants to know what to ask for it. */
@Order(2)
class MarketPriceJourneys {
    private static final String COFFEE = "CA-PHE-ROBUSTA";
    private static final String SERIES = "CA-PHE-ROBUSTA.FARM.DAK-LAK";
    private static final Pattern GREEN_COFFEE = Pattern.compile("\"slug\":\"(ca-phe-nhan-xanh[^\"]*)\"");

    @ParameterizedTest
    @CsvSource({"VI, true", "EN, true", "VI, false"})
    void aVisitorFindsAPriceReadsItsChartAndTakesTheData(Language language, boolean javaScript) throws IOException {
        try (var visitor = new Tour(language, Browsing.PHONE, javaScript)) {
            var page = visitor.page();
            visitor.open("/market-prices");
            page.locator("#filter-q").fill("ca phe robusta");
            page.locator("#filter-province").selectOption("66");
            visitor.click(AriaRole.BUTTON, "market.filter.apply");
            page.waitForURL(Pattern.compile(".*[?&]q=ca.*"));
            assertThat(page.locator("article.price-card")).hasCount(1);

            page.locator("article.price-card h3 a").click();
            assertThat(page.locator("svg.chart-narrow .chart-line")).hasCount(4);
            assertThat(page.locator("section table tbody tr").first()).isVisible();

            page.locator(".quote-link").first().click();
            page.waitForURL(Pattern.compile(".*/market-prices/series/.*"));
            readsTheChartByKeyboard(page);
            page.locator(".price-ranges a").last().click();
            assertThat(page.locator(".price-ranges a[aria-current]")).hasText(visitor.text("market.range.all"));
            readsTheChartByKeyboard(page);

            var file = page.waitForDownload(() -> page.locator(".price-data a[href*='observations.csv']")
                    .first()
                    .click());
            assertThat(Files.readString(file.path()))
                    .startsWith("series,date,price,")
                    .contains(COFFEE);

            asksForThePast(visitor);
        }
    }

    /** Few stops, each of which leads to the row with the same price. */
    private static void readsTheChartByKeyboard(Page page) {
        var points = page.locator("svg.chart-narrow a.chart-point");
        assertThat(points.count()).isBetween(4, 30);
        page.locator(".price-ranges a").last().focus();
        page.keyboard().press("Tab");
        var name = (String) page.evaluate("document.activeElement.getAttribute('aria-label')");
        assertThat(name).as("the first stop after the ranges is a point").containsPattern("\\d");
        assertThat(page.locator("svg.chart-narrow a.chart-point:focus .chart-tip"))
                .isVisible();
        var row = (String) page.evaluate("document.activeElement.getAttribute('href')");
        page.keyboard().press("Enter");
        assertThat(page.locator("tr" + row.replace("#d-", "[id='d-") + "']")).isInViewport();
    }

    private static void asksForThePast(Tour visitor) {
        var page = visitor.page();
        var yesterday = LocalDate.now(Formats.ZONE).minusDays(1);
        page.locator("#as-of").fill(yesterday.toString());
        visitor.click(AriaRole.BUTTON, "market.past.show");
        assertThat(visitor.main())
                .containsText(visitor.text(
                        "market.past.day",
                        Map.of("date", Formats.of(visitor.language()).date(yesterday))));
        assertThat(visitor.main()).containsText(visitor.text("market.series.unknown"));
        visitor.click(AriaRole.LINK, "market.past.now");
        assertThat(page.locator("svg.chart-narrow .chart-line")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"VI, 390", "EN, 390", "VI, 1280", "EN, 1280"})
    void thePricePagesAreAccessibleAndTheOfficialBandStandsBesidePrices(Language language, int width)
            throws IOException, InterruptedException {
        var audit = new PageAudit(width);
        try (var visitor = new Tour(language, width, true);
                var seller = new Tour(language, width, true)) {
            audit.lookAtAll(
                    visitor,
                    Map.of(
                            "prices-board", "/market-prices",
                            "prices-found", "/market-prices?q=ca+phe&province=66",
                            "prices-none", "/market-prices?q=khong+co",
                            "prices-commodity", "/market-prices/" + COFFEE,
                            "prices-world", "/market-prices/series/WB-COFFEE-ROBUSTA?range=all",
                            "prices-series", "/market-prices/series/" + SERIES,
                            "prices-year", "/market-prices/series/" + SERIES + "?range=1y"));
            audit.look(visitor.open("/market-prices/alerts").unfold(), "price-alerts");
            visitor.open("/market-prices/bulletins");
            visitor.page().locator(".bulletin-list a").first().click();
            audit.look(visitor.unfold(), "price-bulletin");
            visitor.open("/p/" + greenCoffee());
            assertThat(visitor.page().locator(".price-hints")).containsText(visitor.text("common.price-hints.same"));
            assertThat(visitor.page().locator(".price-hints-own")).isVisible();
            visitor.page().locator(".price-hints li a").first().click();
            assertThat(visitor.page().locator("h1")).isVisible();
            visitor.page().goBack();
            audit.look(visitor, "prices-product");

            seller.signIn("seller@example.vn", "/seller-desk/listings");
            seller.open("/seller-desk/listings?q=nhan+xanh");
            seller.page().locator(".desk-listing a").first().click();
            assertThat(seller.page().locator(".price-hints")).containsText(seller.text("common.price-hints.same"));
            assertThat(seller.page().locator(".price-hints-season")).isVisible();
            audit.look(seller, "prices-seller");
        }
        audit.assertClean();
    }

    private static String greenCoffee() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(
                                    LiveMarket.shared().apiUrl() + "/listings?shop=doi-gio-cu-mgar&page_size=50"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var found = GREEN_COFFEE.matcher(answer.body());
            assertThat(found.find()).as("green coffee in the demo market").isTrue();
            return found.group(1);
        }
    }
}
