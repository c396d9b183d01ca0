package vn.chophien.marketplace.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import vn.chophien.marketplace.BuyingTests;

/** A body without a field is the caller's mistake, not ours. */
class MissingFieldIntegrationTests extends BuyingTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                POST | /order-lookups      | {}             | number
                POST | /me/cart/merge      | {}             | cart_id
                POST | /carts/{cart}/lines | {}             | quantity
                POST | /carts/{cart}/lines | {"quantity":1} | variant_id
                """)
    void namesTheFieldThatIsMissing(String method, String path, String body, String field) {
        var uri = "/api/v1" + path.replace("{cart}", cartOf(Map.of()));
        var refused = call(accounts.buyer().on(client), HttpMethod.valueOf(method), uri, body, 400);
        assertThat(refused.get("type").asString()).isEqualTo("/problems/invalid-request");
        assertThat(refused.get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .contains(field);
    }
}
