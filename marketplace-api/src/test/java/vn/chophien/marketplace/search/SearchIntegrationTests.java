package vn.chophien.marketplace.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.localstack.LocalStack;
import vn.chophien.marketplace.MarketplaceTest;

@MarketplaceTest
@Import(SearchFixture.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private WebTestClient client;

    @Autowired
    private SearchFixture fixture;

    @DynamicPropertySource
    static void engines(DynamicPropertyRegistry registry) {
        registry.add(
                "chophien.search.elasticsearch-url",
                () -> LocalStack.shared().elasticsearch().url());
        registry.add("chophien.search.alias", () -> "search-tests");
        registry.add("chophien.search.timeout", () -> "20s"); // a build machine may be busy with other things
    }

    @BeforeAll
    void open() {
        fixture.open();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cà phê", "ca phe", "CA PHE", "ca\u0300 phe\u0302", "cà phe"})
    void findsCoffeeHoweverItIsTyped(String typed) {
        assertThat(skus(search(typed))).contains("CF-1", "CF-2", "CF-3").doesNotContain("TM-1", "YG-1");
    }

    @ParameterizedTest
    @CsvSource({"dứa, PA-1", "dừa, CO-1", "dưa, ML-1"})
    void ranksTypedMarksFirst(String typed, String first) {
        assertThat(skus(search(typed)).getFirst()).isEqualTo(first);
        assertThat(skus(search("dua"))).contains("PA-1", "CO-1", "ML-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cà chua", "ca chua"})
    void takesWordsSideBySideForWhatTheyMeanTogether(String typed) {
        var found = skus(search(typed));
        assertThat(found.getFirst()).isEqualTo("TM-1");
        assertThat(found).doesNotContain("CF-1", "CF-2", "YG-1");
    }

    @Test
    void whatAThingIsCountsMoreThanWhatItIsMadeOf() {
        var coffees = skus(search("cà phê"));
        assertThat(coffees.subList(0, 3)).containsExactlyInAnyOrder("CF-1", "CF-2", "CF-3");
        assertThat(coffees.subList(3, 5)).containsExactlyInAnyOrder("TE-1", "HO-1");
    }

    @ParameterizedTest
    @CsvSource({"coffee beans, CF-1", "pineapple, PA-1", "coconuts, CO-1", "durian, DU-1", "cf-2, CF-2"})
    void findsByEnglishAndByNumber(String typed, String first) {
        assertThat(skus(search(typed)).getFirst()).isEqualTo(first);
    }

    @Test
    void combinesProductPlaceAndShop() {
        assertThat(skus(search("cà phê Đắk Lắk"))).startsWith("CF-1").hasSizeGreaterThanOrEqualTo(3);
        assertThat(exactSkus(search("dua ninh binh"))).contains("PA-1").doesNotContain("CF-1");
        assertThat(exactSkus(search("đồi gió sầu riêng"))).containsExactly("DU-1");
    }

    @Test
    void offersTheNearestAndABetterSpellingWhenNothingFits() {
        var answer = search("sau rieg");
        assertThat(skus(answer).getFirst()).isEqualTo("DU-1");
        assertThat(answer.path("nearest").asBoolean()).isTrue();
        assertThat(answer.path("did_you_mean").asString()).isEqualTo("sầu riêng");
        assertThat(search("sầu riêng").has("did_you_mean")).isFalse();
    }

    @Test
    void correctsNoWordsThatFindSomethingWithoutTheFilter() {
        var answer = get("/api/v1/search?q=đồi gió&province=37");
        assertThat(answer.path("total").asLong()).isZero();
        assertThat(answer.has("did_you_mean")).isFalse();
        assertThat(get("/api/v1/search?q=đồi gió&province=66").path("total").asLong())
                .isEqualTo(6);
    }

    @Test
    void sortsAndCountsOnlyWhatWasAskedFor() {
        var answer = get("/api/v1/search?q=dứa hữu cơ&sort=price_asc");
        assertThat(skus(answer).getFirst()).isEqualTo("PA-1");
        assertThat(answer.path("nearest").asBoolean()).isTrue();
        assertThat(answer.path("total").asLong()).isZero();
        assertThat(answer.path("facets").path("province").size()).isZero();
        assertThat(answer.has("next_cursor")).isFalse();
    }

    @Test
    void saysThatRawKeysWereDecoded() {
        assertThat(search("caf phee").path("understood").path("decoded").asBoolean())
                .isTrue();
        assertThat(search("cà phê").path("understood").path("decoded").asBoolean())
                .isFalse();
    }

    @Test
    void countsFacetsUnderAllFiltersButTheirOwn() {
        var answer = get("/api/v1/search?q=ca phe&province=66");
        assertThat(answer.path("total").asLong()).isEqualTo(3);
        assertThat(choice(answer, "category", "do-uong/ca-phe")).isEqualTo(3);
        assertThat(choice(answer, "category", "do-uong")).isEqualTo(3);
        var everything = get("/api/v1/search?province=66&category=thuc-pham");
        assertThat(choice(everything, "province", "37")).isEqualTo(5);
        assertThat(choice(everything, "province", "66")).isEqualTo(2);
        assertThat(everything
                        .path("facets")
                        .path("province")
                        .get(0)
                        .path("name")
                        .asString())
                .isEqualTo("Ninh Bình");
        assertThat(get("/api/v1/search?lang=en").path("facets").path("category").toString())
                .contains("\"name\":\"Drinks\"");
    }

    @Test
    void countsStarsOnlyWhileTheirCertificateIsValid() {
        assertThat(skus(get("/api/v1/search?stars=4,5"))).containsExactly("CF-1");
        assertThat(choice(get("/api/v1/search?min_price=1"), "stars", "4")).isEqualTo(1);

        fixture.expireInIndex("CF-1");

        assertThat(skus(get("/api/v1/search?stars=4"))).isEmpty();
        assertThat(choice(get("/api/v1/search?min_price=2"), "stars", "4")).isZero();
        fixture.rebuild();
    }

    @Test
    void countsOnceForAllPagesAndOrdersButListsAnew() {
        var before = get("/api/v1/search?stars=4&max_price=900000");
        assertThat(skus(before)).containsExactly("CF-1");

        fixture.expireInIndex("CF-1");

        var after = get("/api/v1/search?stars=4&max_price=900000&sort=price_asc&page_size=3");
        assertThat(skus(after)).isEmpty();
        assertThat(after.path("total").asLong()).isZero();
        assertThat(after.path("facets")).isEqualTo(before.path("facets"));
        fixture.rebuild();
    }

    @Test
    void filtersByPriceShopAndStock() {
        assertThat(skus(get("/api/v1/search?min_price=60000&max_price=100000&sort=price_asc")))
                .containsExactly("CF-2", "ML-1", "TE-1", "CF-1");
        assertThat(skus(get("/api/v1/search?shop=doi-gio&page_size=50"))).hasSize(6);
        assertThat(skus(get("/api/v1/search?in_stock=true"))).isEmpty();
        assertThat(skus(get("/api/v1/search?organic=true"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "price_asc", "price_desc", "newest", "rating"})
    void pagesThroughEverythingOnceInEverySort(String sort) {
        var seen = new ArrayList<String>();
        var page = get("/api/v1/search?page_size=3&sort=" + sort);
        while (true) {
            seen.addAll(skus(page));
            assertThat(page.path("total").asLong()).isEqualTo(11);
            if (!page.has("next_cursor")) {
                break;
            }
            page = get("/api/v1/search?page_size=3&sort=" + sort + "&cursor="
                    + page.path("next_cursor").asString());
        }
        assertThat(seen).hasSize(11).doesNotHaveDuplicates();
    }

    @Test
    void pagesThroughAText() {
        var first = get("/api/v1/search?q=ca phe&page_size=2");
        var second = get("/api/v1/search?q=ca phe&page_size=2&cursor="
                + first.path("next_cursor").asString());
        var both = new ArrayList<>(skus(first));
        both.addAll(skus(second));
        assertThat(both)
                .hasSize(4)
                .containsExactlyElementsOf(skus(search("ca phe")).subList(0, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/search?sort=cheapest",
                "/api/v1/search?cursor=xyz",
                "/api/v1/search?page_size=0",
                "/api/v1/search?stars=many",
                "/api/v1/search/suggest?q=a&size=99"
            })
    void refusesWhatItCannotRead(String uri) {
        client.get().uri(uri).exchange().expectStatus().isBadRequest();
    }

    @ParameterizedTest
    @CsvSource({
        "min_price=90000&max_price=50000, max_price",
        "min_price=-1, min_price",
        "max_price=-5, max_price",
        "stars=9, stars",
        "stars=4&stars=0, stars",
        "province=99, province",
        "category=khong-co, category",
        "q=ca phe&category=do-uong/khong-co, category"
    })
    void namesTheFilterThatNothingCanMeet(String filters, String field) {
        client.get()
                .uri("/api/v1/search?lang=en&" + filters)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 5_000})
    void refusesWordsThatAreTooLong(int letters) {
        client.get()
                .uri("/api/v1/search?lang=en&q=" + "a".repeat(letters))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("q")
                .jsonPath("$.errors[0].message")
                .isEqualTo("Enter at most 200 characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=mật ong&", "sort=price_asc&q=ca phe&", "province=66&q=ca phe&", "sort=price_desc&"})
    void refusesTheCursorOfAnotherSearch(String other) {
        var cursor =
                get("/api/v1/search?page_size=2&q=ca phe").path("next_cursor").asString();
        var byPrice = get("/api/v1/search?page_size=2&sort=price_asc")
                .path("next_cursor")
                .asString();
        for (var foreign : List.of(cursor, byPrice)) {
            client.get()
                    .uri("/api/v1/search?page_size=2&" + other + "cursor=" + foreign)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("/problems/invalid-cursor");
        }
    }

    @Test
    void saysThatNothingComesNear() {
        var answer = search("zzzz");
        assertThat(answer.path("total").asLong()).isZero();
        assertThat(answer.path("nearest").asBoolean()).isTrue();
        assertThat(answer.path("liked").asBoolean()).isTrue();
        assertThat(skus(answer)).hasSize(11);
        assertThat(search("ca phe").has("liked")).isFalse();
    }

    @Test
    void namesCertificatesInTheBuyersLanguage() {
        fixture.certifiedInIndex("CF-1", "huu-co", "vietgap");

        assertThat(names(get("/api/v1/search?lang=vi&max_price=700000"), "certificate"))
                .containsExactlyInAnyOrder("Hữu cơ", "VietGAP");
        assertThat(names(get("/api/v1/search?lang=en&max_price=700000"), "certificate"))
                .containsExactlyInAnyOrder("Organic", "VietGAP");
        fixture.rebuild();
    }

    @Test
    void aPriceBandCountsWhatItsFilterFinds() {
        fixture.priceInIndex("CF-1", 100_000);
        var bands = get("/api/v1/search?page_size=1&max_price=999999999")
                .path("facets")
                .path("price");
        assertThat(bands.size()).isPositive();
        for (var band : bands) {
            var filters = (band.has("min") ? "&min_price=" + band.path("min").asLong() : "")
                    + (band.has("max") ? "&max_price=" + band.path("max").asLong() : "");
            assertThat(get("/api/v1/search?page_size=1" + filters).path("total").asLong())
                    .as(filters)
                    .isEqualTo(band.path("count").asLong());
        }
        fixture.rebuild();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+", "\"cà phê", "a:b AND (", "~*?\\", "🌾🍍", "ﷺ \u202eabc"})
    void takesAnyText(String typed) {
        client.get()
                .uri(builder ->
                        builder.path("/api/v1/search").queryParam("q", "{q}").build(typed))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void suggestsFromTheFirstLetter() {
        var c = suggest("c");
        assertThat(c.path("products").size()).isPositive();
        assertThat(c.path("categories").toString()).contains("Cà phê");
        var mat = suggest("mật o");
        assertThat(mat.path("products").get(0).path("sku").asString()).isEqualTo("HO-1");
        assertThat(mat.path("categories").get(0).path("path").asString()).isEqualTo("thuc-pham/mat-ong");
        assertThat(suggest("dak").path("places").get(0).path("code").asString()).isEqualTo("66");
        assertThat(suggest("đồng x").path("shops").get(0).path("slug").asString())
                .isEqualTo("dong-xanh");
        assertThat(suggest("").path("products").size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "thơm, PA-1",
        "trái thơ, PA-1",
        "trai th, PA-1",
        "khóm, PA-1",
        "pineap, PA-1",
        "duri, DU-1",
        "saauf rieng, DU-1",
        "sau rieg, DU-1",
        "cà chu, TM-1"
    })
    void suggestsWhatTheWordsMeanWhateverItIsCalled(String typed, String first) {
        assertThat(suggest(typed).path("products").get(0).path("sku").asString())
                .isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"c, vi, C", "ca, vi, C", "cà ph, vi, Cà phê", "co, en, C", "d, vi, D", "dứ, vi, Dứa"})
    void suggestsNamesThatBeginWithWhatIsTypedBeforeOthers(String typed, String language, String start) {
        var products = get("/api/v1/search/suggest?size=3&q=" + typed + "&lang=" + language)
                .path("products");
        assertThat(products.get(0).path("name").asString()).startsWith(start);
        assertThat(products.get(1).path("name").asString()).startsWith(start.substring(0, 1));
    }

    @Test
    void keepsTypedMarksInPlacesAndCategories() {
        assertThat(suggest("mả").path("categories").size()).isZero();
        assertThat(suggest("mâ").path("categories").toString()).contains("Mật ong");
        assertThat(suggest("đă").path("places").toString()).contains("Đắk Lắk");
    }

    @ParameterizedTest
    @CsvSource({
        "phú yên, Đắk Lắk, Phú Yên",
        "phú y, Đắk Lắk, Phú Yên",
        "nam định, Ninh Bình, Nam Định",
        "Ban Mê Thuột, Đắk Lắk, Ban Mê Thuột"
    })
    void suggestsTheProvinceOfTodayForAFormerName(String typed, String today, String former) {
        var place = suggest(typed).path("places").get(0);
        assertThat(place.path("name").asString()).isEqualTo(today);
        assertThat(place.path("former").asString()).isEqualTo(former);
    }

    @Test
    void callsAPlaceByItsOwnNameHoweverItIsWritten() {
        var place = suggest("daklak").path("places").get(0);
        assertThat(place.path("name").asString()).isEqualTo("Đắk Lắk");
        assertThat(place.has("former")).isFalse();
    }

    @Test
    void tellsShopsApartByTheirOwnNames() {
        assertThat(suggest("h").path("shops").size()).isZero();
        assertThat(suggest("t").path("shops").size()).isZero();
        assertThat(suggest("htx").path("shops").size()).isEqualTo(2);
        assertThat(suggest("hợp tác xã").path("shops").size()).isEqualTo(2);
        var xanh = suggest("htx đồng x").path("shops");
        assertThat(xanh.size()).isEqualTo(1);
        assertThat(xanh.get(0).path("slug").asString()).isEqualTo("dong-xanh");
    }

    @ParameterizedTest
    @CsvSource({"CF-2, CF-2", "cf2, CF-2", "sữa tươi, YG-1"})
    void suggestsNumbersAndWhatASearchOffers(String typed, String first) {
        assertThat(suggest(typed).path("products").get(0).path("sku").asString())
                .isEqualTo(first);
        assertThat(suggest("zzzz").path("products").size()).isZero();
    }

    @Test
    void showsThePriceOfTheCatalogue() {
        var card = search("dứa").path("items").get(0);
        assertThat(card.path("price").asLong()).isEqualTo(25_000);
        assertThat(card.path("currency").asString()).isEqualTo("VND");
        assertThat(card.path("shop").path("slug").asString()).isEqualTo("dong-xanh");
    }

    @Test
    void saysSoWhenElasticsearchIsDownAndGoesOnWhenItIsBack() {
        var elasticsearch = LocalStack.shared().elasticsearch();
        elasticsearch.process().orElseThrow().destroyForcibly();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> elasticsearch.process().isEmpty());
        var start = System.nanoTime();

        client.get()
                .uri("/api/v1/search?q=ca phe&lang=en")
                .exchange()
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/search-unavailable")
                .jsonPath("$.title")
                .isEqualTo("Search is taking a break");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        client.get().uri("/api/v1/listings").exchange().expectStatus().isOk();
        elasticsearch.start();
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> !skus(search("ca phe")).isEmpty());
    }

    private JsonNode search(String typed) {
        return read(client.get()
                .uri(builder -> builder.path("/api/v1/search")
                        .queryParam("q", "{q}")
                        .queryParam("page_size", 50)
                        .build(typed)));
    }

    private JsonNode suggest(String typed) {
        return read(client.get()
                .uri(builder -> builder.path("/api/v1/search/suggest")
                        .queryParam("q", "{q}")
                        .build(typed)));
    }

    private JsonNode get(String uri) {
        return read(client.get().uri(uri));
    }

    private static JsonNode read(WebTestClient.RequestHeadersSpec<?> request) {
        var body = request.exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JSON.readTree(Objects.requireNonNull(body));
    }

    /** Of what has everything that was asked for. */
    private static List<String> exactSkus(JsonNode answer) {
        return answer.path("items")
                .valueStream()
                .filter(item -> !item.path("nearest").asBoolean())
                .map(item -> item.path("sku").asString())
                .toList();
    }

    private static List<String> skus(JsonNode answer) {
        return answer.path("items")
                .valueStream()
                .map(item -> item.path("sku").asString())
                .toList();
    }

    private static List<String> names(JsonNode answer, String facet) {
        return answer.path("facets")
                .path(facet)
                .valueStream()
                .map(choice -> choice.path("name").asString())
                .toList();
    }

    private static long choice(JsonNode answer, String facet, String value) {
        return answer.path("facets")
                .path(facet)
                .valueStream()
                .filter(choice -> choice.path("value").asString().equals(value))
                .mapToLong(choice -> choice.path("count").asLong())
                .findFirst()
                .orElse(0);
    }
}
