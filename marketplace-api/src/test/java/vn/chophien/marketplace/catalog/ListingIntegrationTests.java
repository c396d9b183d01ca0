package vn.chophien.marketplace.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.sql.Columns;

@MarketplaceTest
class ListingIntegrationTests {
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    @Autowired
    private WebTestClient client;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private ListingCards cards;

    @Autowired
    private Variants variants;

    @Autowired
    private DatabaseClient database;

    private CatalogFixture market;

    @BeforeEach
    void setUp() {
        market = new CatalogFixture(application);
    }

    @Test
    void showsAListingInTheLanguageAskedFor() {
        var shop = market.shop();
        var listing = market.listing(shop, "Mật ong rừng", 120_000, 230_000);

        var vietnamese = get("/api/v1/listings/" + listing.slug());
        assertThat(vietnamese.at("/name").stringValue()).isEqualTo("Mật ong rừng");
        assertThat(vietnamese.at("/unit").stringValue()).isEqualTo("chai");
        assertThat(vietnamese.at("/category/0/name").stringValue()).isEqualTo("Thực phẩm thử");
        assertThat(vietnamese.at("/category/1/path").stringValue()).isEqualTo(CatalogFixture.CATEGORY);
        assertThat(vietnamese.at("/variants/0/price").longValue()).isEqualTo(120_000);
        assertThat(vietnamese.at("/variants/1/available").intValue()).isEqualTo(10);
        assertThat(vietnamese.at("/shop/slug").stringValue()).isEqualTo(shop.slug());
        assertThat(vietnamese.has("commodity"))
                .as("no rule for a category of tests")
                .isFalse();
        assertThat(vietnamese.at("/variants/0").has("price_per_kg"))
                .as("no weight in its label")
                .isFalse();
        assertThat(vietnamese.has("rating_avg")).isFalse();

        var english = get("/api/v1/listings/" + listing.slug() + "?lang=en");
        assertThat(english.at("/name").stringValue()).isEqualTo("English Mật ong rừng");
        assertThat(english.at("/unit").stringValue()).isEqualTo("bottle");
        assertThat(english.at("/origin/province").stringValue()).isEqualTo("Dak Lak");
    }

    @Test
    void doesNotKnowAnUnknownListing() {
        client.get()
                .uri("/api/v1/listings/khong-co")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-found");
    }

    @Test
    void showsStarsOnlyWhileTheCertificateIsValidToday() {
        var today = LocalDate.now(VIETNAM);
        var shop = market.shop();
        var lastDay = market.listing(shop, "Mật ong ngày cuối", 1_000);
        market.certify(lastDay, 4, today.minusMonths(36), today);
        var expired = market.listing(shop, "Mật ong hết hạn", 1_000);
        market.certify(expired, 5, today.minusMonths(36).minusDays(1), today.minusDays(1));
        var twoStars = market.listing(shop, "Mật ong hai sao", 1_000);
        market.certify(twoStars, 2, today.minusMonths(1), today.plusMonths(35));
        var future = market.listing(shop, "Mật ong ngày mai", 1_000);
        market.certify(future, 4, today.plusDays(1), today.plusMonths(36));

        assertThat(get("/api/v1/listings/" + lastDay.slug()).at("/ocop/stars").intValue())
                .isEqualTo(4);
        assertThat(get("/api/v1/listings/" + expired.slug()).has("ocop")).isFalse();
        assertThat(get("/api/v1/listings/" + twoStars.slug()).has("ocop")).isFalse();
        assertThat(get("/api/v1/listings/" + future.slug()).has("ocop")).isFalse();

        assertThat(skus("?collection=ocop&shop=" + shop.slug())).containsExactly(lastDay.sku());
        assertThat(document(lastDay).at("/stars").intValue()).isEqualTo(4);
        assertThat(document(expired).at("/stars").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"newest", "price_asc", "price_desc"})
    void pagesThroughAShopWithoutGapsOrRepeats(String sort) {
        var shop = market.shop();
        // Several of one price, so that the id has to break the tie across pages.
        var expected = IntStream.range(0, 7)
                .mapToObj(index -> market.listing(shop, "Mật ong " + index, 1_000L * (1 + index / 3))
                        .sku())
                .toList();

        var seen = new ArrayList<String>();
        var prices = new ArrayList<Long>();
        String cursor = null;
        do {
            var page = get("/api/v1/listings?page_size=2&sort=" + sort + "&shop=" + shop.slug()
                    + (cursor == null ? "" : "&cursor=" + cursor));
            page.get("items").forEach(item -> {
                seen.add(item.get("sku").stringValue());
                prices.add(item.get("price").longValue());
            });
            cursor = page.has("next_cursor") ? page.get("next_cursor").stringValue() : null;
        } while (cursor != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
        switch (sort) {
            case "price_asc" -> assertThat(prices).isSorted();
            case "price_desc" -> assertThat(prices.reversed()).isSorted();
            default -> assertThat(seen).isEqualTo(expected.reversed());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cursor=abc, invalid-cursor, 400",
        "cursor=YQ, invalid-cursor, 400",
        "sort=random, invalid-request, 400",
        "collection=best, invalid-request, 400",
        "page_size=0, invalid-request, 400",
        "page_size=101, invalid-request, 400",
        "page_size=many, invalid-request, 400"
    })
    void refusesParametersItDoesNotKnow(String query, String problem, int status) {
        client.get()
                .uri("/api/v1/listings?" + query)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + problem);
    }

