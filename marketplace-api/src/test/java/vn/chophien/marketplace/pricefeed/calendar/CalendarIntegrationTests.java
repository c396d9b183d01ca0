package vn.chophien.marketplace.pricefeed.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.pricefeed.PriceSeriesImport;
import vn.chophien.marketplace.pricefeed.desk.DeskFixture;
import vn.chophien.marketplace.sql.Columns;

@MarketplaceTest
class CalendarIntegrationTests {
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

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));

    @BeforeEach
    void openTheDesk() {
        desk = new DeskFixture(client, accounts, prices);
    }

    @Test
    void aMissingDayIsLateUntilItIsEnteredAndDoneWhenItIsPublished() {
        var gap = lastWorkingDayBefore(today);
        var before = lastWorkingDayBefore(gap);
        var series = desk.series(before + ",12000");
        var begun = calendar();
        assertThat(JsonPath.<Integer>read(begun, "$.late_count")).isPositive();
        var id = desk.draft(series, gap.toString(), "\"price\":12100");
        assertThat(count(calendar(), gap, "missing")).isEqualTo(count(begun, gap, "missing") - 1);
        assertThat(count(calendar(), gap, "drafted")).isEqualTo(count(begun, gap, "drafted") + 1);
        desk.submit(id, "{}").expectStatus().isOk();
        assertThat(count(calendar(), gap, "submitted")).isEqualTo(count(begun, gap, "submitted") + 1);
        desk.publish(desk.colleague, id).expectStatus().isOk();
        var done = calendar();
        assertThat(count(done, gap, "published")).isEqualTo(count(begun, gap, "published") + 1);
        assertThat(count(done, gap, "submitted")).isEqualTo(count(begun, gap, "submitted"));
        assertThat(JsonPath.<Integer>read(done, "$.late_count"))
                .isEqualTo(JsonPath.<Integer>read(begun, "$.late_count") - 1);
    }

    @Test
    void whatADayOwesIsProposedWithThePriceBefore() {
        var gap = lastWorkingDayBefore(today);
        var before = lastWorkingDayBefore(gap);
        var series = desk.series(before.minusDays(7) + ",11000", before + ",12000");
        assertThat(JsonPath.<List<Object>>read(
                        open(gap), "$.entries[?(@.series.code == '%s')].price".formatted(series)))
                .containsExactly(12000);
        desk.published(series, gap.toString(), "\"price\":12100");
        assertThat(JsonPath.<List<Object>>read(open(gap), "$.entries[?(@.series.code == '%s')]".formatted(series)))
                .isEmpty();
    }

    @Test
    void everyDayOffSaysWhatItRestsOn() {
        assertThat(database.sql("SELECT COUNT(*) AS count FROM price_day_off WHERE legal_reference LIKE '%Điều 112%'")
                        .map(row -> Columns.number(row, "count"))
                        .one()
                        .block())
                .isGreaterThanOrEqualTo(11);
    }

    @Test
    void anOfficerAddsADayOffWithItsLegalReferenceAndTakesItBack() {
        var tet = "2027-02-08";
        addDayOff(tet, "Thông báo nghỉ Tết 2027").expectStatus().isCreated();
        assertThat(JsonPath.<List<String>>read(
                        calendar(), "$.days_off[?(@.date == '%s')].legal_reference".formatted(tet)))
                .containsExactly("Thông báo nghỉ Tết 2027");
        desk.officer
                .delete()
                .uri("/api/v1/prices/calendar/days-off/{date}", tet)
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(JsonPath.<List<String>>read(calendar(), "$.days_off[*].date"))
                .doesNotContain(tet);
        addDayOff("2027-02-07", "Chủ nhật").expectStatus().isBadRequest();
        addDayOff(tet, " ").expectStatus().isBadRequest();
        client.delete()
                .uri("/api/v1/prices/calendar/days-off/{date}", tet)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private WebTestClient.ResponseSpec addDayOff(String date, String reference) {
        return desk.officer
                .post()
                .uri("/api/v1/prices/calendar/days-off")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"date\":\"%s\",\"name_vi\":\"Tết\",\"name_en\":\"Tết\",\"legal_reference\":\"%s\"}"
                        .formatted(date, reference))
                .exchange();
    }

    @Test
    void onlyOfficersSeeTheCalendar() {
        client.get().uri("/api/v1/prices/calendar").exchange().expectStatus().isUnauthorized();
        accounts.buyer()
                .on(client)
                .get()
                .uri("/api/v1/prices/calendar")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private String calendar() {
        return answer("/api/v1/prices/calendar");
    }

    private String open(LocalDate day) {
        return answer(DeskFixture.SETS + "/open?date=" + day);
    }

    private String answer(String path) {
        return Objects.requireNonNull(desk.officer
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static int count(String calendar, LocalDate day, String what) {
        return JsonPath.<List<Integer>>read(
                        calendar, "$.days[?(@.date == '%s' && @.frequency == 'DAILY')].%s".formatted(day, what))
                .getFirst();
    }

    private LocalDate lastWorkingDayBefore(LocalDate day) {
        var off = Objects.requireNonNull(database.sql("SELECT day FROM price_day_off")
                .map(row -> Columns.required(row, "day", LocalDate.class))
                .all()
                .collectList()
                .block());
        var before = day.minusDays(1);
        while (Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(before.getDayOfWeek()) || off.contains(before)) {
            before = before.minusDays(1);
        }
        return before;
    }
}
