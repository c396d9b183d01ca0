package vn.chophien.marketplace.pricefeed.upload;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.pricefeed.PriceSeriesImport;

/** An officer's way from a file to a public price, and what corrections leave behind. */
@MarketplaceTest
class PriceUploadIntegrationTests {
    private static final String UPLOADS = "/api/v1/prices/uploads";
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private PriceSeriesImport prices;

    @SuppressWarnings("NullAway.Init")
    private WebTestClient officer;

    @SuppressWarnings("NullAway.Init")
    private WebTestClient colleague;

    @BeforeEach
    void theMarketHasPricesAndAnOfficer() {
        prices.loadBundled().block();
        officer = accounts.officer().on(client);
        colleague = accounts.officer().on(client);
    }

    @Test
    void nothingIsPublicBeforeItIsPublishedAndAllOfItThereafter() {
        var before = csv("CHANH-DAY.FARM.DAK-LAK");
        var draft = upload("""
                Ngày;Mặt hàng;Khu vực;Giá;Đơn vị;Ghi chú
                15/01/2022;Chanh dây;Đắk Lắk;14.700;đ/kg;Tăng 200đ/kg
                15/01/2022;Chanh dây;Gia Lai;15.000 - 15.400;đ/kg;/
                """);
        assertThat(JsonPath.<String>read(draft, "$.state")).isEqualTo("DRAFT");
        assertThat(JsonPath.<Boolean>read(draft, "$.submittable")).isTrue();
        assertThat(csv("CHANH-DAY.FARM.DAK-LAK")).isEqualTo(before);

        publish(id(draft))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PUBLISHED");
        assertThat(csv("CHANH-DAY.FARM.DAK-LAK"))
                .contains("CHANH-DAY.FARM.DAK-LAK,2022-01-15,14700,14700,14700,VND,KILOGRAM,Tăng 200đ/kg,");
        assertThat(csv("CHANH-DAY.FARM.GIA-LAI"))
                .contains("CHANH-DAY.FARM.GIA-LAI,2022-01-15,15200,15000,15400,VND,KILOGRAM,,");
    }

    @Test
    void aCorrectionSupersedesAndEveryPastStateCanBeReadBack() {
        var series = "MAC-CA.FARM.LAM-DONG";
        publish(id(upload("date;series;price\n2022-02-01;" + series + ";90000\n")))
                .expectStatus()
                .isOk();
        var first = csv(series);
        var afterFirst = Instant.now();
        publish(id(upload("date;series;price\n2022-02-01;" + series + ";91000\n")))
                .expectStatus()
                .isOk();
        var second = csv(series);
        var afterSecond = Instant.now();
        publish(id(upload("date;series;price\n2022-02-01;" + series + ";92000\n")))
                .expectStatus()
                .isOk();

        assertThat(csv(series)).contains("2022-02-01,92000").doesNotContain("2022-02-01,91000");
        assertThat(csv(series + "/observations.csv?as_of=" + afterFirst)).isEqualTo(first);
        assertThat(csv(series + "/observations.csv?as_of=" + afterSecond)).isEqualTo(second);
    }

    @Test
    void publishingTwiceIsPublishingOnceEvenAtTheSameMoment() {
        var series = "MAC-CA.FARM.DAK-LAK";
        var id = id(upload("date;series;price\n2022-03-01;" + series + ";90000\n"));
        Flux.range(0, 4)
                .flatMap(attempt -> Mono.fromRunnable(
                                () -> publish(id).expectStatus().isOk())
                        .subscribeOn(Schedulers.boundedElastic()))
                .blockLast();
        var text = csv(series);
        publish(id).expectStatus().isOk();
        assertThat(csv(series)).isEqualTo(text).contains("2022-03-01,90000");
    }

    @Test
    void repeatingAPublishedPriceRecordsNothingNew() {
        var series = "CA-CAO.FARM.DAK-LAK";
        publish(id(upload("date;series;price\n2022-03-02;" + series + ";150000\n")))
                .expectStatus()
                .isOk();
        var text = csv(series);
        publish(id(upload("date;series;price\n2022-03-02;" + series + ";150.000\n")))
                .expectStatus()
                .isOk();
        assertThat(csv(series)).isEqualTo(text);
    }

