package vn.chophien.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chophien.listingindex.ListingDocument;
import vn.chophien.locales.Language;

/** Which listings a few words find, and in which order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListingSearchIntegrationTests {

    private static final int PAGE = 24;

    private SearchedMarket market;

    @BeforeAll
    void open() {
        market = new SearchedMarket(
                "listing-search-tests",
                List.of(
                        rated("CF-1", "Cà phê Robusta rang mộc", "Cà phê, sô cô la", 98_000, "5.00", 1),
                        rated("CF-2", "Cà phê Arabica Cầu Đất", "Cà phê, sô cô la", 120_000, "4.90", 56),
                        rated("CF-3", "Cà phê bột pha phin", "Cà phê, sô cô la", 65_000, null, 0),
                        listing("CH-1", "Sô cô la đen 70%", "Cà phê, sô cô la", 30_000),
                        listing("TM-1", "Cà chua bi sấy dẻo Ea Phê", "Rau củ", 20_000),
                        listing("HO-1", "Mật ong hoa cà phê", "Mật ong", 40_000),
                        listing("HO-2", "Mật ong rừng U Minh", "Mật ong", 150_000),
                        listing("PA-1", "Dứa mật Đồng Giao vườn ong", "Trái cây", 15_000),
                        listing("IC-1", "Kem sầu riêng", "Kem", 25_000),
                        listing("TH-0323571", "Nước mắm nhỉ Phú Quốc", "Nước mắm", 90_000)));
    }

    @AfterAll
    void close() {
        market.close();
    }

    @Test
    void anotherOrderThanByRelevanceListsOnlyTheThingItself() {
        assertThat(listed("cà phê", SearchSort.PRICE_ASC)).containsExactly("CF-3", "CF-1", "CF-2");
        assertThat(total("cà phê", SearchSort.PRICE_ASC)).isEqualTo(3);
        assertThat(listed("mật ong", SearchSort.PRICE_DESC)).containsExactly("HO-2", "HO-1");
    }

    @Test
    void whereNothingIsTheThingAnotherOrderListsWhatIsMadeOfIt() {
        assertThat(listed("sầu riêng", SearchSort.PRICE_ASC)).containsExactly("IC-1");
    }

    @Test
    void wordsThatStandApartAreOthers() {
        assertThat(exact("hoa cà phê")).containsExactly("HO-1");
        assertThat(exact("cà phê")).containsExactlyInAnyOrder("CF-1", "CF-2", "CF-3");
        assertThat(exact("mật ong")).containsExactlyInAnyOrder("HO-1", "HO-2");
    }

    @Test
    void whereThingsDoNotFillAPageWhatIsMadeOfThemComesNear() {
        var found = market.find("cà phê", Language.VI, SearchSort.RELEVANCE, PAGE);
        assertThat(ListingSearch.totalOf(found.exact())).isEqualTo(3);
        assertThat(market.skus(found, PAGE)).contains("HO-1");

        var full = market.find("cà phê", Language.VI, SearchSort.RELEVANCE, 3);
        assertThat(ListingSearch.totalOf(full.exact())).isEqualTo(4);
        assertThat(market.skus(full, 3)).containsExactlyInAnyOrder("CF-1", "CF-2", "CF-3");
    }

    @Test
    void fewVotesDoNotMakeTheBestRated() {
        assertThat(listed("cà phê", SearchSort.RATING)).containsExactly("CF-2", "CF-1", "CF-3");
    }

    @ParameterizedTest
    @CsvSource({"TH-0323571", "th0323571", "TH0323571", "TH 0323571"})
    void findsANumberHoweverItIsTyped(String typed) {
        assertThat(exact(typed)).containsExactly("TH-0323571");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iphone", "zzzz", "!!!", "🍍"})
    void whereNothingComesNearOffersWhatIsLiked(String typed) {
        var found = market.find(typed, Language.VI, SearchSort.PRICE_ASC, PAGE);
        assertThat(found.exactIds()).isEmpty();
        assertThat(found.liked()).isTrue();
        assertThat(market.skus(found, PAGE)).startsWith("CF-2").hasSize(10);
    }

    @Test
    void whatComesNearIsNotCalledLiked() {
        var found = market.find("cà phê 5 sao", Language.VI, SearchSort.RELEVANCE, PAGE);
        assertThat(market.skus(found, PAGE)).isNotEmpty();
        assertThat(found.liked()).isFalse();
    }

    private List<String> listed(String words, SearchSort sort) {
        return market.skus(market.find(words, Language.VI, sort, PAGE), PAGE);
    }

    private long total(String words, SearchSort sort) {
        return ListingSearch.totalOf(market.find(words, Language.VI, sort, PAGE).exact());
    }

    private List<String> exact(String words) {
        var found = market.find(words, Language.VI, SearchSort.RELEVANCE, PAGE);
        return market.skus(found, found.exactIds().size());
    }

    private static ListingDocument listing(String sku, String name, String category, long price) {
        return rated(sku, name, category, price, null, 0);
    }

    private static ListingDocument rated(
            String sku, String name, String category, long price, @Nullable String rating, int votes) {
        return new ListingDocument(
                MarketDocuments.idOf(sku),
                sku,
                sku.toLowerCase(Locale.ROOT),
                name,
                name,
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                "hang-hoa",
                List.of(category),
                List.of(category),
                "dong-xanh",
                "Hợp tác xã Đồng Xanh",
                "Dong Xanh Cooperative",
                "66",
                "Đắk Lắk",
                "Dak Lak",
                "",
                null,
                price,
                price,
                "VND",
                true,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                false,
                false,
                rating == null ? null : new BigDecimal(rating),
                votes,
                null,
                1,
                List.of(),
                "gói",
                Instant.parse("2026-01-01T00:00:00Z"));
    }
}
