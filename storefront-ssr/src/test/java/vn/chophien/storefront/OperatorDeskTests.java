package vn.chophien.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@StorefrontTest
class OperatorDeskTests {

    private static final String COOKIE = "phien";

    private final MarketStub market = MarketStub.shared();
    private final WebTestClient browser;

    OperatorDeskTests(@LocalServerPort int port) {
        browser =
                WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @BeforeEach
    void openTheMarket() {
        market.isOpen();
    }

    @Test
    void opensToOperatorsOnly() {
        assertThat(page("/operator-desk", "operator", 200))
                .contains("href=\"/operator-desk\"")
                .contains("<h1>Việc đang chờ</h1>");
        assertThat(page("/en/operator-desk", "operator", 200)).contains("<h1>Waiting for you</h1>");
        assertThat(page("/operator-desk", "seller", 403)).doesNotContain("Việc đang chờ");
        browser.get().uri("/operator-desk").exchange().expectStatus().isSeeOther();
    }

    private String page(String path, String who, int status) {
        var answer = browser.get()
                .uri(path)
                .cookie(COOKIE, signIn(who))
                .exchange()
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getStatus().value()).isEqualTo(status);
        var page = Objects.requireNonNull(answer.getResponseBody());
        Html.assertWellFormed(page);
        return page;
    }

    private String signIn(String who) {
        var answer = browser.post()
                .uri("/sign-in")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("email=%1$s@example.vn&password=demo-%1$s".formatted(who))
                .exchange()
                .expectStatus()
                .isSeeOther()
                .expectBody()
                .returnResult();
        return Objects.requireNonNull(answer.getResponseCookies().getFirst(COOKIE))
                .getValue();
    }
}
