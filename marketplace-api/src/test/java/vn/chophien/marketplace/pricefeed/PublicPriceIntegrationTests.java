package vn.chophien.marketplace.pricefeed;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.pricefeed.desk.DeskFixture;

/** What readers of prices get: pages of the board, corrections with their reasons, bands and seasons. */
@MarketplaceTest
class PublicPriceIntegrationTests {
    private static final String ROOT = "/api/v1/prices";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private PriceSeriesImport prices;

    @BeforeEach
    void theMarketHasPrices() {
        prices.loadBundled().block();
    }

    @Test
    void thePagesOfTheBoardAreTheWholeBoard() {
        var first = client.get().uri(ROOT + "/board?page_size=7&lang=en").exchange();
        first.expectStatus().isOk();
        var publication = Objects.requireNonNull(
                first.returnResult(String.class).getResponseHeaders().getFirst(PublicState.PUBLICATION));
        var codes = new ArrayList<String>();
        var page = read("/board?page_size=7&as_of=" + publication);
        int total = JsonPath.read(page, "$.total");
        while (true) {
            List<String> found = JsonPath.read(page, "$..quotes[*].series.code");
            codes.addAll(found);
            Map<String, Object> fields = JsonPath.read(page, "$");
            if (!fields.containsKey("next_cursor")) {
                break;
            }
            assertThat(found).hasSize(7);
            page = read("/board?page_size=7&cursor=" + fields.get("next_cursor") + "&as_of=" + publication);
        }
        assertThat(codes).hasSize(total).doesNotHaveDuplicates();
        assertThat(codes)
                .containsExactlyElementsOf(read("/board.csv?as_of=" + publication)
                        .lines()
                        .skip(1)
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .toList());
    }

    @Test
    void aPageOfTheBoardHasItsOwnTagAndIsNotSentTwice() {
        var tags = new ArrayList<String>();
        for (var query : List.of("", "?page_size=5", "?q=ca+phe", "?stage=RETAIL")) {
            var answer = client.get().uri(ROOT + "/board" + query).exchange();
            var tag = Objects.requireNonNull(
                    answer.returnResult(String.class).getResponseHeaders().getETag());
            tags.add(tag);
            client.get()
                    .uri(ROOT + "/board" + query)
                    .header(HttpHeaders.IF_NONE_MATCH, tag)
                    .exchange()
                    .expectStatus()
                    .isNotModified();
        }
        assertThat(tags).doesNotHaveDuplicates();
    }

    @Test
    void theBoardIsSearchedWithoutMarksAndNarrowedDown() {
        List<String> stages =
                JsonPath.read(read("/board?q=gao&stage=RETAIL&province=66&frequency=DAILY&lang=vi"), "$..series.stage");
        assertThat(stages).containsOnly("RETAIL");
        List<String> one = JsonPath.read(read("/board?per_commodity=1"), "$..series.commodity.code");
        assertThat(one).doesNotHaveDuplicates().contains("CA-PHE-ROBUSTA");
        var filters = read("/board/filters?lang=vi");
        assertThat(JsonPath.<List<String>>read(filters, "$.provinces[*].name")).contains("Đắk Lắk", "Gia Lai");
        assertThat(JsonPath.<List<String>>read(filters, "$.stages[*].code")).contains("FARM_GATE", "WORLD_MARKET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?stage=MOON",
                "?frequency=HOURLY",
                "?page_size=101",
                "?page_size=0",
                "?cursor=x",
                "?per_commodity=0"
            })
    void whatTheBoardDoesNotKnowIsRefused(String query) {
        client.get().uri(ROOT + "/board" + query).exchange().expectStatus().isBadRequest();
    }

