package vn.chophien.marketplace.pricefeed.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.pricefeed.PriceSeriesImport;
import vn.chophien.marketplace.sql.Columns;

/** From what an officer enters to what her colleague makes public. */
@MarketplaceTest
class EntryIntegrationTests {
    private static final String TYPE = "$.type";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private PriceSeriesImport prices;

    @Autowired
    private DatabaseClient database;

    @SuppressWarnings("NullAway.Init")
    private DeskFixture desk;

    @BeforeEach
    void openTheDesk() {
        desk = new DeskFixture(client, accounts, prices);
    }

    @Test
    void whatOneEntersOnlyAnotherPublishes() {
        var series = desk.series("2026-11-19,12000");
        var id = desk.draft(series, "2026-11-20", "\"price\":12100,\"note\":\"Tăng 100đ/kg\"");
        desk.publish(desk.colleague, id)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath(TYPE)
                .isEqualTo("/problems/price-entry-set-state");
        desk.submit(id, "{}").expectStatus().isOk();
        desk.publish(desk.officer, id)
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath(TYPE)
                .isEqualTo("/problems/price-second-officer-required");
        assertThat(csv(series)).doesNotContain("2026-11-20");
        desk.publish(desk.colleague, id)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("PUBLISHED");
        assertThat(csv(series)).contains("2026-11-20,12100,12100,12100,VND,KILOGRAM,Tăng 100đ/kg");
    }

    @Test
    void theDatabaseItselfRefusesAPublicationOfOnePerson() {
        var refused = Mono.defer(() -> database.sql("""
                                INSERT INTO price_publication (id, vintage, kind, published_at, entered_by, published_by,
                                    entry_set_id, added, corrected, withdrawn)
                                SELECT uuidv7(), MAX(vintage) + 1, 'DESK', now(), s.entered_by, s.entered_by, s.id, 0, 0, 0
                                FROM price_publication, (SELECT id, entered_by FROM price_entry_set LIMIT 1) s
                                GROUP BY s.id, s.entered_by
                                """).then())
                .thenReturn("taken")
                .onErrorResume(error -> Mono.just(String.valueOf(error.getMessage())));
        desk.draft(desk.series(), "2026-11-20", "\"price\":1");
        assertThat(refused.block()).contains("price_publication_origin_ck");
    }

