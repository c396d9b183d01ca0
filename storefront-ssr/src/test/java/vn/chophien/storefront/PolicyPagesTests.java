package vn.chophien.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;

@StorefrontTest
class PolicyPagesTests {

    private final WebTestClient browser;

    PolicyPagesTests(@LocalServerPort int port) {
        browser = WebTestClient.bindToServer()
                .responseTimeout(Duration.ofSeconds(30))
                .baseUrl("http://localhost:" + port)
                .build();
    }

    @BeforeEach
    void openTheMarket() {
        MarketStub.shared().isOpen();
    }

    @Test
    void drawsTheTextAndKeepsLinksInTheReadersLanguage() {
        assertThat(page("/policies/terms"))
                .contains("<h2>Ai bán hàng cho bạn</h2>")
                .contains("href=\"/policies/complaints\"")
                .contains("chưa khai báo đơn vị vận hành");
        assertThat(page("/en/policies/terms"))
                .contains("<h2>Who sells to you</h2>")
                .contains("href=\"/en/policies/complaints\"");
        assertThat(page("/policies/privacy")).contains("<table>").contains("<th>Dữ liệu</th>");
    }

    @Test
    void knowsNoOtherPolicy() {
        browser.get().uri("/policies/cookies").exchange().expectStatus().isNotFound();
    }

    private String page(String path) {
        var body = browser.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return body == null ? "" : body;
    }
}
