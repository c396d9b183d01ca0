package vn.chophien.marketplace.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.config.web.server.ServerHttpSecurity.AuthorizeExchangeSpec;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.security.CurrentSeller;
import vn.chophien.marketplace.security.SecurityRules;

@MarketplaceTest
@Import(ProblemIntegrationTests.Trouble.class)
@ExtendWith(OutputCaptureExtension.class)
class ProblemIntegrationTests {
    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Test
    void answersAnUnknownAddressInVietnamese() {
        client.get()
                .uri("/api/v1/nowhere")
                .header("X-Request-Id", "abc-123")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals("X-Request-Id", "abc-123")
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_LANGUAGE, "vi-VN")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/not-found")
                .jsonPath("$.title")
                .isEqualTo("Không tìm thấy")
                .jsonPath("$.status")
                .isEqualTo(404)
                .jsonPath("$.instance")
                .isEqualTo("/api/v1/nowhere")
                .jsonPath("$.request_id")
                .isEqualTo("abc-123")
                .jsonPath("$.errors")
                .doesNotExist();
    }

    @Test
    void answersInTheLanguageOfTheParameterBeforeThatOfTheBrowser() {
        client.get()
                .uri("/api/v1/nowhere?lang=en")
                .header(HttpHeaders.ACCEPT_LANGUAGE, "vi")
                .exchange()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Not found");
        client.get()
                .uri("/api/v1/nowhere")
                .header(HttpHeaders.ACCEPT_LANGUAGE, "fr, en;q=0.8, vi;q=0.5")
                .exchange()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Not found");
    }

    @Test
    void doesNotRepeatARequestIdThatCouldForgeLogLines() {
        client.get()
                .uri("/api/v1/nowhere")
                .header("X-Request-Id", "one two")
                .exchange()
                .expectHeader()
                .value("X-Request-Id", id -> assertThat(id).hasSize(36));
    }

    @Test
    void namesTheFieldsOfABodyThatBreakARule() {
        client.post()
                .uri("/api/v1/trouble/orders?lang=en")
                .bodyValue(Map.of("order_lines", List.of(Map.of("line_count", 0))))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo("order_lines[0].line_count")
                .jsonPath("$.errors[0].message")
                .isEqualTo("Enter 1 or more.");
    }

    @Test
    void namesTheFieldThatTheParserTripsOver() {
        postJson("{\"order_lines\": [{\"line_count\": \"many\"}]}")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo("order_lines[0].line_count");
    }

    @Test
    void refusesWhatIsNoJson() {
        postJson("{\"order_lines\": ")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/malformed-body");
        postJson("").expectBody().jsonPath("$.type").isEqualTo("/problems/malformed-body");
    }

    @Test
    void refusesAParameterOfTheWrongKindOrSize() {
        expectProblem("/api/v1/trouble/pages?page_size=many", 400, "invalid-request")
                .jsonPath("$.errors[0].field")
                .isEqualTo("page_size");
        expectProblem("/api/v1/trouble/pages?page_size=101", 400, "invalid-request")
                .jsonPath("$.errors[0].code")
                .isEqualTo("too-large");
        expectProblem("/api/v1/trouble/pages", 400, "invalid-request")
                .jsonPath("$.errors[0].code")
                .isEqualTo("required");
        expectProblem("/api/v1/trouble/pages/first", 404, "not-found");
    }

    @Test
    void refusesMethodsAndFormatsItDoesNotKnow() {
        client.delete()
                .uri("/api/v1/trouble/orders")
                .exchange()
                .expectStatus()
                .isEqualTo(405)
                .expectHeader()
                .valueEquals(HttpHeaders.ALLOW, "POST")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/method-not-allowed");
        client.post()
                .uri("/api/v1/trouble/orders")
                .contentType(MediaType.TEXT_PLAIN)
                .bodyValue("one order, please")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/unsupported-media-type");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        postJson("{\"order_lines\": [], \"note\": \"" + "x".repeat(3_000_000) + "\"}")
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/content-too-large");
    }

    @Test
    void keepsWhatWentWrongInsideOutOfTheAnswerButInTheLog(CapturedOutput output) {
        client.get()
                .uri("/api/v1/trouble/bug?lang=en")
                .header("X-Request-Id", "bug-1")
                .exchange()
                .expectStatus()
                .isEqualTo(500)
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("Something went wrong")
                .jsonPath("$.request_id")
                .isEqualTo("bug-1")
                .consumeWith(answer -> assertThat(answer.toString()).doesNotContain("secret detail"));

        assertThat(output.getOut().lines().filter(line -> line.contains("[bug-1]")))
                .anyMatch(line -> line.contains("Unexpected failure"));
        assertThat(output.getOut()).contains("secret detail");
    }

    @Test
    void namesTheRequestInLogLinesAfterADatabaseHop(CapturedOutput output) {
        client.get()
                .uri("/api/v1/trouble/hop")
                .header("X-Request-Id", "hop-1")
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(output.getOut().lines())
                .anyMatch(line -> line.contains("[hop-1]") && line.contains("after the hop"));
    }

    @Test
    void refusesAnEndpointThatNoRuleNames() {
        expectProblem("/api/v1/forgotten", 401, "sign-in-required");
        accounts.operator()
                .on(client)
                .get()
                .uri("/api/v1/forgotten")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/forbidden");
    }

    @Test
    void refusesATokenThatIsNotOurs() {
        client.get()
                .uri("/api/v1/trouble/hop")
                .headers(headers -> headers.setBearerAuth("eyJhbGciOiJIUzI1NiJ9.e30.forged"))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/invalid-token");
    }

    @Test
    void tellsControllersWhoIsCalling() {
        var buyer = accounts.buyer();
        buyer.on(client)
                .get()
                .uri("/api/v1/trouble/caller")
                .exchange()
                .expectBody(String.class)
                .isEqualTo(buyer.id().toString());
        client.get()
                .uri("/api/v1/trouble/caller")
                .exchange()
                .expectBody(String.class)
                .isEqualTo("nobody");
        buyer.on(client)
                .get()
                .uri("/api/v1/trouble/shop")
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/seller-required");
    }

    @Test
    void wantsAnIdempotencyKeyWhereOneIsNeeded() {
        client.post()
                .uri("/api/v1/trouble/once")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/idempotency-key-required");
        client.post()
                .uri("/api/v1/trouble/once")
                .header(IdempotencyKey.HEADER, "key-1")
                .exchange()
                .expectBody(String.class)
                .isEqualTo("key-1");
    }

    private WebTestClient.ResponseSpec postJson(String body) {
        return client.post()
                .uri("/api/v1/trouble/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.BodyContentSpec expectProblem(String uri, int status, String slug) {
        return client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + slug);
    }

    /** Endpoints that go wrong in every way we answer for. */
    @RestController
    @RequestMapping("/api/v1")
    static class Trouble implements SecurityRules {
        private final DatabaseClient database;

        Trouble(DatabaseClient database) {
            this.database = database;
        }

        @Override
        public void contribute(AuthorizeExchangeSpec exchanges) {
            exchanges.pathMatchers("/api/v1/trouble/**").permitAll();
        }

        @PostMapping(path = "/trouble/orders", consumes = MediaType.APPLICATION_JSON_VALUE)
        Mono<String> order(@Valid @RequestBody Order order) {
            return Mono.just(order.toString());
        }

        @GetMapping("/trouble/pages")
        Mono<String> page(@RequestParam("page_size") @Max(100) int pageSize) {
            return Mono.just("page of " + pageSize);
        }

        @GetMapping("/trouble/pages/{number}")
        Mono<String> page(@PathVariable long number) {
            return Mono.just("page " + number);
        }

        @GetMapping("/trouble/bug")
        Mono<String> bug() {
            return Mono.error(new IllegalStateException("secret detail"));
        }

        @GetMapping("/trouble/hop")
        Mono<String> hop() {
            return database.sql("SELECT 1 AS one")
                    .map(row -> "one")
                    .one()
                    .doOnNext(one -> LoggerFactory.getLogger(Trouble.class).info("after the hop"));
        }

        @GetMapping("/trouble/caller")
        Mono<String> caller(@Nullable CurrentAccount account) {
            return Mono.just(account == null ? "nobody" : account.id().toString());
        }

        @GetMapping("/trouble/shop")
        Mono<String> shop(CurrentSeller seller) {
            return Mono.just(seller.sellerId().toString());
        }

        @PostMapping("/trouble/once")
        Mono<String> once(IdempotencyKey key) {
            return Mono.just(key.value());
        }

        @GetMapping("/forgotten")
        Mono<String> forgotten() {
            return Mono.just("nobody may see this");
        }
    }

    record Order(@Valid @NotEmpty List<Line> orderLines) {}

    record Line(@Positive int lineCount) {}
}
