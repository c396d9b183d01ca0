package vn.chophien.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

@StorefrontTest
class PriceAlertPagesTests {
    private final MarketStub market = MarketStub.shared();
    private final WebTestClient browser;

    PriceAlertPagesTests(@LocalServerPort int port) {
        browser = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
                .build();
    }

    @BeforeEach
    void threeOfWhichOneIsUnusual() {
        market.isOpen();
        page("", alert("A", "Cà phê, Đắk Lắk", 2) + "," + alert("B", "Tiêu, Gia Lai", 0), ",\"next_cursor\":\"more\"");
        page("more", alert("C", "Chè, Bảo Lộc", 0), "");
    }

    @Test
    void theFirstPageShowsWhatIsUnusualAndLeadsOn() {
        var page = read("/market-prices/alerts");
        Html.assertWellFormed(page);
        assertThat(page)
                .contains("id=\"unusual\"")
                .contains("Cà phê, Đắk Lắk")
                .contains("href=\"/market-prices/alerts?cursor=more\"")
                .contains("Dữ liệu minh họa");
        assertThat(page.replaceAll("(?s).*<summary>(.*?)</summary>.*", "$1"))
                .as("how many there are on all pages")
                .contains("2");
    }

    @Test
    void aLaterPageGoesOnWithoutSayingThatNothingIsUnusual() {
        var page = read("/market-prices/alerts?cursor=more");
        Html.assertWellFormed(page);
        assertThat(page)
                .contains("Chè, Bảo Lộc")
                .doesNotContain("id=\"unusual\"")
                .doesNotContain("rel=\"next\"")
                .contains("<details class=\"section price-fold\" open>");
    }

    private void page(String cursor, String items, String more) {
        market.server()
                .stubFor(get(urlPathEqualTo("/api/v1/prices/alerts"))
                        .withQueryParam("cursor", cursor.isEmpty() ? absent() : equalTo(cursor))
                        .willReturn(MarketStub.json("""
                                {"items":[%s],"total":3,"unusual":1,"unassessed":4,"demonstration":true,"bands":[]%s}
                                """.formatted(items, more))));
    }

    private static String alert(String code, String title, int severity) {
        return """
                {"series":{"code":"%s","title":"%s","unit":"đ/kg","source":"Sở Công Thương","licence":"CC0-1.0",
                  "demonstration":false},
                 "alert":{"month":"2026-10-01","price":112000,"severity":%d,
                  "alps":{"value":1.5,"level_name":"Mức","severity":%d}}}
                """.formatted(code, title, severity, severity);
    }

    private String read(String path) {
        return Objects.requireNonNull(browser.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