    @Test
    void aFileWithErrorsShowsThemByRowAndColumnAndCannotBePublished() {
        var before = csv("CA-CAO.FARM.LAM-DONG");
        var draft = upload("""
                Ngày;Mặt hàng;Khu vực;Giá
                16/01/2022;Ca cao;Lâm Đồng;155.000
                16/01/2022;Ca kao;Lâm Đồng;1,5
                """);
        assertThat(JsonPath.<Boolean>read(draft, "$.submittable")).isFalse();
        assertThat(JsonPath.<List<String>>read(draft, "$.errors[?(@.row == 3)].column"))
                .containsExactlyInAnyOrder("commodity", "price");
        assertThat(JsonPath.<List<String>>read(draft, "$.errors[?(@.code == 'commodity-misspelled')].message"))
                .containsExactly("Không có mặt hàng “Ca kao”. Có phải là Ca cao?");
        publish(id(draft))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/price-upload-has-errors");
        assertThat(csv("CA-CAO.FARM.LAM-DONG")).isEqualTo(before);
    }

    @Test
    void anUnusualChangeIsAskedAboutInTheReadersLanguage() {
        publish(id(upload("date;series;price\n2022-04-01;HO-TIEU.FARM.GIA-LAI;100000\n")))
                .expectStatus()
                .isOk();
        var draft = upload("date;series;price\n2022-04-04;HO-TIEU.FARM.GIA-LAI;142000\n");
        officer.get()
                .uri(UPLOADS + "/{id}?lang=en", id(draft))
                .exchange()
                .expectBody()
                .jsonPath("$.submittable")
                .isEqualTo(true)
                .jsonPath("$.warnings[0].code")
                .isEqualTo("unusual-change")
                .jsonPath("$.warnings[0].message")
                .isEqualTo("A change of 42% from the last price (100,000). Please check it.");
    }

