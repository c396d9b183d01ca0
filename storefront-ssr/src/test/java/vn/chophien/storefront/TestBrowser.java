package vn.chophien.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Opens pages as somebody: {@code seller}, {@code operator}, or null for nobody in particular. */
final class TestBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");

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

    /** Sends the form on a page as somebody who signs in first; fields begin with an ampersand. Answers the page that comes back. */
    String submit(String from, String to, String fields, String who, int status) {
        var session = signIn(who);
        var token = TOKEN.matcher(pageIn(from, session, 200));
        assertThat(token.find()).as("form on %s", from).isTrue();
        var answer = client.post()
                .uri(to)
                .cookie(COOKIE, session)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("_token=" + token.group(1) + fields)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getStatus().value()).as(to).isEqualTo(status);
        return Objects.requireNonNullElse(answer.getResponseBody(), "");
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
