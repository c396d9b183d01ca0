package vn.chophien.marketplace.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;

@MarketplaceTest
class AccountIntegrationTests {
    private static final String PASSWORD = "ruộng bậc thang";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private DatabaseClient database;

    @Test
    void opensAnAccountAndSignsIn() {
        var email = newEmail();
        register("  " + email.toUpperCase() + " ", PASSWORD, true)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.email")
                .isEqualTo(email)
                .jsonPath("$.roles[0]")
                .isEqualTo("BUYER")
                .jsonPath("$.shop")
                .doesNotExist();

        var tokens = tokensOf(signIn(email, PASSWORD));

        assertThat(tokens.tokenType()).isEqualTo("Bearer");
        assertThat(tokens.expiresIn()).isEqualTo(900);
        me(tokens)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.display_name")
                .isEqualTo("Lan")
                .jsonPath("$.phone")
                .isEqualTo("0912345678");
        assertThat(runningConsents(email)).isEqualTo(1);
    }

    @Test
    void saysTheSameForAWrongPasswordAndAnUnknownAddress() {
        var email = newEmail();
        register(email, PASSWORD, true).expectStatus().isCreated();

        expectInvalidCredentials(signIn(email, "something else"));
        expectInvalidCredentials(signIn(newEmail(), PASSWORD));
        expectInvalidCredentials(signIn("no address", PASSWORD));
    }

    @Test
    void refusesASecondAccountForAnAddress() {
        var email = newEmail();
        register(email, PASSWORD, true).expectStatus().isCreated();

        register(email, "another password", true)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/email-taken");
    }

    @Test
    void namesEveryFieldAtFaultInTheCallersLanguage() {
        client.post()
                .uri("/api/v1/accounts?lang=en")
                .bodyValue(Map.of("email", "lan", "password", "short", "display_name", " ", "phone", "12"))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-request")
                .jsonPath("$.errors[?(@.field == 'password')].message")
                .isEqualTo("Enter 8 to 200 characters.")
                .jsonPath("$.errors[?(@.field == 'display_name')].code")
                .isEqualTo("required")
                .jsonPath("$.errors[?(@.field == 'phone')].code")
                .isEqualTo("phone")
                .jsonPath("$.errors[?(@.field == 'accepted_terms')].code")
                .isEqualTo("required");
        register("lan@nowhere", PASSWORD, true)
                .expectBody()
                .jsonPath("$.errors[0].message")
                .isEqualTo("Nhập địa chỉ email đúng dạng, ví dụ ten@example.vn.");
        register(newEmail(), PASSWORD, false)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("accepted_terms");
        register(newEmail(), "12345678", true)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("weak-password");
    }

    @Test
    void exchangesARefreshTokenOnceAndEndsTheSignInWhenACopyShowsUp() {
        var first = signedUp();
        var second = tokensOf(refresh(first.refreshToken()));
        me(second).expectStatus().isOk();
        letPass("10 minutes");

        refresh(first.refreshToken())
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-refresh-token");
        refresh(second.refreshToken()).expectStatus().isUnauthorized();
    }

    @Test
    void forgivesAClientThatRefreshesTwiceAtOnce() {
        var first = signedUp();

        var second = tokensOf(refresh(first.refreshToken()));
        var twin = tokensOf(refresh(first.refreshToken()));

        refresh(second.refreshToken()).expectStatus().isOk();
        refresh(twin.refreshToken()).expectStatus().isOk();
    }

    @Test
    void signsOut() {
        var tokens = signedUp();

        revoke(tokens.refreshToken()).expectStatus().isNoContent();

        refresh(tokens.refreshToken()).expectStatus().isUnauthorized();
        revoke("unknown").expectStatus().isNoContent();
    }

    @Test
    void stopsWhoeverGuessesTooOften() {
        var email = newEmail();
        for (int attempt = 0; attempt < 10; attempt++) {
            expectInvalidCredentials(signIn(email, "guess " + attempt));
        }

        signIn(email, PASSWORD)
                .expectStatus()
                .isEqualTo(429)
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("Vui lòng đợi 15 phút rồi thử lại.");
    }

