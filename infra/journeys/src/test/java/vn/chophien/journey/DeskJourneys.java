package vn.chophien.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chophien.locales.Formats;
import vn.chophien.locales.Language;

/** Two officers and the prices of the morning. */
class DeskJourneys {

    private static final Pattern PRICE = Pattern.compile("\"price\":([0-9.]+)");
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private final PageAudit audit = new PageAudit(Browsing.PHONE);

    @ParameterizedTest
    @CsvSource({"VI, true, HO-TIEU.FARM.GIA-LAI", "EN, false, HO-TIEU.FARM.DAK-NONG"})
    void onePriceIsEnteredConfirmedPublishedAndCorrected(Language language, boolean javaScript, String series)
            throws IOException, InterruptedException {
        long before = lastPrice(series);
        long unusual = before * 3 / 2;
        try (var officer = new Tour(language, Browsing.PHONE, javaScript);
                var colleague = new Tour(language, Browsing.PHONE, javaScript);
                var reader = new Tour(language, Browsing.PHONE, javaScript)) {
            officer.signIn("officer@example.vn", "/trade-desk");
            look(officer, "desk-today");
            enterOnly(officer, series, unusual);
            officer.click(AriaRole.BUTTON, "tradedesk.submit");
            assertThat(officer.main()).containsText(officer.text("prices.flag.unusual-change"));
            look(officer, "desk-alarm");
            officer.page().locator("label[for^=field-seen-]").first().click();
            officer.click(AriaRole.BUTTON, "tradedesk.submit");
            assertThat(officer.main()).containsText(officer.text("entrydesk.own.text"));
            assertThat(officer.named(AriaRole.BUTTON, publish(officer))).hasCount(0);

            reader.open("/market-prices/series/" + series);
            assertThat(reader.main()).not().containsText(Formats.of(language).number(unusual));
            colleague.signIn("officer2@example.vn", "/trade-desk");
            publish(colleague, officer.page().url());
            look(colleague, "desk-published");
            reader.open("/market-prices/series/" + series);
            assertThat(reader.main()).containsText(Formats.of(language).number(unusual));
            reader.open("/market-prices");
            assertThat(reader.main()).containsText(Formats.of(language).number(unusual));

            officer.open("/trade-desk/corrections?q=" + series + "&date=" + today);
            officer.page().locator(".correction-list summary").first().click();
            look(officer, "desk-correction");
            officer.page().locator("input[name=from-0]").fill(String.valueOf(before));
            officer.page().locator("input[name=reason-0]").fill("Nhập nhầm hàng");
            officer.click(AriaRole.BUTTON, "entrydesk.corrections.preview");
            assertThat(officer.main()).containsText(officer.text("entrydesk.public-now"));
            look(officer, "desk-correction-preview");
            officer.click(AriaRole.BUTTON, "tradedesk.submit");
            assertThat(officer.main()).containsText(officer.text("entrydesk.own.text"));
            publish(colleague, officer.page().url());
            assertThat(lastPrice(series)).isEqualTo(before);
            assertThat(api("/prices/series/" + series + "/observations/" + today + "/revisions"))
                    .contains("Nhập nhầm hàng")
                    .contains(String.valueOf(unusual));
        }
        audit.assertClean();
    }

    @Test
    void aWorkbookOfAnyShapeIsExplainedOnceAndKnownTheNextDay() throws IOException, InterruptedException {
        long price = lastPrice("HO-TIEU.FARM.DAK-LAK");
        var sunday = today.with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
        try (var officer = new Tour(Language.VI, Browsing.PHONE, true)) {
            officer.signIn("officer@example.vn", "/trade-desk/uploads");
            upload(officer, workbook(sunday.minusWeeks(2), String.valueOf(price)), ".*/columns");
            assertThat(officer.page().locator("input[name=date]"))
                    .hasValue(sunday.minusWeeks(2).toString());
            assertThat(officer.page().locator("select[name=use-2]")).hasValue("PRICE_OF_PLACE");
            look(officer, "desk-columns");
            officer.click(AriaRole.BUTTON, "tradedesk.upload.submit");
            officer.page().waitForURL(Pattern.compile(".*/uploads/[^/]+$"));
            assertThat(officer.named(AriaRole.BUTTON, officer.text("tradedesk.submit")))
                    .isVisible();
            officer.click(AriaRole.BUTTON, "tradedesk.discard");

            officer.open("/trade-desk/uploads");
            upload(officer, workbook(sunday.minusWeeks(3), "một trăm"), ".*/uploads/[^/]+$");
            assertThat(officer.main())
                    .containsText(officer.text(
                            "uploaddesk.finding.sheet",
                            Map.of("cell", "C5", "column", officer.text("prices.column.price"))));
            look(officer, "desk-preview");
            officer.click(AriaRole.LINK, "uploaddesk.change");
            assertThat(officer.page().locator("select[name=use-1]")).hasValue("COMMODITY");
            officer.open("/trade-desk/calendar");
            look(officer, "desk-calendar");
        }
        audit.assertClean();
    }

    /** Axe is a script, so it looks only where scripts run. */
    private void look(Tour tour, String name) {
        if (tour.language() == Language.VI) {
            audit.look(tour, name);
        }
    }

    /** Enters one price and leaves the others for another time. */
    private static void enterOnly(Tour officer, String series, long price) {
        var form = officer.page().locator("form.entry-form");
        int rows = form.locator("input[name^='series-']").count();
        for (int row = 0; row < rows; row++) {
            var isMeant = series.equals(
                    form.locator("input[name='series-" + row + "']").getAttribute("value"));
            form.locator("input[name='from-" + row + "']").fill(isMeant ? String.valueOf(price) : "");
            form.locator("input[name='to-" + row + "']").fill("");
        }
    }

    private static String publish(Tour tour) {
        return tour.text("tradedesk.publish", Map.of("count", 1));
    }

    private static void publish(Tour colleague, String set) {
        colleague.page().navigate(set);
        colleague.named(AriaRole.BUTTON, publish(colleague)).click();
        assertThat(colleague.main()).containsText(colleague.text("tradedesk.published.title"));
    }

    private static void upload(Tour officer, byte[] workbook, String then) {
        officer.page().locator("input[name=file]").setInputFiles(new FilePayload("gia.xlsx", WORKBOOK, workbook));
        officer.click(AriaRole.BUTTON, "tradedesk.upload.submit");
        officer.page().waitForURL(Pattern.compile(then));
    }

    /** A title, the day within it, and a column for each province. */
    private static byte[] workbook(LocalDate day, String price) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "journey", "1.0")) {
            var sheet = workbook.newWorksheet("Gia");
            sheet.value(0, 0, "SỞ CÔNG THƯƠNG");
            sheet.value(1, 0, "Giá cả thị trường ngày " + DAY_FIRST.format(day) + " (đồng/kg)");
            var headings = new String[] {"TT", "Mặt hàng", "Đắk Lắk", "Gia Lai"};
            for (int column = 0; column < headings.length; column++) {
                sheet.value(3, column, headings[column]);
            }
            sheet.value(4, 0, 1);
            sheet.value(4, 1, "Hồ tiêu");
            if (price.matches("\\d+")) {
                sheet.value(4, 2, new BigDecimal(price));
            } else {
                sheet.value(4, 2, price);
            }
            sheet.value(4, 3, "/");
        }
        return bytes.toByteArray();
    }

    private static long lastPrice(String series) throws IOException, InterruptedException {
        var price = PRICE.matcher(api("/prices/series/" + series + "/latest"));
        assertThat(price.find()).as("a price of " + series).isTrue();
        return new BigDecimal(price.group(1)).longValueExact();
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
