package vn.chophien.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.locales.Language;

/** A bulletin from the draft of the software to the reader, through two officers. */
class BulletinJourneys {
    private static final String DESK = "/trade-desk/bulletins";
    private static final String SERIES = "CA-PHE-ROBUSTA.FARM.DAK-LAK";

    @ParameterizedTest
    @CsvSource({"VI, 390, false", "EN, 390, true", "VI, 1280, true", "EN, 1280, false"})
    void twoOfficersMakeABulletinThatAVisitorReadsAndKeeps(Language language, int width, boolean javaScript) {
        var audit = new PageAudit(width);
        try (var officer = new Tour(language, width, javaScript);
                var colleague = new Tour(language, width, javaScript);
                var reader = new Tour(language, width, javaScript)) {
            officer.signIn("officer@example.vn", DESK);
            begin(officer);
            look(audit, officer, "bulletin-draft", javaScript);

            var title = officer.page().locator("#field-title_vi");
            title.fill("Giá cà phê trong tuần (minh họa)");
            var body = officer.page().locator("#field-body_vi");
            var drafted = body.inputValue();
            assertThat(drafted).contains("{{price " + SERIES + "}}");
            body.fill(drafted + "\n\nGiá ở {{price KHONG-CO}}.");
            officer.click(AriaRole.BUTTON, "bulletindesk.submit");
            assertThat(officer.main().locator(".error-summary")).containsText("{{price KHONG-CO}}");
            assertThat(officer.page().locator("#field-body_vi"))
                    .hasValue(Pattern.compile(".*KHONG-CO.*", Pattern.DOTALL));
            look(audit, officer, "bulletin-refused", javaScript);

            officer.page().locator("#field-body_vi").fill(drafted + "\n\nNhận định của cán bộ.");
            officer.click(AriaRole.BUTTON, "bulletindesk.save");
            assertThat(officer.main()).containsText(officer.text("bulletindesk.saved"));
            assertThat(officer.main().locator(".bulletin-preview").first()).containsText("Nhận định của cán bộ.");
            officer.click(AriaRole.BUTTON, "bulletindesk.submit");
            assertThat(officer.main()).containsText(officer.text("bulletindesk.waiting"));
            var address = officer.page().url();

            colleague.signIn("officer2@example.vn", DESK);
            colleague.page().navigate(address);
            look(audit, colleague, "bulletin-sign", javaScript);
            colleague.click(AriaRole.BUTTON, "bulletindesk.approve");
            colleague.click(AriaRole.BUTTON, "bulletindesk.publish");
            assertThat(colleague.main()).containsText(colleague.text("bulletindesk.published"));
            look(audit, colleague, "bulletin-desk-published", javaScript);

            reads(reader, audit, javaScript);
        }
        audit.assertClean();
    }

    private static void begin(Tour officer) {
        officer.page().locator("label[for=period-WEEK]").click();
        officer.page()
                .locator(
                        "details.bulletin-group",
                        new Page.LocatorOptions().setHas(officer.page().locator("[id='series-" + SERIES + "']")))
                .locator("summary")
                .click();
        officer.page().locator("label[for='series-" + SERIES + "']").click();
        officer.click(AriaRole.BUTTON, "bulletindesk.new.begin");
        officer.page().waitForURL(Pattern.compile(".*/trade-desk/bulletins/[0-9a-f-]{36}"));
    }

    private static void reads(Tour reader, PageAudit audit, boolean javaScript) {
        reader.open("/market-prices/bulletins");
        look(audit, reader, "bulletins", javaScript);
        reader.page().locator(".bulletin-list a").first().click();
        reader.page().waitForURL(Pattern.compile(".*/market-prices/bulletins/[0-9]+"));
        assertThat(reader.page().locator("main svg[role=img]:visible").first()).isVisible();
        assertThat(reader.page().locator(".bulletin-figure").first()).not().isEmpty();
        if (reader.language() == Language.VI) {
            assertThat(reader.main()).containsText("Nhận định của cán bộ.");
        }
        reader.page().locator(".bulletin-chart summary").first().click();
        assertThat(reader.page().locator(".bulletin-chart table").first()).isVisible();
        look(audit, reader, "bulletin", javaScript);

        var link = reader.named(AriaRole.LINK, reader.text("bulletin.pdf")).getAttribute("href");
        var pdf = reader.page().request().get(LiveMarket.shared().url() + link);
        assertThat(pdf.status()).isEqualTo(200);
        assertThat(new String(pdf.body(), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        try {
            Files.createDirectories(Path.of("target", "screenshots"));
            Files.write(
                    Path.of(
                            "target",
                            "screenshots",
                            "bulletin-" + reader.language().tag() + ".pdf"),
                    pdf.body());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The checker of accessibility is itself a script. */
    private static void look(PageAudit audit, Tour tour, String name, boolean javaScript) {
        if (javaScript) {
            audit.look(tour, name);
        }
    }
}
