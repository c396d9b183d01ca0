package vn.chophien.marketplace.pricefeed.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.pricefeed.PriceSeriesImport;
import vn.chophien.marketplace.pricefeed.desk.DeskFixture;

/** The feeds as another people's reader (ROME) and the rules of JSON Feed 1.1 see them. */
@MarketplaceTest
class FeedIntegrationTests {
    private static final String ROOT = "/api/v1/prices";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private PriceSeriesImport prices;

    @SuppressWarnings("NullAway.Init")
    private DeskFixture desk;

    @BeforeEach
    void theMarketHasPrices() {
        prices.loadBundled().block();
        desk = new DeskFixture(client, accounts, prices);
    }

    @Test
    void anotherPeoplesReaderReadsTheAtomFeed() throws Exception {
        var series = desk.series("2026-11-18,12000");
        desk.published(series, "2026-11-19", "\"price\":12100");
        desk.published(series, "2026-11-19", "\"price\":12200,\"reason\":\"Nhầm <cột> & dòng\"");
        desk.published(series, "2026-11-19", "\"status\":\"WITHDRAWN\",\"reason\":\"Chợ không họp\"");

        assertThat(read("/feed.atom?lang=en")).contains("xml:lang=\"en\"");
        var feed = atom(ROOT + "/feed.atom?lang=en");
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        assertThat(feed.getTitle()).isEqualTo("Chợ Phiên: market prices");
        assertThat(URI.create(feed.getUri()).isAbsolute()).isTrue();
        assertThat(feed.getLinks()).extracting(link -> link.getRel()).contains("self", "alternate");
        assertThat(feed.getEntries()).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
        assertThat(feed.getEntries())
                .isSortedAccordingTo((one, other) -> other.getUpdatedDate().compareTo(one.getUpdatedDate()))
                .allSatisfy(entry -> {
                    assertThat(entry.getTitle()).isNotBlank();
                    assertThat(entry.getLink()).startsWith("http");
                    assertThat(entry.getContents()).isNotEmpty();
                });
        assertThat(feed.getEntries().get(0).getContents().getFirst().getValue()).contains("withdrawn: Chợ không họp");
        assertThat(feed.getEntries().get(1).getContents().getFirst().getValue())
                .contains("12,200")
                .contains("corrected from 12,100: Nhầm &lt;cột&gt; &amp; dòng");
        assertThat(feed.getEntries().get(2).getContents().getFirst().getValue()).contains("12,100 ₫/kg");
    }

    @Test
    void tellsAboutOneCommodityOnRequest() throws Exception {
        desk.published(desk.series("2026-11-18,12000"), "2026-11-19", "\"price\":12100");
        assertThat(atom(ROOT + "/feed.atom?commodity=TEA").getEntries())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getCategories())
                        .extracting(SyndCategory::getName)
                        .containsExactly("TEA"));
        assertThat(atom(ROOT + "/feed.atom?commodity=NO-SUCH").getEntries()).isEmpty();
    }

    @Test
    void theJsonFeedHasWhatItsVersionWants() {
        desk.published(desk.series("2026-11-18,12000"), "2026-11-19", "\"price\":12100");
        var answer = client.get().uri(ROOT + "/feed.json?lang=en").exchange();
        answer.expectStatus().isOk().expectHeader().contentType(MediaType.parseMediaType("application/feed+json"));
        var feed = Objects.requireNonNull(
                answer.expectBody(String.class).returnResult().getResponseBody());
        assertThat(JsonPath.<String>read(feed, "$.version")).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(JsonPath.<String>read(feed, "$.feed_url")).endsWith("/en/market-prices/feed.json");
        assertThat(JsonPath.<List<String>>read(feed, "$.items[*].id"))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(JsonPath.<List<String>>read(feed, "$.items[*].date_published"))
                .allSatisfy(date ->
                        assertThat(Instant.parse(date)).isBefore(Instant.now().plusSeconds(60)));
        assertThat(JsonPath.<String>read(feed, "$.items[0].content_text")).contains("12,100 ₫/kg");
    }

    @Test
    void aPublicationIsReadPageByPageAndStaysAsItIs() {
        var series = desk.series("2026-11-16,1000", "2026-11-17,1100", "2026-11-18,1200");
        var id = JsonPath.<String>read(read("/publications?page_size=1"), "$.items[0].id");
        var first = read("/publications/" + id + "?page_size=2");
        assertThat(JsonPath.<Integer>read(first, "$.publication.added")).isEqualTo(3);
        assertThat(JsonPath.<List<Integer>>read(first, "$.items[*].price")).containsExactly(1000, 1100);
        var rest = read("/publications/" + id + "?page_size=2&cursor=" + JsonPath.read(first, "$.next_cursor"));
        assertThat(JsonPath.<List<Integer>>read(rest, "$.items[*].price")).containsExactly(1200);
        desk.published(series, "2026-11-18", "\"price\":1300,\"reason\":\"Nhầm\"");
        assertThat(read("/publications/" + id + "?page_size=2")).isEqualTo(first);
        var correction = JsonPath.<String>read(read("/publications?page_size=1"), "$.items[0].id");
        assertThat(JsonPath.<Integer>read(read("/publications/" + correction), "$.items[0].before"))
                .isEqualTo(1200);
    }

    @Test
    void thePagesOfAPublicationAreAllThatItSaid() {
        var said = new ArrayList<String>();
        var series = new StringBuilder("series_id,name,commodity,unit,frequency,region,source,licence\n");
        var values = new StringBuilder("series_id,date,value\n");
        for (var place : List.of("A", "B", "C")) {
            var name = place + UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
            series.append(name).append(",Chè,tea,VND/kg,daily,Bảo Lộc,Own,CC0-1.0\n");
            for (var day :
                    List.of("1969-12-30", "1970-01-01", "2026-09-30", "2026-10-01", "2026-10-02", "2026-11-20")) {
                values.append(name).append(',').append(day).append(",12000\n");
                said.add(name + " " + day);
            }
        }
        prices.load(new StringReader(series.toString()), new StringReader(values.toString()))
                .block();
        var id = JsonPath.<String>read(read("/publications?page_size=1"), "$.items[0].id");
        for (int size : new int[] {1, 2, 4, 5, 18, 100}) {
            var pages = new ArrayList<String>();
            var page = read("/publications/" + id + "?page_size=" + size);
            while (true) {
                List<Map<String, Object>> items = JsonPath.read(page, "$.items");
                items.forEach(item -> pages.add(item.get("series") + " " + item.get("date")));
                var next = JsonPath.<Map<String, Object>>read(page, "$").get("next_cursor");
                if (next == null) {
                    break;
                }
                page = read("/publications/" + id + "?page_size=" + size + "&cursor=" + next);
            }
            assertThat(pages).as("pages of %d", size).containsExactlyElementsOf(said);
        }
    }

    private SyndFeed atom(String path) throws Exception {
        return new SyndFeedInput().build(new StringReader(read(path.substring(ROOT.length()))));
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
