package vn.chophien.marketplace.security;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.security.ClientLimits.Activity;

@MarketplaceTest
class ClientLimitsIntegrationTests {
    private static final String PASSWORD = "đường về quê ngoại";

    private final ClientAddress client = someClient();

    @Autowired
    private WebTestClient api;

    @Autowired
    private ClientLimits limits;

    @Test
    void boundTheAccountsThatAClientOpens() {
        doAsOftenAsMayBe(Activity.NEW_ACCOUNT);

        expectTooMany(register(newEmail(), client));
        register(newEmail(), someClient()).expectStatus().isCreated();
        register(newEmail(), ClientAddress.OURS).expectStatus().isCreated();
    }

    @Test
    void boundTheCartsThatAClientOpens() {
        doAsOftenAsMayBe(Activity.NEW_CART);

        expectTooMany(post("/api/v1/carts", Map.of(), client));
        post("/api/v1/carts", Map.of(), someClient()).expectStatus().isCreated();
    }

    @Test
    void boundFailuresToSignInAndNotSuccesses() {
        var email = newEmail();
        register(email, ClientAddress.OURS).expectStatus().isCreated();
        Flux.range(1, limits.limit(Activity.SIGN_IN_FAILURE) - 1)
                .concatMap(attempt -> limits.attempt(Activity.SIGN_IN_FAILURE, client))
                .blockLast();

        signIn(email, PASSWORD, client).expectStatus().isOk();
        signIn(email, PASSWORD, client).expectStatus().isOk();
        signIn(email, "something else", client).expectStatus().isUnauthorized();
        expectTooMany(signIn(email, PASSWORD, client));
    }

    @Test
    void letAnOwnerInWhileAStrangerGuesses() {
        var email = newEmail();
        register(email, ClientAddress.OURS).expectStatus().isCreated();
        for (var attempt = 0; attempt < 10; attempt++) {
            signIn(email, "guess " + attempt, client).expectStatus().isUnauthorized();
        }

        expectTooMany(signIn(email, PASSWORD, client));
        signIn(email, PASSWORD, someClient()).expectStatus().isOk();
    }

    private void doAsOftenAsMayBe(Activity activity) {
        Flux.range(1, limits.limit(activity))
                .concatMap(attempt -> limits.attempt(activity, client))
                .blockLast();
    }

    private ResponseSpec register(String email, ClientAddress from) {
        var account = Map.of("email", email, "password", PASSWORD, "display_name", "Lan", "accepted_terms", true);
        return post("/api/v1/accounts", account, from);
    }

    private ResponseSpec signIn(String email, String password, ClientAddress from) {
        return post("/api/v1/auth/token", Map.of("email", email, "password", password), from);
    }

    private ResponseSpec post(String path, Map<String, ?> body, ClientAddress from) {
        return api.post()
                .uri(path)
                .header("X-Forwarded-For", from.value())
                .bodyValue(body)
                .exchange();
    }

    private static void expectTooMany(ResponseSpec answer) {
        answer.expectStatus().isEqualTo(429).expectBody().jsonPath("$.type").isEqualTo("/problems/too-many-attempts");
    }

    /** Redis is shared by all tests of a build. */
    private static ClientAddress someClient() {
        var random = ThreadLocalRandom.current();
        return new ClientAddress(
                "198.%d.%d.%d".formatted(random.nextInt(18, 20), random.nextInt(256), random.nextInt(256)));
    }

    private static String newEmail() {
        return "lan." + UUID.randomUUID() + "@example.vn";
    }
}
