package vn.chophien.marketplace.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class StorefrontCallsTests {
    private static final String SECRET = "a secret that has enough characters";

    @Test
    void knowOnlyWhoShowsTheSecret() {
        var calls = new StorefrontCalls(new StorefrontSettings(List.of(SECRET)));

        assertThat(calls.include(showing(SECRET))).isTrue();
        assertThat(calls.include(showing("another secret with enough characters")))
                .isFalse();
        assertThat(calls.include(
                        MockServerHttpRequest.get("/api/v1/prices/board").build()))
                .isFalse();
    }

    @Test
    void knowNobodyWithoutASecret() {
        var calls = new StorefrontCalls(new StorefrontSettings(List.of("", " ")));

        assertThat(calls.include(showing(""))).isFalse();
        assertThat(calls.include(showing(" "))).isFalse();
    }

    @Test
    void wantASecretThatNobodyGuesses() {
        assertThatThrownBy(() -> new StorefrontSettings(List.of(SECRET, "storefront")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CHOPHIEN_STOREFRONT_SECRET")
                .hasMessageNotContaining(SECRET);
    }

    private static ServerHttpRequest showing(String secret) {
        return MockServerHttpRequest.get("/api/v1/prices/board")
                .header(StorefrontCalls.HEADER, secret)
                .build();
    }
}
