package vn.chophien.marketplace.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;

@MarketplaceTest
class OpenApiIntegrationTests {
    @Autowired
    private WebTestClient client;

    @Test
    void describesTheApiAsClientsSeeIt() {
        var document = describe();

        assertThat(JsonPath.<String>read(document, "$.openapi")).startsWith("3.1");
        assertThat(JsonPath.<String>read(document, "$.info.title")).isEqualTo("Chợ Phiên API");
        assertThat(JsonPath.<Map<String, ?>>read(document, "$.paths").keySet())
                .isNotEmpty()
                .allMatch(path -> path.startsWith("/api/v1/"));
    }

    @Test
    void namesFieldsAsTheyAreSent() {
        var document = describe();

        List<Map<String, ?>> properties = JsonPath.read(document, "$.components.schemas[*].properties");
        assertThat(properties.stream().flatMap(names -> names.keySet().stream()))
                .contains("access_token", "province_code", "is_default")
                .allMatch(name -> name.matches("[a-z0-9_]+"));
        List<List<String>> required = JsonPath.read(document, "$.components.schemas[*].required");
        assertThat(required.stream().flatMap(List::stream)).allMatch(name -> name.matches("[a-z0-9_]+"));
    }

    @Test
    void keepsWhatControllersAreGivenOutOfTheParameters() {
        var document = describe();

        List<String> schemas = List.copyOf(
                JsonPath.<Map<String, ?>>read(document, "$.components.schemas").keySet());
        assertThat(schemas)
                .doesNotContain("CurrentAccount", "CurrentSeller", "Language", "IdempotencyKey", "PriceQuestion");
        List<String> parameters = JsonPath.read(document, "$.paths[*][*].parameters[*].name");
        assertThat(parameters)
                .doesNotContain("caller", "seller", "account", "language", "key", "question")
                .contains("lang");
    }

    @Test
    void tellsWhatEveryQuestionAboutPricesMayName() {
        var document = describe();

        List<String> parameters =
                JsonPath.read(document, "$.paths['/api/v1/prices/series/{code}'].get.parameters[*].name");
        assertThat(parameters).containsExactly("code", "as_of", "lang");
        List<Boolean> required = JsonPath.read(
                document, "$.paths['/api/v1/prices/series/{code}'].get.parameters[?(@.name == 'as_of')].required");
        assertThat(required).containsExactly(false);
    }

    private String describe() {
        var body = client.get()
                .uri("/api/v1/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }
}
