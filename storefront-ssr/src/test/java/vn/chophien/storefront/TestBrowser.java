package vn.chophien.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Opens pages as somebody: {@code seller}, {@code operator}, or null for nobody in particular. */
final class TestBrowser {

    static final String COOKIE = "phien";

    private final WebTestClient client;

    TestBrowser(int port) {
        client = WebTestClient.bindToServer()
                .responseTimeout(Duration.ofSeconds(30))
                .baseUrl("http://localhost:" + port)
                .build();
    }

    WebTestClient client() {
        return client;
    }

    /** A new session of that person. */
    String signIn(String who) {
        var answer = client.post()
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

    /** A page for somebody who signs in first. */
    String page(String path, @Nullable String who, int status) {
        return pageIn(path, who == null ? null : signIn(who), status);
    }

    /** A page in a session. */
    String pageIn(String path, @Nullable String session, int status) {
        var request = client.get().uri(path);
        var answer = (session == null ? request : request.cookie(COOKIE, session))
                .exchange()
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getStatus().value()).as(path).isEqualTo(status);
        var page = Objects.requireNonNull(answer.getResponseBody());
        Html.assertWellFormed(page);
        return page;
    }
}
