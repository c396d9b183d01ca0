package vn.chophien.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.locales.Language;

/** A forecast from the officer who drafts it to the reader who looks at it, and the alerts beside it. */
class ForecastJourneys {

    @ParameterizedTest
    @CsvSource({"VI, true, 390, HO-TIEU.FARM.GIA-LAI", "EN, false, 1280, DIEU.FARM.GIA-LAI"})
    void aSecondOfficerIssuesWhatOneDrafted(Language language, boolean javaScript, int width, String series)
            throws IOException, InterruptedException {
        var words = "Vụ thu hoạch " + UUID.randomUUID();
        var audit = new PageAudit(width);
        try (var officer = new Tour(language, width, javaScript);
                var colleague = new Tour(language, width, javaScript);
                var reader = new Tour(language, width, javaScript)) {
            officer.signIn("officer@example.vn", "/trade-desk/forecasts");
            audit.look(officer, "trade-desk-forecasts");
            officer.page()
                    .locator("tr:has(a[href$='/market-prices/series/" + series + "']) form button")
                    .click();
            officer.page().waitForURL(Pattern.compile(".*/trade-desk/forecasts/.+"));
            assertThat(officer.page().locator("main svg[role=img]:visible").first())
                    .isVisible();
            officer.page().locator("textarea[name=annotation-vi]").fill(words);
            audit.look(officer, "trade-desk-forecast");
            officer.click(AriaRole.BUTTON, "forecastdesk.submit");
            assertThat(officer.main()).containsText(officer.text("forecastdesk.own-waiting"));
            assertThat(forecast(series)).as("what waits is not public").doesNotContain(words);

            colleague.signIn("officer2@example.vn", "/trade-desk/forecasts");
            colleague.page().navigate(officer.page().url());
            colleague.click(AriaRole.BUTTON, "forecastdesk.publish");
            assertThat(colleague.main()).containsText(colleague.text("forecastdesk.see"));
            audit.look(colleague, "trade-desk-forecast-published");
            assertThat(forecast(series)).contains(words);

            reader.open("/market-prices/alerts");
            assertThat(reader.main()).containsText(reader.text("alerts.method"));
            audit.look(reader, "price-alerts");
            officer.open("/trade-desk/alerts");
            audit.look(officer, "trade-desk-alerts");
        }
        audit.assertClean();
    }

    @ParameterizedTest
    @CsvSource({"EN, 390", "VI, 1280"})
    void figuresOutOfOrderAreShownAgain(Language language, int width) {
        var series = language == Language.EN ? "CA-CAO.FARM.LAM-DONG" : "MAC-CA.FARM.LAM-DONG";
        var audit = new PageAudit(width);
        try (var officer = new Tour(language, width, true)) {
            officer.signIn("officer@example.vn", "/trade-desk/forecasts");
            officer.page()
                    .locator("tr:has(a[href$='/market-prices/series/" + series + "']) form button")
                    .click();
            officer.page().waitForURL(Pattern.compile(".*/trade-desk/forecasts/.+"));
            officer.page().locator("details.forecast-own summary").click();
            officer.page().locator("label[for=own]").click();
            officer.page().locator("input[name=reason-vi]").fill("Thử");
            officer.page().locator("input[name=mean-0]").fill("1");
            officer.click(AriaRole.BUTTON, "forecastdesk.save");
            assertThat(officer.page().locator(".error-summary"))
                    .containsText(officer.text("problem.field.forecast-bounds"));
            assertThat(officer.page().locator("input[name=mean-0]")).hasValue("1");
            audit.look(officer, "trade-desk-forecast-wrong");
            officer.click(AriaRole.BUTTON, "forecastdesk.discard");
            assertThat(officer.main()).containsText(officer.text("forecastdesk.discarded"));
        }
        audit.assertClean();
    }

    /** The newest forecast, or why there is none. */
    private static String forecast(String series) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(
                                            LiveMarket.shared().apiUrl() + "/prices/series/" + series + "/forecast"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
