package vn.chophien.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The one page of ours that may stand in other people's pages. */
@StorefrontTest
class PriceWidgetTests {
    private static final String POLICY = "Content-Security-Policy";

    private final MarketStub market = MarketStub.shared();
    private final WebTestClient browser;

    PriceWidgetTests(@LocalServerPort int port) {
        browser =
                WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @BeforeEach
    void openTheMarket() {
        market.isOpen();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/market-prices/series/CA-PHE.FARM/widget", "/en/market-prices/series/CA-PHE.FARM/widget"})
    void showsThePriceWithItsSourceAndRunsNothing(String path) {
        var answer = browser.get().uri(path).exchange().expectStatus().isOk();
        answer.expectHeader()
                .value(
                        POLICY,
                        policy -> assertThat(policy)
                                .contains("frame-ancestors *")
                                .contains("default-src 'none'")
                                .doesNotContain("script-src"));
        answer.expectHeader().doesNotExist("X-Frame-Options");
        answer.expectHeader().doesNotExist(HttpHeaders.SET_COOKIE);
        var page = Objects.requireNonNull(
                answer.expectBody(String.class).returnResult().getResponseBody());
        assertThat(page).doesNotContain("<script").doesNotContain("<form").contains("price-widget-price");
    }

    @Test
    void noOtherPageMayBeFramed() {
        for (var path : new String[] {"/", "/sign-in", "/market-prices/series/CA-PHE.FARM/widget/x"}) {
            browser.get()
                    .uri(path)
                    .exchange()
                    .expectHeader()
                    .value(POLICY, policy -> assertThat(policy).contains("frame-ancestors 'none'"));
        }
    }
}
