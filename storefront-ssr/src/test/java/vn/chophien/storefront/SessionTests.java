package vn.chophien.storefront;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import vn.chophien.localstack.LocalStack;

@StorefrontTest
class SessionTests {

    private static final String COOKIE = "phien";

    private final MarketStub market = MarketStub.shared();
    private final String base;
    private final WebTestClient browser;

    SessionTests(@LocalServerPort int port) {
        base = "http://localhost:" + port;
        browser = WebTestClient.bindToServer()
                .responseTimeout(Duration.ofSeconds(30))
                .baseUrl(base)
                .build();
    }

    @BeforeEach
    void openTheMarket() {
        market.isOpen();
    }

    @AfterEach
    void bringRedisBack() {
        LocalStack.shared().redis().start();
    }

    @Test
    void signsInUnderASafeCookieAndShowsTheDesk() {
        var cookie = signIn();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        var page = page("/en/shops", cookie.getValue());
        assertThat(page)
                .contains("H’Hen Niê")
                .contains("href=\"/en/seller-desk\"")
                .doesNotContain("href=\"/en/trade-desk\"");
    }

    @Test
    void sendsAStrangerToSignInAndBackAgain() {
        var answer = browser.get().uri("/en/account").exchange().expectBody().returnResult();
        assertThat(answer.getStatus().value()).isEqualTo(303);
        assertThat(answer.getResponseHeaders().getLocation()).hasToString("/en/sign-in?next=%2Faccount");
        assertThat(page("/en/account", signIn().getValue()))
                .contains("seller@example.vn")
                .contains("My orders");
    }