    @Test
    void correctionsAndWithdrawalsAreListedByDayWithTheirReasons() {
        var desk = new DeskFixture(client, accounts, prices);
        var series = desk.series("2026-11-16,11900", "2026-11-17,11950", "2026-11-18,12000", "2026-11-19,12050");
        desk.published(series, "2026-11-18", "\"price\":12500,\"reason\":\"Nhầm cột\"");
        desk.published(series, "2026-11-19", "\"status\":\"WITHDRAWN\",\"reason\":\"Chợ không họp\"");
        desk.published(series, "2026-11-17", "\"price\":12000,\"reason\":\"Thiếu điểm\"");

        var first = read("/series/" + series + "/corrections?page_size=2");
        assertThat(JsonPath.<List<String>>read(first, "$.items[*].date")).containsExactly("2026-11-19", "2026-11-18");
        assertThat(JsonPath.<List<String>>read(first, "$.items[0].revisions[*].status"))
                .containsExactly("FINAL", "WITHDRAWN");
        assertThat(JsonPath.<String>read(first, "$.items[0].revisions[1].reason"))
                .isEqualTo("Chợ không họp");
        assertThat(JsonPath.<List<Object>>read(first, "$.items[1].revisions[*].price"))
                .extracting(Object::toString)
                .containsExactly("12000", "12500");
        var second = read("/series/" + series + "/corrections?page_size=2&cursor="
                + JsonPath.<String>read(first, "$.next_cursor"));
        assertThat(JsonPath.<List<String>>read(second, "$.items[*].date")).containsExactly("2026-11-17");
        assertThat(JsonPath.<Map<String, Object>>read(second, "$")).doesNotContainKey("next_cursor");
        assertThat(JsonPath.<List<String>>read(
                        read("/series/" + series + "/corrections?from=2026-11-19"), "$.items[*].date"))
                .containsExactly("2026-11-19");

        var observations = read("/series/" + series + "/observations");
        assertThat(JsonPath.<List<String>>read(observations, "$.items[?(@.date == '2026-11-18')].reason"))
                .containsExactly("Nhầm cột");
        assertThat(JsonPath.<List<String>>read(observations, "$.items[?(@.date == '2026-11-16')].reason"))
                .isEmpty();

        var publication = JsonPath.<String>read(first, "$.items[1].revisions[0].publication");
        assertThat(JsonPath.<List<String>>read(
                        read("/series/" + series + "/corrections?as_of=" + publication), "$.items[*].date"))
                .as("nothing had been corrected by then")
                .isEmpty();
        client.get()
                .uri(ROOT + "/series/NO-SUCH/corrections")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theBandOfACommodityIsOfItsProvinceWhereItHasPrices() {
        var here = read("/commodities/CA-PHE-ROBUSTA/band?province=66&lang=vi");
        assertThat(JsonPath.<List<String>>read(here, "$.stages[*].stage")).containsExactly("FARM_GATE");
        assertThat(JsonPath.<List<Boolean>>read(here, "$.stages[*].local")).containsExactly(true);
        assertThat(JsonPath.<List<String>>read(here, "$.stages[0].places")).containsExactly("Đắk Lắk");
        assertThat(JsonPath.<String>read(here, "$.stages[0].unit_label")).isEqualTo("đ/kg");
        assertThat(JsonPath.<Boolean>read(here, "$.demonstration")).isTrue();
        var elsewhere = read("/commodities/ca-phe-robusta/band?province=01");
        assertThat(JsonPath.<List<String>>read(elsewhere, "$.stages[0].places")).hasSizeGreaterThan(2);
        assertThat(JsonPath.<List<String>>read(read("/commodities/GAO-TE/band"), "$.stages[*].stage"))
                .containsExactly("WHOLESALE", "RETAIL");
        for (var none : List.of("BONG", "NO-SUCH")) {
            client.get()
                    .uri(ROOT + "/commodities/" + none + "/band")
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }

    @Test
    void seasonsSayWhoSaysSo() {
        var season = read("/commodities/ca-phe-robusta/seasons?province=66&lang=vi");
        assertThat(JsonPath.<List<Integer>>read(season, "$.items[0].months")).containsExactly(10, 11, 12, 1);
        assertThat(JsonPath.<String>read(season, "$.items[0].province.name")).isEqualTo("Đắk Lắk");
        assertThat(JsonPath.<String>read(season, "$.items[0].source_url")).startsWith("https://");
        assertThat(JsonPath.<List<Object>>read(read("/commodities/CA-PHE-ROBUSTA/seasons"), "$.items"))
                .hasSizeGreaterThan(2);
        assertThat(JsonPath.<List<Object>>read(read("/commodities/BONG/seasons"), "$.items"))
                .isEmpty();
    }

    private String read(String path) {
        return Objects.requireNonNull(client.get()
                .uri(ROOT + path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
