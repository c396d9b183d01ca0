package vn.chophien.marketplace.web;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;

@MarketplaceTest
class ProblemIntegrationTests {
    @Autowired
    private WebTestClient client;

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
}
