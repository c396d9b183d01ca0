package vn.chophien.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.BuyingTests;
import vn.chophien.marketplace.TestShops.TestGoods;

/** Orders of which some goods are given up, sent apart, or weigh less than ordered. */
class PartialOrderIntegrationTests extends BuyingTests {
    private static final String DESK = "/api/v1/seller/orders/";

    @Test
    void cancelsSomePiecesForTheBuyerAndRepaysThem() {
        var order = paid(Map.of(coffee, 5));
        var number = partOf(order, near);
        var key = key();
        var seen = cancelAsBuyer(order, number, key, 2, 200);
        assertThat(cancelAsBuyer(order, number, key, 2, 200)).as("asked twice").isEqualTo(seen);
        var part = part(seen, number);
        assertThat(part.get("state").asString()).isEqualTo("NEW");
        assertThat(part.get("due").asLong()).isEqualTo(part.get("total").asLong() - 2 * 98_000);
        assertThat(part.get("repaid").asLong()).isEqualTo(2 * 98_000);
        var line = part.get("lines").get(0);
        assertThat(line.get("cancelled").asInt()).isEqualTo(2);
        assertThat(line.get("open").asInt()).isEqualTo(3);
        assertThat(shops.stock(coffee)).containsExactly(20, 3);
        await(() -> show(order).get("payment").path("refunded").asLong() == 2 * 98_000);
    }

    @Test
    void refundsTheShippingFeeOnlyWithTheLastPiece() {
        var order = paid(Map.of(coffee, 3));
        var number = partOf(order, near);
        var total = order.get("total").asLong();
        cancelAsBuyer(order, number, key(), 2, 200);
        assertThat(part(show(order), number).get("due").asLong()).isEqualTo(total - 2 * 98_000);
        var seen = cancelAsBuyer(order, number, key(), 1, 200);
        assertThat(states(seen)).containsExactly("CANCELLED");
        assertThat(part(seen, number).get("due").asLong()).isZero();
        assertThat(part(seen, number).get("repaid").asLong()).isEqualTo(total);
        await(() -> paymentState(show(order)).equals("REFUNDED"));
        assertThat(shops.stock(coffee)).containsExactly(20, 0);
    }

    @Test
    void letsOnlyTheShopCancelPiecesOnceItHasConfirmed() {
        var order = cod(Map.of(coffee, 3));
        var number = partOf(order, near);
        act(number, "/confirm", null);
        assertThat(cancelAsBuyer(order, number, key(), 1, 409).get("type").asString())
                .isEqualTo("/problems/illegal-order-transition");
        var wish = Map.of("lines", List.of(Map.of("position", 1, "quantity", 1)), "reason", "Vỡ một gói");
        var seen = keyed(seller(near), number, "/line-cancellations", wish, 200);
        assertThat(seen.get("reductions").get(0).get("reason").asString()).isEqualTo("Vỡ một gói");
        assertThat(seen.get("repaid").asLong()).isZero();
        assertThat(shops.stock(coffee)).containsExactly(20, 2);
        keyed(seller(far), number, "/line-cancellations", wish, 404);
    }

    @Test
    void refusesMoreThanIsOpenAndSaysHowMuchIs() {
        var order = cod(Map.of(coffee, 3));
        var problem = cancelAsBuyer(order, partOf(order, near), key(), 4, 422);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/order-lines-not-open");
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("lines.1");
        assertThat(problem.get("errors").get(0).get("message").asString()).contains("3");
        assertThat(shops.stock(coffee)).containsExactly(20, 3);
    }