    @Test
    void changesOnesOwnNameAndPhone() {
        var buyer = accounts.buyer().on(client);

        buyer.patch()
                .uri("/api/v1/me")
                .header(HttpHeaders.IF_MATCH, tagOf(buyer))
                .bodyValue(Map.of("display_name", "Y Bhiăng", "phone", "+84 262 3812 345"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.display_name")
                .isEqualTo("Y Bhiăng")
                .jsonPath("$.phone")
                .isEqualTo("02623812345");
        buyer.patch()
                .uri("/api/v1/me")
                .header(HttpHeaders.IF_MATCH, tagOf(buyer))
                .bodyValue(Map.of("phone", ""))
                .exchange()
                .expectBody()
                .jsonPath("$.display_name")
                .isEqualTo("Y Bhiăng")
                .jsonPath("$.phone")
                .doesNotExist();
    }

    /** What was changed on another device in between is not overwritten unseen. */
    @Test
    void changesOnlyTheAccountThatWasSeen() {
        var buyer = accounts.buyer().on(client);
        var seen = tagOf(buyer);
        rename(buyer, "Y Bhiăng", seen).expectStatus().isOk().expectHeader().value(HttpHeaders.ETAG, tag -> {
            assertThat(tag).isNotEqualTo(seen);
            assertThat(tag).isEqualTo(tagOf(buyer));
        });
        rename(buyer, "Y Bhiăng Niê", seen)
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/precondition-failed");
        buyer.patch()
                .uri("/api/v1/me")
                .bodyValue(Map.of("display_name", "Lan"))
                .exchange()
                .expectStatus()
                .isEqualTo(428);
        buyer.get()
                .uri("/api/v1/me")
                .exchange()
                .expectBody()
                .jsonPath("$.display_name")
                .isEqualTo("Y Bhiăng");
    }

    private static ResponseSpec rename(WebTestClient buyer, String name, String tag) {
        return buyer.patch()
                .uri("/api/v1/me")
                .header(HttpHeaders.IF_MATCH, tag)
                .bodyValue(Map.of("display_name", name))
                .exchange();
    }

    private static String tagOf(WebTestClient buyer) {
        return Objects.requireNonNull(buyer.get()
                .uri("/api/v1/me")
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag());
    }

    @Test
    void wantsASignInForOnesOwnAccount() {
        client.get()
                .uri("/api/v1/me")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/sign-in-required");
    }

    private TokenResponse signedUp() {
        var email = newEmail();
        register(email, PASSWORD, true).expectStatus().isCreated();
        return tokensOf(signIn(email, PASSWORD));
    }

    private ResponseSpec register(String email, String password, boolean acceptedTerms) {
        return client.post()
                .uri("/api/v1/accounts")
                .bodyValue(Map.of(
                        "email", email,
                        "password", password,
                        "display_name", "Lan",
                        "phone", "0912 345 678",
                        "accepted_terms", acceptedTerms))
                .exchange();
    }

    private ResponseSpec signIn(String email, String password) {
        return client.post()
                .uri("/api/v1/auth/token")
                .bodyValue(Map.of("email", email, "password", password))
                .exchange();
    }

    private ResponseSpec refresh(String token) {
        return client.post()
                .uri("/api/v1/auth/refresh")
                .bodyValue(Map.of("refresh_token", token))
                .exchange();
    }

    private ResponseSpec revoke(String token) {
        return client.post()
                .uri("/api/v1/auth/revoke")
                .bodyValue(Map.of("refresh_token", token))
                .exchange();
    }

    private ResponseSpec me(TokenResponse tokens) {
        return client.get()
                .uri("/api/v1/me")
                .headers(headers -> headers.setBearerAuth(tokens.accessToken()))
                .exchange();
    }

    private static TokenResponse tokensOf(ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                .isOk()
                .expectBody(TokenResponse.class)
                .returnResult()
                .getResponseBody());
    }

    private static void expectInvalidCredentials(ResponseSpec response) {
        response.expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-credentials");
    }

    private static String newEmail() {
        return "lan." + UUID.randomUUID() + "@example.vn";
    }

    private void letPass(String interval) {
        database.sql("UPDATE refresh_token SET used_at = used_at - CAST(:interval AS INTERVAL)")
                .bind("interval", interval)
                .then()
                .block();
    }

    private long runningConsents(String email) {
        return Objects.requireNonNull(database.sql("""
                        SELECT count(*) AS consents FROM consent c JOIN account a ON a.id = c.account_id
                         WHERE a.email = :email AND c.purpose = 'terms' AND c.withdrawn_at IS NULL""")
                .bind("email", email)
                .map(row -> Objects.requireNonNull(row.get("consents", Long.class)))
                .one()
                .block());
    }
}