    @Test
    void anUnusualChangeWaitsForAConfirmation() {
        var series = desk.series("2026-11-19,12000");
        var id = desk.draft(series, "2026-11-20", "\"price\":16000");
        desk.submit(id, "{}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath(TYPE)
                .isEqualTo("/problems/price-entries-incomplete")
                .jsonPath("$.errors[0].field")
                .isEqualTo("entries[0].confirmed");
        desk.submit(id, "{\"confirmed\":[{\"series\":\"%s\",\"date\":\"2026-11-20\"}]}".formatted(series))
                .expectStatus()
                .isOk();
        desk.publish(desk.colleague, id).expectStatus().isOk();
        assertThat(csv(series)).contains("2026-11-20,16000");
    }

    @Test
    void aCorrectionAndAWithdrawalOweAReasonWhichReadersSee() {
        var series = desk.series("2026-11-19,12000", "2026-11-20,12100");
        var id = desk.draft(series, "2026-11-20", "\"price\":12200");
        desk.submit(id, "{}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("reason-required");
        desk.submit(id, "{\"reason\":\"Nhầm cột\"}").expectStatus().isOk();
        desk.publish(desk.colleague, id).expectStatus().isOk();
        desk.published(series, "2026-11-20", "\"status\":\"WITHDRAWN\",\"reason\":\"Chợ không họp\"");

        assertThat(csv(series)).doesNotContain("2026-11-20");
        client.get()
                .uri("/api/v1/prices/series/{series}/observations/2026-11-20/revisions", series)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(3)
                .jsonPath("$.items[0].price")
                .isEqualTo(12100)
                .jsonPath("$.items[1].reason")
                .isEqualTo("Nhầm cột")
                .jsonPath("$.items[2].status")
                .isEqualTo("WITHDRAWN")
                .jsonPath("$.items[2].reason")
                .isEqualTo("Chợ không họp")
                .jsonPath("$.items[2].price")
                .doesNotExist();
    }

    @Test
    void whatIsNotPublicCannotBeWithdrawn() {
        var id = desk.draft(desk.series(), "2026-11-20", "\"status\":\"WITHDRAWN\",\"reason\":\"Nhầm\"");
        desk.submit(id, "{}")
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("nothing-to-withdraw");
    }

    @Test
    void aPriceThatBecamePublicMeanwhileMakesTheEntryACorrection() {
        var series = desk.series("2026-11-19,12000");
        var late = desk.draft(series, "2026-11-20", "\"price\":12100");
        desk.submit(late, "{}").expectStatus().isOk();
        desk.published(series, "2026-11-20", "\"price\":12300");
        desk.publish(desk.colleague, late)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("reason-required");
        assertThat(csv(series)).contains("2026-11-20,12300");
    }

    @Test
    void aMorningStartsWithThePricesOfTheDayBefore() {
        var series = desk.series("2026-11-18,11000", "2026-11-19,12000");
        var draft = Objects.requireNonNull(desk.officer
                .post()
                .uri(DeskFixture.SETS)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"date\":\"2026-11-20\"}")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
        assertThat(JsonPath.<List<Object>>read(draft, "$.entries[?(@.series.code == '%s')].price".formatted(series)))
                .containsExactly(12000);
        assertThat(JsonPath.<List<Object>>read(
                        draft, "$.entries[?(@.series.code == '%s')].previous.date".formatted(series)))
                .containsExactly("2026-11-19");
    }

    @Test
    void aColleagueGivesASetBackAndOnlyItsOwnerChangesIt() {
        var series = desk.series("2026-11-19,12000");
        var id = desk.draft(series, "2026-11-20", "\"price\":12100");
        desk.submit(id, "{}").expectStatus().isOk();
        var back = desk.colleague
                .post()
                .uri(DeskFixture.SETS + "/{id}/return", id)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"reason\":\"Thiếu giá hồ tiêu\"}")
                .exchange()
                .expectStatus()
                .isOk();
        back.expectBody().jsonPath("$.returned_for").isEqualTo("Thiếu giá hồ tiêu");
        var tag = Objects.requireNonNull(desk.officer
                .get()
                .uri(DeskFixture.SETS + "/{id}", id)
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag());
        var entries =
                "{\"entries\":[{\"series\":\"%s\",\"date\":\"2026-11-20\",\"price\":\"121\",\"unit\":\"nghìn đồng/yến\"}]}"
                        .formatted(series);
        replace(desk.colleague, id, tag, entries).expectStatus().isForbidden();
        replace(desk.officer, id, "\"1\"", entries).expectStatus().isEqualTo(412);
        replace(desk.officer, id, tag, entries)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.entries[0].price")
                .isEqualTo(12100);
    }

    @Test
    void publishingAtTheSameMomentPublishesOnce() {
        var series = desk.series("2026-11-19,12000");
        var id = desk.draft(series, "2026-11-20", "\"price\":12100");
        desk.submit(id, "{}").expectStatus().isOk();
        Flux.range(0, 4)
                .flatMap(attempt -> Mono.fromRunnable(() ->
                                desk.publish(desk.colleague, id).expectStatus().isOk())
                        .subscribeOn(Schedulers.boundedElastic()))
                .blockLast();
        assertThat(csv(series)).contains("2026-11-20,12100");
        assertThat(database.sql(
                                "SELECT COUNT(*) AS count FROM price_publication WHERE entry_set_id = CAST(:id AS UUID)")
                        .bind("id", id)
                        .map(row -> Columns.number(row, "count"))
                        .one()
                        .block())
                .isEqualTo(1);
    }

    @Test
    void entriesThatCannotBeKeptAreNamedOneByOne() {
        var series = desk.series();
        desk.officer
                .post()
                .uri(DeskFixture.SETS)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("""
                        {"entries":[
                          {"series":"NO-SUCH","date":"2026-11-20","price":1},
                          {"series":"%1$s","date":"2126-11-20","price":1},
                          {"series":"%1$s","date":"2026-11-20","price":0},
                          {"series":"%1$s","date":"2026-11-20","price":1},
                          {"series":"%1$s","date":"2026-11-19","price":1,"unit":"đ/quả"}]}
                        """.formatted(series))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].code")
                .value((List<String> codes) -> assertThat(codes)
                        .containsExactly(
                                "unknown", "price-date-future", "price-figures", "price-entry-twice", "price-unit"));
    }