    @Test
    void sendsAnOrderInSeveralParcels() {
        var tea = shops.goods(near, 50_000, 200, 10);
        var order = cod(Map.of(coffee, 3, tea, 2));
        var number = partOf(order, near);
        act(number, "/confirm", null);
        var teaLine = position(order, number, tea);
        var coffeeLine = position(order, number, coffee);
        var key = key();
        var first = ship(number, key, Map.of("position", coffeeLine, "quantity", 2), 200);
        assertThat(ship(number, key, Map.of("position", coffeeLine, "quantity", 2), 200))
                .isEqualTo(first);
        assertThat(first.get("state").asString()).isEqualTo("PARTLY_SHIPPED");
        assertThat(first.get("shipments").get(0).get("collect").asLong())
                .isEqualTo(2 * 98_000 + first.get("shipping").get("fee").asLong());
        assertThat(shops.stock(coffee)).containsExactly(18, 1);
        var arrived = act(number, "/shipments/1/deliver", null);
        assertThat(arrived.get("state").asString()).isEqualTo("PARTLY_SHIPPED");
        var second = ship(number, key(), Map.of("position", teaLine, "quantity", 2), 200);
        assertThat(second.get("shipments").get(1).get("collect").asLong()).isEqualTo(100_000);
        var rest = Map.of("lines", List.of(Map.of("position", coffeeLine, "quantity", 1)), "reason", "Hết hàng");
        assertThat(keyed(seller(near), number, "/line-cancellations", rest, 200)
                        .get("state")
                        .asString())
                .isEqualTo("SHIPPED");
        var done = act(number, "/deliver", null);
        assertThat(done.get("state").asString()).isEqualTo("DELIVERED");
        assertThat(collected(done)).isEqualTo(done.get("due").asLong());
        assertThat(shops.stock(coffee)).containsExactly(18, 0);
        assertThat(shops.stock(tea)).containsExactly(8, 0);
        assertThat(part(show(order), number)
                        .get("events")
                        .valueStream()
                        .map(event -> event.get("state").asString()))
                .containsExactly("NEW", "CONFIRMED", "PARTLY_SHIPPED", "SHIPPED", "DELIVERED");
    }

    @Test
    void completesAPartWhoseRestIsCancelledAfterItsParcelsArrived() {
        var order = paid(Map.of(coffee, 3));
        var number = partOf(order, near);
        act(number, "/confirm", null);
        ship(number, key(), Map.of("position", 1, "quantity", 2), 200);
        act(number, "/deliver", null);
        var done = act(number, "/cancel", Map.of("reason", "Hết hàng"));
        assertThat(done.get("state").asString()).isEqualTo("DELIVERED");
        assertThat(done.get("repaid").asLong()).isEqualTo(98_000);
    }

    @Test
    void settlesGoodsSoldByWeightAtWhatTheyWeigh() {
        var durian = shops.goods(near, 150_000, 3_000, 10);
        sellByWeight(durian);
        var order = paid(Map.of(durian, 2));
        var number = partOf(order, near);
        act(number, "/confirm", null);
        assertThat(keyed(seller(near), number, "/shipments", parcel(Map.of("position", 1, "quantity", 2)), 422)
                        .get("errors")
                        .get(0)
                        .get("field")
                        .asString())
                .isEqualTo("lines.1");
        assertThat(call(seller(near), HttpMethod.POST, DESK + number + "/ship", Map.of("carrier", "GHN"), 422)
                        .get("type")
                        .asString())
                .isEqualTo("/problems/order-lines-not-open");
        var shipped = ship(number, key(), Map.of("position", 1, "quantity", 2, "packed_grams", 5_555), 200);
        assertThat(shipped.get("shipments")
                        .get(0)
                        .get("lines")
                        .get(0)
                        .get("goods")
                        .asLong())
                .isEqualTo(277_750);
        assertThat(shipped.get("repaid").asLong()).isEqualTo(22_250);
        assertThat(shipped.get("reductions").get(0).get("cause").asString()).isEqualTo("SHORT_WEIGHT");
        await(() -> show(order).get("payment").path("refunded").asLong() == 22_250);
    }