    @Test
    void keepsADeskFromSomebodyWithoutItsRole() {
        var answer = browser.get()
                .uri("/en/trade-desk")
                .cookie(COOKIE, signIn().getValue())
                .exchange()
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getStatus().value()).isEqualTo(403);
        assertThat(answer.getResponseBody()).contains("This page is not open to you");
    }

    @Test
    void saysTheSameForAnUnknownAddressAndAWrongPassword() {
        var answer = send("/en/sign-in", null, "email=seller@example.vn&password=wrong", "http://" + host());
        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(answer.getResponseBody())
                .contains("class=\"error-summary\"")
                .contains("The e-mail address or the password is not right")
                .contains("value=\"seller@example.vn\"");
    }

    @Test
    void marksTheFieldsThatAreMissing() {
        var answer = send("/en/sign-in", null, "email=&password=", null);
        assertThat(answer.getStatus().value()).isEqualTo(422);
        assertThat(answer.getResponseBody())
                .contains("href=\"#field-email\"")
                .contains("aria-invalid=\"true\" aria-describedby=\"error-email\"");
    }

    @Test
    void leadsBackToOurOwnPagesOnly() {
        var home = send("/sign-in", null, "email=seller@example.vn&password=demo-seller&next=//evil.example/", null);
        assertThat(home.getResponseHeaders().getLocation()).hasToString("/");
        var desk =
                send("/en/sign-in", null, "email=seller@example.vn&password=demo-seller&next=/shops?province=66", null);
        assertThat(desk.getResponseHeaders().getLocation()).hasToString("/en/shops?province=66");
    }

    @Test
    void refusesFormsFromOtherSites() {
        var cookie = signIn().getValue();
        assertThat(send("/sign-out", cookie, "_token=" + token(cookie), "https://evil.example")
                        .getStatus()
                        .value())
                .isEqualTo(403);
        assertThat(page("/shops", cookie)).contains("H’Hen Niê");
    }

    @Test
    void wantsTheTokenFromAClientThatDoesNotSayWhereTheFormComesFrom() {
        var cookie = signIn().getValue();
        assertThat(send("/sign-out", cookie, "", null).getStatus().value()).isEqualTo(403);
        assertThat(send("/sign-out", cookie, "_token=0", null).getStatus().value())
                .isEqualTo(403);
        assertThat(send("/sign-out", cookie, "_token=" + token(cookie), null)
                        .getStatus()
                        .value())
                .isEqualTo(303);
        assertThat(page("/shops", cookie)).doesNotContain("H’Hen Niê");
        market.server().verify(postRequestedFor(urlPathEqualTo("/api/v1/auth/revoke")));
    }

    @Test
    void renewsAnExpiredTokenOnceForAllCallsOfAPage() {
        market.server()
                .stubFor(post(urlPathEqualTo("/api/v1/auth/token"))
                        .atPriority(1)
                        .willReturn(MarketStub.json(MarketStub.tokens("first", 1))));
        market.server()
                .stubFor(post(urlPathEqualTo("/api/v1/auth/refresh"))
                        .willReturn(MarketStub.json(MarketStub.tokens("second", 900))
                                .withFixedDelay(100)));
        var cookie = signIn().getValue();
        page("/p/" + MarketStub.LISTING, cookie);
        page("/p/" + MarketStub.LISTING, cookie);
        market.server().verify(1, postRequestedFor(urlPathEqualTo("/api/v1/auth/refresh")));
        market.server()
                .verify(
                        2,
                        getRequestedFor(urlPathEqualTo("/api/v1/listings/" + MarketStub.LISTING))
                                .withHeader("Authorization", equalTo("Bearer access-second")));
    }

    @Test
    void showsTheMarketToSomebodyWhoseTokensAreNoLongerGood() {
        market.server()
                .stubFor(post(urlPathEqualTo("/api/v1/auth/token"))
                        .atPriority(1)
                        .willReturn(MarketStub.json(MarketStub.tokens("stale", 1))));
        market.server()
                .stubFor(post(urlPathEqualTo("/api/v1/auth/refresh"))
                        .willReturn(MarketStub.problem(401, "invalid-token")));
        var cookie = signIn().getValue();
        assertThat(page("/en/p/" + MarketStub.LISTING, cookie)).contains("Add to cart");
        assertThat(page("/en/shops", cookie)).contains("href=\"/en/sign-in\"");
    }

    @Test
    void staysOpenForReadersWhileRedisIsAway() {
        var cookie = signIn().getValue();
        LocalStack.shared().redis().stop();
        assertThat(page("/en/shops", cookie)).contains("href=\"/en/sign-in\"");
        assertThat(send("/en/sign-in", null, "email=seller@example.vn&password=demo-seller", null)
                        .getStatus()
                        .value())
                .isEqualTo(503);
        LocalStack.shared().redis().start();
        // The client reconnects by itself, with growing pauses.
        var again = await().atMost(Duration.ofSeconds(30))
                .ignoreExceptionsMatching(AssertionError.class::isInstance)
                .until(() -> signIn().getValue(), value -> !value.isEmpty());
        assertThat(page("/en/shops", again)).contains("H’Hen Niê");
    }

    private ResponseCookie signIn() {
        var answer = send("/sign-in", null, "email=seller@example.vn&password=demo-seller", null);
        assertThat(answer.getStatus().value()).isEqualTo(303);
        return Objects.requireNonNull(answer.getResponseCookies().getFirst(COOKIE));
    }

    private String token(String cookie) {
        return page("/shops", cookie).replaceAll("(?s).*name=\"_token\" value=\"([0-9a-f]+)\".*", "$1");
    }

    private String page(String path, String cookie) {
        var body = browser.get()
                .uri(path)
                .cookie(COOKIE, cookie)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(body);
    }

    private EntityExchangeResult<String> send(
            String path, @Nullable String cookie, String form, @Nullable String origin) {
        return browser.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .headers(headers -> {
                    if (origin != null) {
                        headers.setOrigin(origin);
                    }
                })
                .cookies(cookies -> {
                    if (cookie != null) {
                        cookies.add(COOKIE, cookie);
                    }
                })
                .body(BodyInserters.fromValue(form))
                .exchange()
                .expectBody(String.class)
                .returnResult();
    }

    private String host() {
        return base.substring("http://".length());
    }
}
