package vn.chophien.marketplace.pricefeed.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.TestEngines;
import vn.chophien.marketplace.security.ClientAddress;
import vn.chophien.marketplace.security.RateLimit;
import vn.chophien.marketplace.security.StorefrontCalls;
import vn.chophien.marketplace.sql.Columns;

@MarketplaceTest
class QuotaIntegrationTests {
    private static final String KEYS = "/api/v1/prices/keys";
    private static final String READ = "/api/v1/prices/commodities";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private DatabaseClient database;

    @Autowired
    private RateLimit limits;

    @Autowired
    private QuotaSettings settings;

    @SuppressWarnings("NullAway.Init")
    private WebTestClient owner;

    @BeforeEach
    void somebodyWantsAKey() {
        owner = accounts.buyer().on(client);
    }

    @Test
    void aKeyIsShownOnceAndOnlyItsHashIsKept() {
        var made = make("Bảng giá báo tỉnh");
        var key = JsonPath.<String>read(made, "$.key");
        owner.get()
                .uri(KEYS)
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].name")
                .isEqualTo("Bảng giá báo tỉnh")
                .jsonPath("$.items[0].key")
                .doesNotExist();
        assertThat(database.sql("SELECT CAST(k AS TEXT) AS line FROM price_api_key k WHERE id = :id")
                        .bind("id", UUID.fromString(JsonPath.read(made, "$.id")))
                        .map(row -> Columns.text(row, "line"))
                        .one()
                        .block())
                .doesNotContain(key);
    }

    @Test
    void aKeySaysWhatIsLeftOfItsHour() {
        var key = JsonPath.<String>read(make("Ứng dụng"), "$.key");
        for (int left = settings.withKey() - 1; left > settings.withKey() - 3; left--) {
            var remaining = left;
            read(key)
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("RateLimit-Policy", "\"hour\";q=" + settings.withKey() + ";w=3600")
                    .expectHeader()
                    .value(
                            "RateLimit",
                            value -> assertThat(value).matches("\"hour\";r=" + remaining + ";t=3[56]\\d\\d"));
        }
    }

    @Test
    void whoHasSpentTheHourIsToldWhenToComeBack() {
        var made = make("Ứng dụng");
        var id = JsonPath.<String>read(made, "$.id");
        spend("price-key", id, settings.withKey());
        read(JsonPath.read(made, "$.key"))
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .value(
                        HttpHeaders.RETRY_AFTER,
                        value -> assertThat(Integer.parseInt(value)).isBetween(3500, 3600))
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/price-quota-spent");
    }

    @Test
    void withoutAKeyAClientIsCountedByItsAddress() {
        client.get()
                .uri(READ)
                .header("X-Forwarded-For", "203.0.113.77")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .value("RateLimit", value -> assertThat(value).startsWith("\"hour\";r=" + (settings.withoutKey() - 1)));
        client.get().uri(READ).exchange().expectHeader().doesNotExist("RateLimit");
    }

    @Test
    void theStorefrontReadsForPeopleWithoutTheirQuota() {
        var office = someAddress();
        spend("price-client", hash(office), settings.withoutKey());
        fromStorefront(office, TestEngines.STOREFRONT_SECRET)
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("RateLimit");
        fromStranger(office).expectStatus().isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tests-know-the-storefront",
                TestEngines.STOREFRONT_SECRET + ",",
                "TESTS-KNOW-THE-STOREFRONT-BY-THIS-TEXT"
            })
    void whoOnlyClaimsToBeTheStorefrontIsCounted(String guess) {
        var stranger = someAddress();
        expectLeft(fromStorefront(stranger, guess), settings.withoutKey() - 1);
        spend("price-client", hash(stranger), settings.withoutKey());
        fromStorefront(stranger, guess).expectStatus().isEqualTo(429);
    }

    @Test
    void onlyWhoIsSignedInIsNotCounted() {
        var stranger = someAddress();
        expectLeft(
                client.get()
                        .uri(READ)
                        .header("X-Forwarded-For", stranger)
                        .header(HttpHeaders.AUTHORIZATION, "Basic YW55Ym9keTphdC1hbGw=")
                        .exchange(),
                settings.withoutKey() - 1);
        owner.get()
                .uri(READ)
                .header("X-Forwarded-For", stranger)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .doesNotExist("RateLimit");
        expectLeft(fromStranger(stranger), settings.withoutKey() - 2);
    }

    @Test
    void aRevokedOrUnknownKeyIsRefused() {
        var made = make("Ứng dụng");
        owner.delete()
                .uri(KEYS + "/{id}", JsonPath.<String>read(made, "$.id"))
                .exchange()
                .expectStatus()
                .isNoContent();
        read(JsonPath.read(made, "$.key"))
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/price-key-unknown");
        read("guessed").expectStatus().isUnauthorized();
        accounts.buyer()
                .on(client)
                .delete()
                .uri(KEYS + "/{id}", JsonPath.<String>read(made, "$.id"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private void spend(String activity, String subject, int times) {
        Flux.range(0, times)
                .flatMap(time -> limits.count(activity, subject, Duration.ofHours(1)), 256)
                .blockLast();
    }

    private WebTestClient.ResponseSpec fromStorefront(String visitor, String secret) {
        return client.get()
                .uri(READ)
                .header("X-Forwarded-For", visitor)
                .header(StorefrontCalls.HEADER, secret)
                .exchange();
    }

    private WebTestClient.ResponseSpec fromStranger(String address) {
        return client.get().uri(READ).header("X-Forwarded-For", address).exchange();
    }

    private static void expectLeft(WebTestClient.ResponseSpec answer, int left) {
        answer.expectStatus()
                .isOk()
                .expectHeader()
                .value("RateLimit", value -> assertThat(value).startsWith("\"hour\";r=" + left + ";"));
    }

    /** Redis is shared by all tests of a build. */
    private static String someAddress() {
        var random = ThreadLocalRandom.current();
        return "198.%d.%d.%d".formatted(random.nextInt(18, 20), random.nextInt(256), random.nextInt(256));
    }

    private static String hash(String address) {
        return new ClientAddress(address).hashed();
    }

    private WebTestClient.ResponseSpec read(String key) {
        return client.get().uri(READ).header(QuotaFilter.KEY, key).exchange();
    }

    private String make(String name) {
        return Objects.requireNonNull(owner.post()
                .uri(KEYS)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"name\":\"%s\"}".formatted(name))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
