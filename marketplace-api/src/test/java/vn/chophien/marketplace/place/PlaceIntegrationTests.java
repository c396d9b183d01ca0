package vn.chophien.marketplace.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;

@MarketplaceTest
class PlaceIntegrationTests {
    @Autowired
    private WebTestClient client;

    @Test
    void listsProvincesInBothLanguages() {
        client.get()
                .uri("/api/v1/places/provinces")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(34)
                .jsonPath("$.items[?(@.code == '66')].full_name")
                .isEqualTo("Tỉnh Đắk Lắk");
        client.get()
                .uri("/api/v1/places/provinces?lang=en")
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.code == '66')].full_name")
                .isEqualTo("Dak Lak Province");
    }

    @Test
    void letsClientsKeepThemAndSaysWhenNothingChanged() {
        var first = client.get()
                .uri("/api/v1/places/provinces/66/communes")
                .exchange()
                .expectHeader()
                .valueEquals(HttpHeaders.CACHE_CONTROL, "max-age=86400, public")
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(102)
                .returnResult();
        var etag = Objects.requireNonNull(first.getResponseHeaders().getETag());
        assertThat(etag).startsWith("W/");
        assertThat(first.getResponseHeaders().getVary()).contains("Accept-Language", "Accept-Encoding");

        client.get()
                .uri("/api/v1/places/provinces/66/communes")
                .header(HttpHeaders.IF_NONE_MATCH, etag)
                .exchange()
                .expectStatus()
                .isNotModified();
        client.get()
                .uri("/api/v1/places/provinces/66/communes?lang=en")
                .header(HttpHeaders.IF_NONE_MATCH, etag)
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void doesNotKnowAProvinceThatIsNotThere() {
        client.get()
                .uri("/api/v1/places/provinces/99/communes")
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
