package vn.chophien.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.BuyingTests;

class SellerOrderIntegrationTests extends BuyingTests {
    private static final String DESK = "/api/v1/seller/orders";

    @Test
    void takesAPartFromNewToDelivered() {
        var order = order("COD");
        var number = partOf(order, near);
        assertThat(actions(act(number, "", HttpMethod.GET, null, 200))).containsExactly("confirm", "cancel");
        assertThat(state(act(number, "/confirm", null, 200))).isEqualTo("CONFIRMED");
        assertThat(shops.stock(coffee)).containsExactly(20, 2);
        var shipped = act(number, "/ship", Map.of("carrier", "GHN", "tracking_code", "GHN123"), 200);
        assertThat(state(shipped)).isEqualTo("SHIPPED");
        assertThat(shops.stock(coffee)).containsExactly(18, 0);
        assertThat(state(act(number, "/deliver", null, 200))).isEqualTo("DELIVERED");
        var seen = show(order);
        assertThat(states(seen)).containsExactlyInAnyOrder("DELIVERED", "NEW");
        assertThat(seen.get("state").asString()).isEqualTo("NEW");
        var part = part(seen, number);
        assertThat(part.get("shipments").get(0).get("tracking_code").asString()).isEqualTo("GHN123");
        assertThat(part.get("events")
                        .valueStream()
                        .map(event -> event.get("state").asString()))
                .containsExactly("NEW", "CONFIRMED", "SHIPPED", "DELIVERED");
    }

    @Test
    void refusesAStepTheStateDoesNotAllowAndSaysWhy() {
        var number = partOf(order("COD"), near);
        var problem = act(number, "/ship", Map.of("carrier", "GHN"), 409);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/illegal-order-transition");
        assertThat(problem.get("detail").asString()).contains(number).contains("mới đặt");
        act(number, "/confirm", null, 200);
        act(number, "/confirm", null, 409);
        act(number, "/deliver", null, 409);
        assertThat(shops.stock(coffee)).containsExactly(20, 2);
    }

    @Test
    void seesOnlyItsOwnOrders() {
        var order = order("COD");
        var notOurs = partOf(order, far);
        act(notOurs, "", HttpMethod.GET, null, 404);
        act(notOurs, "/confirm", null, 404);
        act(notOurs, "/cancel", Map.of("reason", "Hết hàng"), 404);
        act("DH0000000000-1", "", HttpMethod.GET, null, 404);
        call(client, HttpMethod.GET, DESK, null, 401);
        call(accounts.buyer().on(client), HttpMethod.GET, DESK, null, 403);
    }

    @Test
    void listsNewestFirstAndByState() {
        var first = partOf(order("COD"), near);
        var second = partOf(order("COD"), near);
        partOf(order("CARD"), near);
        act(first, "/confirm", null, 200);
        assertThat(list("")).containsExactly(second, first);
        assertThat(list("?state=CONFIRMED")).containsExactly(first);
        assertThat(list("?state=AWAITING_PAYMENT")).hasSize(1);
        assertThat(list("?page_size=1")).containsExactly(second);
    }

    @Test
    void refundsExactlyItsOwnPartOfAPaidOrder() {
        var order = order("CARD");
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        var number = partOf(order, far);
        var cancelled = call(
                seller(far), HttpMethod.POST, DESK + "/" + number + "/cancel", Map.of("reason", "Khung cửi hỏng"), 200);
        assertThat(state(cancelled)).isEqualTo("CANCELLED");
        await(() -> show(order).get("payment").has("refunded"));
        var seen = show(order);
        assertThat(seen.get("payment").get("refunded").asLong()).isEqualTo(450_000 + 32_000);
        assertThat(paymentState(seen)).isEqualTo("PAID");
        assertThat(states(seen)).containsExactlyInAnyOrder("NEW", "CANCELLED");
        assertThat(part(seen, number).get("events").get(2).get("note").asString())
                .isEqualTo("Khung cửi hỏng");
        assertThat(shops.stock(silk)).containsExactly(5, 0);
        assertThat(shops.stock(coffee)).containsExactly(20, 2);
    }

    @Test
    void cancelsAConfirmedPartButNotForTheBuyer() {
        var order = order("COD");
        var number = partOf(order, near);
        act(number, "/confirm", null, 200);
        var refused = call(client, HttpMethod.POST, address(order, "/cancel"), null, 409);
        assertThat(refused.get("type").asString()).isEqualTo("/problems/illegal-order-transition");
        assertThat(show(order).get("cancellable").asBoolean()).isFalse();
        assertThat(state(act(number, "/cancel", Map.of("reason", "Hết hàng"), 200)))
                .isEqualTo("CANCELLED");
        assertThat(shops.stock(coffee)).containsExactly(20, 0);
    }

    @Test
    void wantsACarrierAndAReason() {
        var number = partOf(order("COD"), near);
        act(number, "/confirm", null, 200);
        act(number, "/ship", Map.of("carrier", " "), 400);
        act(number, "/cancel", Map.of("reason", ""), 400);
    }

    private JsonNode act(String number, String action, @Nullable Object body, int status) {
        return act(number, action, HttpMethod.POST, body, status);
    }

    private JsonNode act(String number, String action, HttpMethod method, @Nullable Object body, int status) {
        return call(seller(near), method, DESK + "/" + number + action, body, status);
    }

    private List<String> list(String query) {
        return call(seller(near), HttpMethod.GET, DESK + query, null, 200)
                .get("items")
                .valueStream()
                .map(order -> order.get("number").asString())
                .toList();
    }

    private static String state(JsonNode part) {
        return part.get("state").asString();
    }

    private static List<String> actions(JsonNode part) {
        return part.get("actions").valueStream().map(JsonNode::asString).toList();
    }

    private static JsonNode part(JsonNode order, String number) {
        return order.get("seller_orders")
                .valueStream()
                .filter(part -> part.get("number").asString().equals(number))
                .findFirst()
                .orElseThrow();
    }
}
