package vn.chophien.marketplace.pricefeed;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.pricefeed.desk.DeskFixture;

/** The lists of series and of a commodity's prices, page by page. */
@MarketplaceTest
class PagedPriceListsIntegrationTests {
    private static final String ROOT = "/api/v1/prices";
    private static final String SERIES = "/series?commodity=TEA";
    private static final String LATEST = "/commodities/tea/latest?";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private PriceSeriesImport prices;

    @SuppressWarnings("NullAway.Init")
    private DeskFixture desk;

    @BeforeEach
    void manyPlacesReportOneGood() {
        desk = new DeskFixture(client, accounts, prices);
        for (int place = 0; place < 7; place++) {
            desk.series("2026-11-20," + (12_000 + place));
        }
        desk.series();
    }

    static Stream<String> lists() {
        return Stream.of(SERIES, LATEST, "/series?");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void smallPagesHoldTheSameAsLargeOnes(String list) {
        var publication = publication();
        var inOne = codes(pages(list, 100, publication));
        assertThat(inOne).hasSizeGreaterThan(6).doesNotHaveDuplicates();

        var pages = pages(list, 3, publication);
        assertThat(codes(pages)).containsExactlyElementsOf(inOne);
        assertThat(pages.subList(0, pages.size() - 1))
                .allSatisfy(page -> assertThat(codes(List.of(page))).hasSize(3));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void theLastPageSaysThatItIsTheLast(String list) {
        var publication = publication();
        int count = codes(pages(list, 100, publication)).size();
        for (int size : new int[] {1, 2, 3, 7}) {
            var pages = pages(list, size, publication);
            assertThat(pages).as("no empty page follows").hasSize((count + size - 1) / size);
        }
    }

    @Test
    void aCommoditysPagesTellItsNameItsSizeAndTheirSources() {
        var publication = publication();
        var pages = pages(LATEST, 3, publication);
        assertThat(pages).allSatisfy(page -> {
            assertThat(JsonPath.<String>read(page, "$.commodity.code")).isEqualTo("TEA");
            assertThat(JsonPath.<Integer>read(page, "$.total"))
                    .isEqualTo(codes(pages).size());
            assertThat(JsonPath.<List<String>>read(page, "$.credits[*].source")).containsExactly("Own");
        });
        var last = BoardPosition.parse(Objects.requireNonNull(next(pages.getFirst())));
        var behindAll = new BoardPosition(last.commodityPosition(), last.commodity(), Integer.MAX_VALUE, "Z").cursor();
        var behind = read(LATEST + "cursor=" + behindAll + "&as_of=" + publication);
        assertThat(JsonPath.<List<Object>>read(behind, "$.items")).isEmpty();
        assertThat(JsonPath.<String>read(behind, "$.commodity.code")).isEqualTo("TEA");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void pagesOfThePastStayAsTheyWere(String list) {
        var publication = publication();
        var before = pages(list, 3, publication);
        var added = desk.series("2026-11-20,12700");
        assertThat(codes(pages(list, 3, publication()))).contains(added);
        assertThat(pages(list, 3, publication)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void eachPageHasATagOfItsOwnAndIsNotSentTwice(String list) {
        var cursor = next(read(list + "&page_size=3"));
        var tags = new ArrayList<String>();
        for (var query : List.of("&page_size=3", "&page_size=4", "&page_size=3&cursor=" + cursor)) {
            var tag = Objects.requireNonNull(client.get()
                    .uri(ROOT + list + query)
                    .exchange()
                    .returnResult(String.class)
                    .getResponseHeaders()
                    .getETag());
            tags.add(tag);
            client.get()
                    .uri(ROOT + list + query)
                    .header(HttpHeaders.IF_NONE_MATCH, tag)
                    .exchange()
                    .expectStatus()
                    .isNotModified();
        }
        assertThat(tags).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"page_size=0", "page_size=101", "cursor=x", "cursor=MQ"})
    void whatIsNoPageIsRefused(String query) {
        client.get().uri(ROOT + SERIES + "&" + query).exchange().expectStatus().isBadRequest();
        client.get().uri(ROOT + LATEST + query).exchange().expectStatus().isBadRequest();
    }

    private List<String> pages(String list, int size, String publication) {
        var pages = new ArrayList<String>();
        var query = list + "&page_size=" + size + "&as_of=" + publication;
        pages.add(read(query));
        for (var cursor = next(pages.getLast()); cursor != null; cursor = next(pages.getLast())) {
            pages.add(read(query + "&cursor=" + cursor));
        }
        return pages;
    }

    private static List<String> codes(List<String> pages) {
        return pages.stream()
                .flatMap(page -> JsonPath.<List<Map<String, Object>>>read(page, "$.items").stream())
                .map(item -> item.get("series") instanceof Map<?, ?> series ? series.get("code") : item.get("code"))
                .map(String::valueOf)
                .toList();
    }

    private static @Nullable String next(String page) {
        return (String) JsonPath.<Map<String, Object>>read(page, "$").get("next_cursor");
    }

    private String publication() {
        return Objects.requireNonNull(client.get()
                .uri(ROOT + SERIES)
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getFirst(PublicState.PUBLICATION));
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
