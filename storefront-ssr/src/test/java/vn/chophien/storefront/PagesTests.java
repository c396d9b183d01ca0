package vn.chophien.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

@StorefrontTest
class PagesTests {

    private final MarketStub market = MarketStub.shared();
    private final String base;
    private final WebTestClient browser;

    PagesTests(@LocalServerPort int port) {
        base = "http://localhost:" + port;
        browser = WebTestClient.bindToServer()
                .responseTimeout(Duration.ofSeconds(30))
                .baseUrl(base)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
                .build();
    }

    @BeforeEach
    void openTheMarket() {
        market.isOpen();
    }

    static Stream<String> pages() {
        return Stream.of(
                "/",
                "/search?q=ca+phe",
                "/search?q=ca+phe&stars=4&stars=5&province=66&min_price=1000&max_price=900000&organic=true&in_stock=true&sort=price_asc",
                "/c/do-uong",
                "/c/do-uong/ca-phe-ca-cao",
                "/categories",
                "/collections/in-season",
                "/collections/ocop",
                "/collections/gift",
                "/collections/new",
                "/p/" + MarketStub.LISTING,
                "/shops",
                "/shops?province=66",
                "/shop/" + MarketStub.SHOP,
                "/sign-in",
                "/sign-up",
                "/policies/terms",
                "/policies/privacy",
                "/policies/complaints",
                "/design");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showsEachPageInBothLanguages(String path) {
        assertShows(path, "vi");
        assertShows(path.equals("/") ? "/en" : "/en" + path, "en");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void marksEveryVietnameseWordOfAnEnglishPage(String path) {
        Html.assertVietnameseIsMarked(page(path.equals("/") ? "/en" : "/en" + path, HttpStatus.OK));
    }

    @Test
    void translatesWhatSellersOftenWrite() {
        assertThat(page("/en/p/" + MarketStub.LISTING, HttpStatus.OK))
                .contains("Organic (own assessment)")
                .contains("lang=\"vi\">Chè sạch của bản")
                .contains("Recorded by: <span>Technical team</span>")
                .contains("Recorded by: <span lang=\"vi\">Chị Hoa</span>");
        assertThat(page("/p/" + MarketStub.LISTING, HttpStatus.OK)).contains("Người ghi nhận: <span>Thủ kho</span>");
    }

    private void assertShows(String path, String language) {
        var page = page(path, HttpStatus.OK);
        assertThat(page).contains("<html lang=\"" + language + "\">").containsOnlyOnce("<h1");
        Html.assertWellFormed(page);
    }

    @Test
    void linksToTheSamePageInTheOtherLanguage() {
        assertThat(page("/search?q=ca+phe", HttpStatus.OK))
                .contains("<link rel=\"alternate\" hreflang=\"en\" href=\"http://localhost:8080/en/search?q=ca+phe\">")
                .contains("href=\"/en/search?q=ca+phe\" lang=\"en\"");
        assertThat(page("/en/search?q=ca+phe", HttpStatus.OK)).contains("href=\"/search?q=ca+phe\" lang=\"vi\"");
    }

    @Test
    void saysInBothLanguagesThatAPageIsNotThere() {
        assertThat(page("/p/khong-co", HttpStatus.NOT_FOUND)).contains("<h1>Không tìm thấy trang này</h1>");
        assertThat(page("/en/p/nowhere", HttpStatus.NOT_FOUND)).contains("<h1>This page is not here</h1>");
        assertThat(page("/en/no/such/page", HttpStatus.NOT_FOUND)).contains("<h1>This page is not here</h1>");
        assertThat(page("/c/khong-co", HttpStatus.NOT_FOUND)).contains("Không tìm thấy trang này");
    }

    @Test
    void showsAnOcopBadgeOnlyForAnAwardThatTheApiVouchesFor() {
        assertThat(mainOf(page("/p/" + MarketStub.LISTING, HttpStatus.OK)))
                .contains("class=\"ocop\"")
                .contains("9607/QĐ-UBND");
        market.vouchesForNoAward();
        assertThat(mainOf(page("/p/" + MarketStub.LISTING, HttpStatus.OK)))
                .doesNotContain("class=\"ocop\"")
                .doesNotContain("QĐ-UBND");
    }

    /** The product itself, without those of the same shop below it. */
    private static String mainOf(String page) {
        return page.substring(page.indexOf("<h1"), page.indexOf("id=\"related-title\""));
    }

    @Test
    void describesAProductToSearchEngines() {
        assertThat(page("/en/p/" + MarketStub.LISTING, HttpStatus.OK))
                .contains(
                        "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"Product\"")
                .contains("\"priceCurrency\":\"VND\"");
    }

    @Test
    void escapesWhatSomebodySearchesFor() {
        assertThat(page("/search?q=%3Cscript%3Ealert(1)%3C/script%3E", HttpStatus.OK))
                .doesNotContain("<script>alert(1)")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void answersAScriptWithTheChangingPartOnly() {
        var fragment = browser.get()
                .uri("/search?q=ca+phe")
                .header("HX-Request", "true")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(fragment)
                .containsOnlyOnce("<div class=\"search-body\" id=\"search-body\">")
                .doesNotContain("<html");
    }

    @Test
    void suggestsWhileSomebodyTypes() {
        assertThat(page("/en/search/suggest?q=ca", HttpStatus.OK))
                .contains("role=\"option\"")
                .contains("href=\"/en/p/");
    }

    @Test
    void countsAResultAsOpenedForTheWordsItWasFoundBy() {
        assertThat(page("/search?q=ca+phe&after=caf%C3%A9", HttpStatus.OK))
                .contains("href=\"/p/ca-phe-robusta-mat-ong-rang-vua-doi-gio?q=ca+phe&amp;after=caf%C3%A9&amp;at=1\"");
        assertThat(page("/collections/new", HttpStatus.OK)).doesNotContain("at=1");
        market.server().resetRequests();
        market.server()
                .stubFor(post(urlPathEqualTo("/api/v1/search/opens"))
                        .willReturn(aResponse().withStatus(202)));
        page("/p/ca-phe-robusta-mat-ong-rang-vua-doi-gio", HttpStatus.OK);
        market.server().verify(0, postRequestedFor(urlPathEqualTo("/api/v1/search/opens")));
        page("/p/ca-phe-robusta-mat-ong-rang-vua-doi-gio?q=ca+phe&at=3", HttpStatus.OK);
        market.server()
                .verify(
                        1,
                        postRequestedFor(urlPathEqualTo("/api/v1/search/opens"))
                                .withRequestBody(equalToJson("{\"words\":\"ca phe\",\"place\":3}")));
    }

    @Test
    void showsAProductWhetherItCanBeCountedOrNot() {
        market.server()
                .stubFor(post(urlPathEqualTo("/api/v1/search/opens"))
                        .willReturn(aResponse().withStatus(500)));
        page("/p/ca-phe-robusta-mat-ong-rang-vua-doi-gio?q=ca+phe&at=3", HttpStatus.OK);
        page("/p/ca-phe-robusta-mat-ong-rang-vua-doi-gio?q=&at=x", HttpStatus.OK);
    }

    @Test
    void offersHelpWhenNothingIsFound() {
        market.searchFindsNothing();
        assertThat(page("/search?q=zzzz", HttpStatus.OK))
                .contains("<input type=\"hidden\" name=\"after\" value=\"zzzz\">");
        assertThat(page("/search?q=zzzz", HttpStatus.OK))
                .contains("Có phải bạn tìm")
                .contains("Chưa tìm thấy sản phẩm nào")
                .as("there is nothing to filter")
                .doesNotContain("id=\"filters\"");
        assertThat(page("/search?q=zzzz&organic=true", HttpStatus.OK)).contains("id=\"filters\"");
    }

    @Test
    void saysThatNothingComesNearAboveWhatOthersLike() {
        market.searchFindsWhatIsLiked();
        assertThat(page("/search?q=zzzz", HttpStatus.OK))
                .contains("Dưới đây là những sản phẩm được người mua yêu thích")
                .doesNotContain("Dưới đây là những sản phẩm gần nhất");
        assertThat(page("/en/search?q=zzzz", HttpStatus.OK)).contains("Here is what other buyers like");
    }

    @Test
    void leavesOutWhatTheApiRefusesOfAnAddress() {
        market.searchRefuses("province", "99");
        assertThat(page("/search?q=ca+phe&province=99&stars=4", HttpStatus.OK))
                .contains("id=\"search-body\"")
                .contains("id=\"filters\"")
                .doesNotContain("name=\"province\" value=\"99\"");
    }

    @Test
    void tellsWhatWasReadInTheWordsAndWhatOnlyComesNear() {
        market.searchFindsWhatComesNear();
        var words =
                "c%C3%A0+ph%C3%AA+Ph%C3%BA+Y%C3%AAn+4+sao+d%C6%B0%E1%BB%9Bi+200k+h%E1%BB%AFu+c%C6%A1+qu%C3%A0+T%E1%BA%BFt";
        var answer = page("/search?q=" + words, HttpStatus.OK);
        assertThat(answer)
                .contains("Phú Yên (Đắk Lắk)")
                .contains("dưới 200k")
                .contains("<mark>Cà phê</mark>")
                .contains("Gần với điều bạn tìm")
                .contains("name=\"certificate\" value=\"vietgap\"")
                .contains("name=\"shop\" value=\"doi-gio-cu-mgar\"")
                .contains("2 sản phẩm")
                .contains("href=\"/policies/ranking\"")
                .as("organic is asked about once, among the certificates")
                .contains("id=\"certificate-huu-co\"")
                .doesNotContain("id=\"organic\"");
        assertThat(answer)
                .as("each condition is taken back by searching for the other words")
                .contains("/search?q=c%C3%A0+ph%C3%AA+4+sao+d%C6%B0%E1%BB%9Bi+200k");
        Html.assertWellFormed(answer);
        assertThat(page("/en/search?q=coffee", HttpStatus.OK)).contains("Close to what you asked for");
    }

    @Test
    void publishesHowResultsAreRanked() {
        assertThat(page("/policies/ranking", HttpStatus.OK)).contains("Không ai trả tiền để được xếp cao hơn");
        assertThat(page("/en/policies/ranking", HttpStatus.OK)).contains("Nobody can pay for a place");
    }

    @Test
    void keepsCategoriesOpenWhileSearchIsAway() {
        market.searchIsAway();
        assertThat(page("/c/do-uong", HttpStatus.OK))
                .contains("Tính năng tìm kiếm đang tạm nghỉ")
                .contains("class=\"card ");
        var answer = page("/en/search?q=coffee", HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer).contains("Search is taking a break").contains("Browse by category");
        Html.assertWellFormed(answer);
    }

    @Test
    void saysSoWhenTheApiIsAway() {
        market.isAway();
        var answer = get("/en/shop/" + MarketStub.SHOP);
        assertThat(answer.getStatus()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(answer.getResponseHeaders().getFirst("Retry-After")).isNotNull();
        assertThat(answer.getResponseBody())
                .contains("The market is taking a short break")
                .contains("Reference: ");
    }

    @Test
    void sendsNothingTwiceThatTheBrowserHas() {
        var first = get("/shops");
        var tag = first.getResponseHeaders().getETag();
        assertThat(tag).isNotNull();
        assertThat(first.getResponseHeaders().getCacheControl())
                .contains("public")
                .contains("s-maxage=60");
        browser.get()
                .uri("/shops")
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange()
                .expectStatus()
                .isNotModified()
                .expectBody()
                .isEmpty();
    }

    @Test
    void startsNoSessionForSomebodyWhoOnlyReads() {
        assertThat(get("/p/" + MarketStub.LISTING).getResponseHeaders().containsHeader(HttpHeaders.SET_COOKIE))
                .isFalse();
    }

    @Test
    void tellsTheApiWhomAPageViewComesFrom() {
        browser.get()
                .uri("/p/" + MarketStub.LISTING)
                .header("X-Forwarded-For", "203.0.113.7")
                .exchange()
                .expectStatus()
                .isOk();

        market.server()
                .verify(getRequestedFor(urlPathEqualTo("/api/v1/listings/" + MarketStub.LISTING))
                        .withHeader("X-Forwarded-For", matching("203\\.0\\.113\\.7, (127.0.0.1|0:0:0:0:0:0:0:1)")));
    }

    @Test
    void tellsTheApiWhoReadsForAPage() {
        page("/market-prices", HttpStatus.OK);
        market.server()
                .verify(getRequestedFor(urlPathEqualTo("/api/v1/prices/board"))
                        .withHeader("X-Storefront-Secret", equalTo(StorefrontTest.SECRET)));
    }

    @Test
    void letsTheApiCountFilesThatAreOnlyPassedOn() {
        market.server().resetRequests();
        page("/market-prices/prices.json", HttpStatus.OK);
        market.server()
                .verify(
                        1,
                        getRequestedFor(urlPathEqualTo("/api/v1/prices/board"))
                                .withHeader("X-Forwarded-For", matching("127.0.0.1|0:0:0:0:0:0:0:1"))
                                .withoutHeader("X-Storefront-Secret"));
    }

    @Test
    void letsBrowsersRunOnlyOurScripts() {
        var headers = get("/").getResponseHeaders();
        assertThat(headers.getFirst("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("script-src 'self';")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page("/", HttpStatus.OK)).doesNotContain(" style=\"").doesNotContain(" onclick=");
    }

    @Test
    void publishesAssetsForEverAndCompressed() throws Exception {
        var name =
                page("/", HttpStatus.OK).replaceAll("(?s).*href=\"(/assets/css/site\\.[0-9a-f]{10}\\.css)\".*", "$1");
        // The test client of Spring unpacks answers and hides that they were packed.
        try (var plain = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(base + name))
                    .header(HttpHeaders.ACCEPT_ENCODING, "gzip")
                    .build();
            var style = plain.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(style.headers().firstValue(HttpHeaders.CONTENT_ENCODING)).contains("gzip");
            assertThat(style.headers().firstValue(HttpHeaders.CACHE_CONTROL))
                    .contains("max-age=31536000, public, immutable");
            assertThat(style.body()).hasSizeLessThan(20_000);
        }
        browser.get().uri("/assets/css/site.css").exchange().expectStatus().isNotFound();
    }

    @Test
    void passesPicturesThroughWithTheirCaching() {
        browser.get()
                .uri("/pictures/" + MarketStub.PICTURE + "/320")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"picture\"")
                .expectBody(byte[].class)
                .isEqualTo(new byte[] {1, 2, 3});
        browser.get()
                .uri("/pictures/" + MarketStub.PICTURE + "/321")
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private String page(String path, HttpStatus status) {
        var answer = get(path);
        assertThat(answer.getStatus()).as(path).isEqualTo(status);
        var body = answer.getResponseBody();
        assertThat(body).isNotNull();
        return body == null ? "" : body;
    }

    private EntityExchangeResult<String> get(String path) {
        return browser.get()
                .uri(URI.create(base + path))
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }
}