    @Test
    void figuresAreTakenAsPriceTablesWriteThem() {
        var series = desk.series("2026-11-19,12000");
        desk.published(series, "2026-11-20", "\"figures\":\"12.100 - 12,300\"");
        assertThat(csv(series)).contains("2026-11-20,12200,12100,12300");
        desk.officer
                .post()
                .uri(DeskFixture.SETS)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("""
                        {"entries":[{"series":"%1$s","date":"2026-11-18","figures":"12,5"},
                          {"series":"%1$s","date":"2026-11-17","figures":"mười hai"},
                          {"series":"%1$s","date":"2026-11-16","figures":"/"},
                          {"series":"%1$s","date":"2026-11-13","figures":"13000 - 12000"}]}
                        """.formatted(series))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].code")
                .value((List<String> codes) -> assertThat(codes)
                        .containsExactly(
                                "price-ambiguous", "price-malformed", "price-unchanged", "price-range-reversed"));
    }

    @Test
    void aPublishedPriceIsFoundByWordsAndDayToBeCorrected() {
        var series = desk.series("2026-11-19,12000");
        desk.officer
                .get()
                .uri("/api/v1/prices/published-prices?q={q}&date=2026-11-19", series.toLowerCase(Locale.ROOT))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].price")
                .isEqualTo(12000);
        desk.officer
                .get()
                .uri("/api/v1/prices/published-prices?q={q}&date=2026-11-18", series)
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        var first = desk.officer
                .get()
                .uri("/api/v1/prices/published-prices?q=che bao loc&date=2026-11-19&page_size=1")
                .exchange()
                .expectStatus()
                .isOk();
        first.expectBody().jsonPath("$.items.length()").isEqualTo(1);
        client.get()
                .uri("/api/v1/prices/published-prices")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void theQueueSaysHowMuchIsInASet() {
        var series = desk.series("2026-11-19,12000");
        var id = desk.draft(series, "2026-11-20", "\"price\":12100");
        desk.officer
                .get()
                .uri(DeskFixture.SETS + "?state=DRAFT")
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.id == '%s')].entry_count".formatted(id))
                .isEqualTo(1)
                .jsonPath("$.items[?(@.id == '%s')].last_date".formatted(id))
                .isEqualTo("2026-11-20");
    }

    @Test
    void onlyOfficersSeeTheDesk() {
        client.get().uri(DeskFixture.SETS).exchange().expectStatus().isUnauthorized();
        accounts.buyer()
                .on(client)
                .get()
                .uri(DeskFixture.SETS)
                .exchange()
                .expectStatus()
                .isForbidden();
        desk.officer
                .get()
                .uri(DeskFixture.SETS + "/none")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private static WebTestClient.ResponseSpec replace(WebTestClient by, String id, String tag, String entries) {
        return by.put()
                .uri(DeskFixture.SETS + "/{id}/entries", id)
                .header(HttpHeaders.IF_MATCH, tag)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(entries)
                .exchange();
    }

    private String csv(String series) {
        return Objects.requireNonNull(client.get()
                .uri("/api/v1/prices/series/{series}/observations.csv", series)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