    @Test
    void anotherOfficerLooksAndPublishesAndTheSameOneIsRefused() {
        var draft = upload("date;series;price\n2022-05-04;BO-BOOTH.FARM.DAK-LAK;30000\n");
        colleague
                .post()
                .uri(UPLOADS + "/{id}/publish", id(draft))
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/price-upload-not-submitted");
        submit(id(draft), false)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("SUBMITTED");
        officer.post()
                .uri(UPLOADS + "/{id}/publish", id(draft))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/price-second-officer-required");
        colleague
                .post()
                .uri(UPLOADS + "/{id}/publish", id(draft))
                .exchange()
                .expectStatus()
                .isOk();
        officer.get()
                .uri(UPLOADS)
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.id == '" + id(draft) + "')].state")
                .isEqualTo("PUBLISHED");
    }

    @Test
    void whatSeemsUnusualIsConfirmedBeforeItIsSubmitted() {
        publish(id(upload("date;series;price\n2022-07-01;HO-TIEU.FARM.DAK-LAK;100000\n")));
        var draft = upload("date;series;price\n2022-07-04;HO-TIEU.FARM.DAK-LAK;142000\n");
        submit(id(draft), false)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("confirmation-required");
        officer.get()
                .uri(UPLOADS + "/{id}", id(draft))
                .exchange()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DRAFT");
        submit(id(draft), true).expectStatus().isOk();
    }

    @Test
    void aDiscardedDraftStaysDiscardedAndAPublishedOneStaysPublished() {
        var discarded = id(upload("date;series;price\n2022-05-05;BO-BOOTH.FARM.DAK-LAK;30000\n"));
        officer.delete()
                .uri(UPLOADS + "/{id}", discarded)
                .exchange()
                .expectStatus()
                .isNoContent();
        officer.delete()
                .uri(UPLOADS + "/{id}", discarded)
                .exchange()
                .expectStatus()
                .isNoContent();
        publish(discarded).expectStatus().isEqualTo(409);

        var published = id(upload("date;series;price\n2022-05-06;BO-BOOTH.FARM.DAK-LAK;30000\n"));
        publish(published).expectStatus().isOk();
        officer.delete()
                .uri(UPLOADS + "/{id}", published)
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/price-upload-closed");
    }

    @Test
    void onlyOfficersSeeUploads() {
        client.get().uri(UPLOADS).exchange().expectStatus().isUnauthorized();
        accounts.buyer().on(client).get().uri(UPLOADS).exchange().expectStatus().isForbidden();
        accounts.buyer()
                .on(client)
                .post()
                .uri(UPLOADS)
                .contentType(CSV)
                .bodyValue("date;series;price\n")
                .exchange()
                .expectStatus()
                .isForbidden();
        officer.get().uri(UPLOADS + "/no-such-id").exchange().expectStatus().isNotFound();
    }

    @Test
    void aFileThatIsNoTableIsRefusedAsAWhole() {
        officer.post()
                .uri(UPLOADS)
                .contentType(CSV)
                .bodyValue("tên;tuổi\nAn;30\n")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unreadable-price-file")
                .jsonPath("$.errors[0].code")
                .isEqualTo("columns-missing")
                .jsonPath("$.errors[0].message")
                .isEqualTo("Dòng đầu phải là tiêu đề cột. Thiếu: date, commodity, price.");
        officer.post()
                .uri(UPLOADS)
                .contentType(CSV)
                .bodyValue("date;series;price\n" + "2022-05-06;X;1\n".repeat(100_000))
                .exchange()
                .expectStatus()
                .isEqualTo(413);
    }

    @Test
    void columnsAreExplainedOnceAndKnownInTomorrowsTable() throws IOException {
        var draft = upload(workbook("TT", "Giá cả ngày 15/01/2022 (đồng/kg)", "14.700", "15.000 - 15.400"));
        assertThat(JsonPath.<String>read(draft, "$.state")).isEqualTo("MAPPING");
        assertThat(JsonPath.<String>read(draft, "$.layout.fixed.date")).isEqualTo("2022-01-15");
        assertThat(JsonPath.<List<String>>read(draft, "$.layout.columns[*].use"))
                .containsExactly("IGNORE", "COMMODITY", "PRICE_OF_PLACE", "PRICE_OF_PLACE");
        submit(id(draft), false)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/price-layout-incomplete");

        explain(id(draft), "\"7\"", "COMMODITY", "2022-01-15").expectStatus().isEqualTo(412);
        explain(id(draft), "\"1\"", "IGNORE", "2022-01-15")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("fixed.commodity");
        explain(id(draft), "\"1\"", "COMMODITY", "2022-01-15")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"2\"")
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DRAFT")
                .jsonPath("$.rows[0].price")
                .isEqualTo(14700)
                .jsonPath("$.rows[1].series.code")
                .isEqualTo("CHANH-DAY.FARM.GIA-LAI");

        var tomorrow = upload(workbook("TT", "Giá cả ngày 16/01/2022 (đồng/kg)", "một trăm", "/"));
        assertThat(JsonPath.<String>read(tomorrow, "$.state")).isEqualTo("DRAFT");
        assertThat(JsonPath.<List<String>>read(tomorrow, "$.rows[*].date")).containsOnly("2022-01-16");
        assertThat(JsonPath.<String>read(tomorrow, "$.errors[0].cell")).isEqualTo("C5");
        assertThat(JsonPath.<Object>read(tomorrow, "$.layout")).isNotNull();
    }

    @Test
    void aTableWithoutADayAsksForItEveryTime() throws IOException {
        var first = upload(workbook("STT", "Giá cả tham khảo", "14.700", "15.000"));
        explain(id(first), "\"1\"", "COMMODITY", "2022-01-17").expectStatus().isOk();
        var second = upload(workbook("STT", "Giá cả tham khảo", "14.800", "15.100"));
        assertThat(JsonPath.<String>read(second, "$.state")).isEqualTo("MAPPING");
        officer.get()
                .uri(UPLOADS + "/{id}/layout?heading_line=99", id(second))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void takesAFileFromAForm() {
        // Written by hand: the client's own writer draws a random boundary, which blocks its event loop.
        var form = """
                --cut
                Content-Disposition: form-data; name="file"; filename="giá sáng nay.csv"
                Content-Type: text/csv

                date;series;price
                2022-06-01;HO-TIEU.FARM.DAK-LAK;101000
                --cut--
                """.replace("\n", "\r\n");
        officer.post()
                .uri(UPLOADS)
                .contentType(MediaType.parseMediaType("multipart/form-data; boundary=cut"))
                .bodyValue(form.getBytes(StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.file_name")
                .isEqualTo("giá sáng nay.csv")
                .jsonPath("$.rows[0].price")
                .isEqualTo(101000);
    }

    @Test
    void theTemplateCanBeUploadedAsItIs() {
        var template = Objects.requireNonNull(officer.get()
                .uri(UPLOADS + "/template.csv")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody());
        assertThat(new String(template, StandardCharsets.UTF_8)).startsWith("\ufeffNgày;Mã chuỗi;Mặt hàng;");
        var draft = upload(new String(template, StandardCharsets.UTF_8));
        assertThat(JsonPath.<List<Object>>read(draft, "$.errors")).isEmpty();
        assertThat(JsonPath.<List<Object>>read(draft, "$.warnings")).isEmpty();
        assertThat(JsonPath.<Integer>read(draft, "$.row_count")).isGreaterThanOrEqualTo(34);
    }

    @Test
    void readersWhoHaveTheCurrentPricesAreToldSoUntilSomethingIsPublished() {
        var path = "/api/v1/prices/series/DIEU.FARM.DAK-LAK/observations";
        var tag = Objects.requireNonNull(client.get()
                .uri(path)
                .exchange()
                .expectHeader()
                .cacheControl(CacheControl.noCache().cachePublic())
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag());
        client.get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified();
        client.get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .header(HttpHeaders.ACCEPT_LANGUAGE, "en")
                .exchange()
                .expectStatus()
                .isOk();
        publish(id(upload("date;series;price\n2022-06-01;DIEU.FARM.DAK-LAK;41000\n")))
                .expectStatus()
                .isOk();
        client.get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isOk();
    }

    /** Columns by place under a title; the tests share what is remembered of headings. */
    private static byte[] workbook(String number, String title, String dakLak, String giaLai) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Gia");
            sheet.value(1, 0, title);
            var cells = List.of(
                    List.of(number, "Mặt hàng", "Đắk Lắk", "Gia Lai"), List.of("1", "Chanh dây", dakLak, giaLai));
            for (int row = 0; row < cells.size(); row++) {
                for (int column = 0; column < cells.get(row).size(); column++) {
                    sheet.value(3 + row, column, cells.get(row).get(column));
                }
            }
        }
        return bytes.toByteArray();
    }

    private WebTestClient.ResponseSpec explain(String id, String tag, String second, String day) {
        return officer.put()
                .uri(UPLOADS + "/{id}/layout", id)
                .header(HttpHeaders.IF_MATCH, tag)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("""
                        {"heading_line":4,"columns":[{"use":"IGNORE"},{"use":"%s"},
                          {"use":"PRICE_OF_PLACE","of":"Đắk Lắk"},{"use":"PRICE_OF_PLACE","of":"Gia Lai"}],
                         "fixed":{"date":"%s"}}
                        """.formatted(second, day))
                .exchange();
    }

    private String upload(byte[] workbook) {
        return Objects.requireNonNull(officer.post()
                .uri(UPLOADS + "?file_name=gia.xlsx")
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .bodyValue(workbook)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private String upload(String file) {
        return Objects.requireNonNull(officer.post()
                .uri(UPLOADS)
                .contentType(CSV)
                .bodyValue(file)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private WebTestClient.ResponseSpec submit(String id, boolean confirming) {
        return officer.post()
                .uri(UPLOADS + "/{id}/submit", id)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"confirm_unusual\":%s,\"reason\":\"Nhập nhầm\"}".formatted(confirming))
                .exchange();
    }

    /** The officer submits, a colleague publishes. */
    private WebTestClient.ResponseSpec publish(String id) {
        submit(id, true);
        return colleague.post().uri(UPLOADS + "/{id}/publish", id).exchange();
    }

    private String csv(String path) {
        var file = path.contains("/") ? path : path + "/observations.csv";
        return Objects.requireNonNull(client.get()
                .uri("/api/v1/prices/series/" + file)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static String id(String upload) {
        return JsonPath.read(upload, "$.id");
    }
}
