package vn.chophien.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.BuyingTests;
import vn.chophien.marketplace.sql.Columns;

/** Random days of a shop through the API: afterwards the rows of orders, stock and audit tell one story. */
class OrderSequencesIntegrationTests extends BuyingTests {
    private static final int STEPS = 15;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void leavesRowsThatAgree(long seed) {
        var random = new Random(seed);
        var order = placed(random.nextBoolean() ? "CARD" : "COD");
        var number = partOf(order, near);
        for (var step = 0; step < STEPS; step++) {
            act(order, number, random);
        }
        assertThat(shops.stock(coffee)).isEqualTo(expectedStock(number));
        assertThat(audited()).isEqualTo(shops.stock(coffee));
        assertThat(reservedRows()).isEqualTo(shops.stock(coffee).getLast());
        var part = show(order).get("seller_orders").get(0);
        var reduced = part.get("reductions")
                .valueStream()
                .mapToLong(less -> less.get("amount").asLong())
                .sum();
        assertThat(part.get("due").asLong()).isEqualTo(part.get("total").asLong() - reduced);
        await(() -> settled(order));
    }

    private JsonNode placed(String method) {
        var cart = cartOf(Map.of(coffee, 6));
        var order = place(client, key(), wish(cart, method, total(quote(cart))), 201);
        if (method.equals("CARD")) {
            pay(order, GOOD_CARD);
            await(() -> paymentState(show(order)).equals("PAID"));
        }
        return order;
    }

    /** Some of these are refused, which is as good an answer as any; none may break. */
    private void act(JsonNode order, String number, Random random) {
        var desk = "/api/v1/seller/orders/" + number;
        var lines = List.of(Map.of("position", 1, "quantity", 1 + random.nextInt(2)));
        switch (random.nextInt(8)) {
            case 0, 1 -> send(seller(near), desk + "/confirm", Map.of());
            case 2, 3 -> send(seller(near), desk + "/shipments", Map.of("carrier", "GHN", "lines", lines));
            case 4 -> send(seller(near), desk + "/deliver", Map.of());
            case 5 -> send(seller(near), desk + "/line-cancellations", Map.of("lines", lines, "reason", "Hết hàng"));
            case 6 ->
                send(
                        client,
                        address(order, "/seller-orders/" + number + "/line-cancellations"),
                        Map.of("lines", lines));
            default -> send(seller(near), desk + "/goodwill", Map.of("amount", 1_000, "reason", "Giao chậm"));
        }
    }

    private static void send(WebTestClient caller, String uri, Object body) {
        var answer = caller.method(HttpMethod.POST)
                .uri(uri)
                .header("Idempotency-Key", key())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getStatus().value()).as(answer.getResponseBody()).isLessThan(500);
    }

    /** On hand and reserved, as the order's lines would have them. */
    private List<Integer> expectedStock(String number) {
        return database.sql("""
                SELECT 20 - sum(l.shipped) AS on_hand, sum(l.quantity - l.cancelled - l.shipped) AS reserved
                  FROM order_line l JOIN seller_order p ON p.id = l.seller_order_id WHERE p.number = :number
                """)
                .bind("number", number)
                .map(row -> List.of(Columns.integer(row, "on_hand"), Columns.integer(row, "reserved")))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private List<Integer> audited() {
        return database.sql("""
                SELECT 20 + sum(on_hand_delta) AS on_hand, sum(reserved_delta) AS reserved
                  FROM stock_change WHERE variant_id = :variant
                """)
                .bind("variant", coffee.variantId())
                .map(row -> List.of(Columns.integer(row, "on_hand"), Columns.integer(row, "reserved")))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private int reservedRows() {
        return database.sql(
                        "SELECT coalesce(sum(quantity), 0) AS held FROM stock_reservation WHERE variant_id = :variant")
                .bind("variant", coffee.variantId())
                .map(row -> Columns.integer(row, "held"))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    /** Everything that was to be repaid by card was. */
    private boolean settled(JsonNode order) {
        var seen = show(order);
        var asked = seen.get("seller_orders").get(0).get("repaid").asLong();
        return !seen.get("payment").get("method").asString().equals("CARD")
                || seen.get("payment").path("refunded").asLong() == asked;
    }
}
