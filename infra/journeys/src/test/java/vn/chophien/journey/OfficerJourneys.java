package vn.chophien.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;

class OfficerJourneys {

    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");

    @ParameterizedTest
    @CsvSource({"VI, true", "EN, true", "VI, false"})
    void mendsATableAndPublishesItToPageFeedAndFiles(Language language, boolean javaScript)
            throws IOException, InterruptedException {
        var series = robustaSeries();
        long price = 110_000 + 100 * ThreadLocalRandom.current().nextInt(1, 99);
        var today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        try (var officer = new Tour(language, Browsing.PHONE, javaScript);
                var colleague = new Tour(language, Browsing.PHONE, javaScript);
                var reader = new Tour(language, Browsing.PHONE, javaScript)) {
            officer.signIn("officer@example.vn", "/trade-desk/uploads");
            upload(officer, "date;series;price;note\n%s;%s;một trăm;\n".formatted(today, series));
            assertThat(officer.main())
                    .containsText(officer.text(
                            "tradedesk.finding.cell", Map.of("row", 2, "column", officer.text("prices.column.price"))));

            reader.open("/market-prices/series/" + series);
            var before = reader.shown();

            officer.open("/trade-desk/uploads");
            upload(officer, "date;series;price;note\n%s;%s;%d;\n".formatted(today, series, price));
            reader.open("/market-prices/series/" + series);
            assertThat(reader.shown()).as("a draft is not public").isEqualTo(before);

            submit(officer);
            reader.open("/market-prices/series/" + series);
            assertThat(reader.shown()).as("what waits is not public").isEqualTo(before);

            colleague.signIn("officer2@example.vn", "/trade-desk");
            colleague.page().navigate(officer.page().url());
            colleague
                    .named(AriaRole.BUTTON, colleague.text("tradedesk.publish", Map.of("count", 1)))
                    .click();
            assertThat(colleague.main()).containsText(colleague.text("tradedesk.published.title"));

            reader.open("/market-prices/series/" + series);
            assertThat(reader.main()).containsText(Formats.of(language).number(price));
            assertThat(reader.page().locator("main svg.chart-narrow").first()).isVisible();
            assertThat(reader.page().locator("main table").first()).isVisible();

            assertThat(api("/prices/series/" + series + "/observations.csv"))
                    .contains(today + "")
                    .contains("" + price);
            assertThat(api("/prices/series/" + series + "/observations")).contains("" + price);
            assertThat(api("/prices/feed.atom")).startsWith("<?xml").contains("<feed");
        }
    }

    private static void upload(Tour officer, String table) {
        officer.page()
                .locator("input[name=file]")
                .setInputFiles(new FilePayload("gia.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        officer.click(AriaRole.BUTTON, "tradedesk.upload.submit");
        officer.page().waitForURL(Pattern.compile(".*/trade-desk/uploads/.*"));
    }

    /** Another run of this journey may have published a price of today: then this one corrects it. */
    private static void submit(Tour officer) {
        var reason = officer.page().locator("input[name=reason]");
        if (reason.isVisible()) {
            reason.fill("Nhập nhầm");
        }
        var confirmed = officer.page().locator("label[for=confirmed]");
        if (confirmed.isVisible()) {
            confirmed.click();
        }
        officer.click(AriaRole.BUTTON, "tradedesk.submit");
        assertThat(officer.main()).containsText(officer.text("tradedesk.submitted.title"));
    }

    private static String robustaSeries() throws IOException, InterruptedException {
        var matcher = CODE.matcher(api("/prices/series?commodity=CA-PHE-ROBUSTA&province=66"));
        assertThat(matcher.find()).as("a Robusta series of Đắk Lắk").isTrue();
        return matcher.group(1);
    }

    private static String api(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(LiveMarket.shared().apiUrl() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        }
    }
}