    @Test
    void asksNoMoreForGoodsThatWeighMore() {
        var durian = shops.goods(near, 150_000, 3_000, 10);
        sellByWeight(durian);
        var order = cod(Map.of(durian, 1));
        var number = partOf(order, near);
        act(number, "/confirm", null);
        var shipped = ship(number, key(), Map.of("position", 1, "quantity", 1, "packed_grams", 3_400), 200);
        assertThat(shipped.get("reductions")).isEmpty();
        assertThat(shipped.get("due")).isEqualTo(shipped.get("total"));
    }

    /** The carrier has been told what to collect. */
    @Test
    void givesNoGoodwillForCashThatACarrierIsAboutToCollect() {
        var order = cod(Map.of(coffee, 2));
        var number = partOf(order, near);
        var gift = Map.of("amount", 10_000, "reason", "Giao chậm");
        act(number, "/confirm", null);
        keyed(seller(near), number, "/goodwill", gift, 204);
        var shipped = ship(number, key(), Map.of("position", 1, "quantity", 2), 200);
        assertThat(collected(shipped)).isEqualTo(shipped.get("due").asLong());
        assertThat(keyed(seller(near), number, "/goodwill", gift, 409)
                        .get("type")
                        .asString())
                .isEqualTo("/problems/parcel-under-way");
        act(number, "/deliver", null);
        keyed(seller(near), number, "/goodwill", gift, 204);
        assertThat(part(show(order), number).get("repaid").asLong()).isEqualTo(10_000);
    }

    private JsonNode paid(Map<TestGoods, Integer> goods) {
        var order = placed(goods, "CARD");
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        return order;
    }

    private JsonNode cod(Map<TestGoods, Integer> goods) {
        return placed(goods, "COD");
    }

    private JsonNode placed(Map<TestGoods, Integer> goods, String method) {
        var cart = cartOf(goods);
        return place(client, key(), wish(cart, method, total(quote(cart))), 201);
    }

    private JsonNode cancelAsBuyer(JsonNode order, String part, String key, int pieces, int status) {
        return call(
                client.mutate().defaultHeader("Idempotency-Key", key).build(),
                HttpMethod.POST,
                address(order, "/seller-orders/" + part + "/line-cancellations"),
                Map.of("lines", List.of(Map.of("position", 1, "quantity", pieces))),
                status);
    }

    private JsonNode ship(String number, String key, Map<String, Integer> line, int status) {
        return call(
                seller(near).mutate().defaultHeader("Idempotency-Key", key).build(),
                HttpMethod.POST,
                DESK + number + "/shipments",
                parcel(line),
                status);
    }

    private static Map<String, Object> parcel(Map<String, Integer> line) {
        return Map.of("carrier", "GHN", "lines", List.of(line));
    }

    private JsonNode keyed(WebTestClient caller, String number, String action, Object body, int status) {
        return call(
                caller.mutate().defaultHeader("Idempotency-Key", key()).build(),
                HttpMethod.POST,
                DESK + number + action,
                body,
                status);
    }

    private JsonNode act(String number, String action, @Nullable Object body) {
        return call(seller(near), HttpMethod.POST, DESK + number + action, body, 200);
    }

    private void sellByWeight(TestGoods goods) {
        database.sql("UPDATE listing_variant SET sold_by_weight = TRUE WHERE id = :id")
                .bind("id", goods.variantId())
                .then()
                .block();
    }

    private static JsonNode part(JsonNode order, String number) {
        return order.get("seller_orders")
                .valueStream()
                .filter(part -> part.get("number").asString().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static int position(JsonNode order, String number, TestGoods goods) {
        return part(order, number)
                .get("lines")
                .valueStream()
                .filter(line -> line.get("sku").asString().equals(goods.sku() + "-1"))
                .findFirst()
                .orElseThrow()
                .get("position")
                .asInt();
    }

    private static long collected(JsonNode part) {
        return part.get("shipments")
                .valueStream()
                .mapToLong(parcel -> parcel.get("collect").asLong())
                .sum();
    }
}