    @Test
    void narrowsToACategoryWithItsDescendants() {
        var shop = market.shop();
        var listing = market.listing(shop, "Mật ong", 1_000);

        assertThat(skus("?category=thuc-pham-thu&shop=" + shop.slug())).containsExactly(listing.sku());
        assertThat(skus("?category=" + CatalogFixture.CATEGORY + "&shop=" + shop.slug()))
                .containsExactly(listing.sku());
        assertThat(skus("?category=thuc-pham&shop=" + shop.slug())).isEmpty();
        assertThat(skus("?category=%&shop=" + shop.slug())).isEmpty();
        assertThat(skus("?collection=in-season&shop=" + shop.slug())).containsExactly(listing.sku());
        assertThat(skus("?collection=gift&shop=" + shop.slug())).containsExactly(listing.sku());
    }

    @Test
    void countsListingsUpTheTree() {
        market.listing(market.shop(), "Mật ong", 1_000);

        var food = get("/api/v1/categories")
                .get("items")
                .valueStream()
                .filter(category -> category.get("path").stringValue().equals("thuc-pham-thu"))
                .findFirst()
                .orElseThrow();

        assertThat(food.get("listing_count").longValue())
                .isPositive()
                .isEqualTo(food.at("/children/0/listing_count").longValue());
    }

    @Test
    void answersARepeatedQuestionWithoutABody() {
        var listing = market.listing(market.shop(), "Mật ong", 1_000);
        var path = "/api/v1/listings/" + listing.slug();
        var first = client.get().uri(path).exchange().expectStatus().isOk().returnResult(String.class);
        var tag = Objects.requireNonNull(first.getResponseHeaders().getETag());

        assertThat(first.getResponseHeaders().getCacheControl()).contains("public");
        // Whoever keeps answers keeps the compressed and the plain one apart.
        assertThat(tag).startsWith("W/");
        assertThat(first.getResponseHeaders().getVary()).contains("Accept-Language", "Accept-Encoding");
        client.get()
                .uri(path)
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
        client.get()
                .uri(path + "?lang=en")
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void hidesAListingThatIsNotOnSale() {
        var shop = market.shop();
        var listing = market.listing(shop, "Mật ong", 1_000);
        database.sql("UPDATE listing SET on_sale = FALSE WHERE id = :id")
                .bind("id", listing.id().value())
                .then()
                .block();

        client.get()
                .uri("/api/v1/listings/" + listing.slug())
                .exchange()
                .expectStatus()
                .isNotFound();
        assertThat(skus("?shop=" + shop.slug())).isEmpty();
        assertThat(cards.findAll(List.of(listing.id()), Language.VI)
                        .collectList()
                        .block())
                .isEmpty();
        assertThat(Objects.requireNonNull(variants.findAll(
                                        List.of(listing.variants().getFirst().id()))
                                .blockFirst())
                        .onSale())
                .isFalse();
    }

    @Test
    void givesCardsInTheOrderAskedFor() {
        var shop = market.shop();
        var first = market.listing(shop, "Mật ong một", 1_000);
        var second = market.listing(shop, "Mật ong hai", 2_000);

        var found = cards.findAll(List.of(second.id(), ListingId.generate(), first.id()), Language.VI)
                .map(ListingCard::sku)
                .collectList()
                .block();

        assertThat(found).containsExactly(second.sku(), first.sku());
    }

    @Test
    void showsShopsWithTheirIdentity() {
        var shop = market.shop();
        market.listing(shop, "Mật ong", 1_000);

        var shown = get("/api/v1/shops/" + shop.slug());

        assertThat(shown.at("/type").stringValue()).isEqualTo("HTX");
        assertThat(shown.at("/listing_count").intValue()).isEqualTo(1);
        assertThat(shown.at("/province/name").stringValue()).isEqualTo("Đắk Lắk");
        assertThat(get("/api/v1/shops?page_size=1&province=66")
                        .at("/items/0/province/code")
                        .stringValue())
                .isEqualTo("66");
        assertThat(get("/api/v1/shops?province=01").get("items")).isEmpty();
    }

    private List<String> skus(String query) {
        return get("/api/v1/listings" + query)
                .get("items")
                .valueStream()
                .map(item -> item.get("sku").stringValue())
                .toList();
    }

    private JsonNode document(NewListing listing) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(database.sql(
                                "SELECT p.document::text AS document FROM published_listing p WHERE p.listing_id = :id")
                        .bind("id", listing.id().value())
                        .map(row -> Columns.text(row, "document"))
                        .one()
                        .block()));
    }

    private JsonNode get(String uri) {
        var body = client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(Objects.requireNonNull(body));
    }
}
