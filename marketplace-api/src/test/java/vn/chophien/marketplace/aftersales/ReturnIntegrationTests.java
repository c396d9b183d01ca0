package vn.chophien.marketplace.aftersales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.BuyingTests;

class ReturnIntegrationTests extends BuyingTests {
    private static final String DESK = "/api/v1/seller";
    private static final String OPERATOR = "/api/v1/operator";

    private JsonNode order;
    private String number;

    @BeforeEach
    void deliverThreeCoffees() {
        var cart = cartOf(Map.of(coffee, 3));
        order = place(client, key(), wish(cart, "CARD", total(quote(cart))), 201);
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        number = partOf(order, near);
        desk("/orders/" + number + "/confirm", null, 200);
        desk("/orders/" + number + "/ship", Map.of("carrier", "GHN"), 200);
    }

    @Test
    void repaysWhatTheShopAcceptsAndRestocksWhatComesBack() {
        deliver();
        var key = key();
        var asked = request(key, "DAMAGED", 2, 200);
        assertThat(request(key, "DAMAGED", 2, 200)).as("asked twice").isEqualTo(asked);
        var id = asked.get("items").get(0).get("id").asString();
        assertThat(asked.get("items").get(0).get("worth").asLong()).isEqualTo(2 * 98_000);
        var accepted = desk("/returns/" + id + "/accept", Map.of("goods_expected", true), 200);
        assertThat(accepted.get("state").asString()).isEqualTo("ACCEPTED");
        assertThat(accepted.get("refund").asLong()).isEqualTo(2 * 98_000);
        await(() -> show(order).get("payment").path("refunded").asLong() == 2 * 98_000);
        var part = show(order).get("seller_orders").get(0);
        assertThat(part.get("reductions").get(0).get("cause").asString()).isEqualTo("RETURNED");
        var back = Map.of("restocked", List.of(Map.of("position", 1, "quantity", 1)));
        var done = desk("/returns/" + id + "/goods-back", back, 200);
        assertThat(done.get("state").asString()).isEqualTo("GOODS_BACK");
        assertThat(done.get("actions")).isEmpty();
        assertThat(shops.stock(coffee)).containsExactly(18, 0);
        assertThat(reasons()).containsExactly("RESERVED", "TAKEN", "RETURNED", "WRITTEN_OFF");
        desk("/returns/" + id + "/goods-back", back, 409);
    }

    @Test
    void repaysTheShippingFeeWhenEverythingGoesBackForAReasonOfLaw() {
        deliver();
        var id = requested("NOT_AS_DESCRIBED", 3);
        desk("/returns/" + id + "/accept", Map.of("goods_expected", false), 200);
        assertThat(show(order).get("seller_orders").get(0).get("due").asLong()).isZero();
        await(() -> paymentState(show(order)).equals("REFUNDED"));
    }

    @Test
    void keepsTheShippingFeeWhenTheBuyerThoughtBetterOfIt() {
        deliver();
        var fee = order.get("shipping_total").asLong();
        var id = requested("NOT_WANTED", 3);
        desk("/returns/" + id + "/accept", Map.of("goods_expected", true), 200);
        assertThat(show(order).get("seller_orders").get(0).get("due").asLong()).isEqualTo(fee);
    }

    @Test
    void letsTheOperatorDecideWhatTheShopRefuses() {
        deliver();
        var id = requested("NOT_AS_DESCRIBED", 1);
        var early = appeal(id, 409);
        assertThat(early.get("type").asString()).isEqualTo("/problems/return-answer-not-due");
        var refused = desk("/returns/" + id + "/refuse", Map.of("reason", "Hàng đúng mô tả"), 200);
        assertThat(holds()).as("the buyer may still appeal").contains("DISPUTE");
        assertThat(refused.get("decision").asString()).isEqualTo("Hàng đúng mô tả");
        assertThat(appeal(id, 200).get("items").get(0).get("state").asString()).isEqualTo("ESCALATED");
        desk("/returns/" + id + "/accept", Map.of("goods_expected", false), 409);
        var operator = accounts.operator().on(client);
        assertThat(call(operator, HttpMethod.GET, OPERATOR + "/returns", null, 200)
                        .get("items")
                        .valueStream()
                        .map(item -> item.get("id").asString()))
                .contains(id);
        var body = Map.of("refund", 40_000, "goods_expected", false, "note", "Chia đôi thiệt hại");
        var decided = call(operator, HttpMethod.POST, OPERATOR + "/returns/" + id + "/accept", body, 200);
        assertThat(decided.get("refund").asLong()).isEqualTo(40_000);
        await(() -> show(order).get("payment").path("refunded").asLong() == 40_000);
        call(seller(near), HttpMethod.GET, OPERATOR + "/returns", null, 403);
    }

    @Test
    void takesARefusalForTheEndAfterAWhile() {
        deliver();
        var id = requested("NOT_AS_DESCRIBED", 3);
        desk("/returns/" + id + "/refuse", Map.of("reason", "Hàng đúng mô tả"), 200);
        shift("return_request", "appeal_due", Duration.ofDays(7));
        assertThat(appeal(id, 409).get("type").asString()).isEqualTo("/problems/return-appeal-closed");
        var seen = call(client, HttpMethod.GET, address(order, "/returns"), null, 200);
        assertThat(seen.get("items").get(0).get("actions")).isEmpty();
        assertThat(holds()).doesNotContain("DISPUTE");
        requested("NOT_AS_DESCRIBED", 3);
    }

    @Test
    void takesBackOnlyGoodsThatAreExpected() {
        deliver();
        var id = requested("DAMAGED", 1);
        desk("/returns/" + id + "/accept", Map.of("goods_expected", false), 200);
        var back = Map.of("restocked", List.of(Map.of("position", 1, "quantity", 1)));
        assertThat(desk("/returns/" + id + "/goods-back", back, 409).get("type").asString())
                .isEqualTo("/problems/return-goods-not-expected");
        assertThat(reasons()).containsExactly("RESERVED", "TAKEN");
        assertThat(desk("/returns/" + id + "/goods-back", Map.of(), 400)
                        .get("errors")
                        .get(0)
                        .get("field")
                        .asString())
                .isEqualTo("restocked");
    }

    @Test
    void letsTheBuyerCallTheOperatorWhenTheShopKeepsSilent() {
        deliver();
        var id = requested("DAMAGED", 1);
        shift("return_request", "answer_due", Duration.ofDays(4));
        assertThat(appeal(id, 200).get("items").get(0).get("state").asString()).isEqualTo("ESCALATED");
        var operator = accounts.operator().on(client);
        var dismissed = call(
                operator,
                HttpMethod.POST,
                OPERATOR + "/returns/" + id + "/dismiss",
                Map.of("reason", "Không có bằng chứng"),
                200);
        assertThat(dismissed.get("state").asString()).isEqualTo("DISMISSED");
        assertThat(show(order).get("seller_orders").get(0).get("repaid").asLong())
                .isZero();
    }

    @Test
    void refusesWhatHasNotArrivedAndWhatIsTooMany() {
        assertThat(request(key(), "DAMAGED", 1, 409).get("type").asString()).isEqualTo("/problems/not-returnable");
        deliver();
        requested("DAMAGED", 2);
        var problem = request(key(), "DAMAGED", 2, 422);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/return-lines-not-kept");
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("lines.1");
    }

    @Test
    void closesTheWindowOfTheLawLaterThanThatOfTheMarket() {
        deliver();
        shift("seller_order_event", "happened_at", Duration.ofDays(8));
        assertThat(request(key(), "NOT_WANTED", 1, 409).get("type").asString())
                .isEqualTo("/problems/return-window-closed");
        requested("NOT_AS_DESCRIBED", 1);
        shift("seller_order_event", "happened_at", Duration.ofDays(30));
        assertThat(request(key(), "NOT_AS_DESCRIBED", 1, 409).get("detail").asString())
                .contains("30 ngày")
                .contains("19/2023");
    }

    @Test
    void freesWhatTheBuyerWithdraws() {
        deliver();
        var id = requested("NOT_WANTED", 3);
        var withdrawn = buyer("/returns/" + id + "/withdraw", key(), null, 200);
        assertThat(withdrawn.get("items").get(0).get("state").asString()).isEqualTo("WITHDRAWN");
        requested("NOT_WANTED", 3);
    }

    @Test
    void givesGoodwillOnceAndNotMoreThanTheGoodsCost() {
        deliver();
        var key = key();
        var gift = Map.of("amount", 20_000, "reason", "Giao chậm");
        keyed(seller(near), key, DESK + "/orders/" + number + "/goodwill", gift, 204);
        keyed(seller(near), key, DESK + "/orders/" + number + "/goodwill", gift, 204);
        var part = show(order).get("seller_orders").get(0);
        assertThat(part.get("repaid").asLong()).isEqualTo(20_000);
        assertThat(part.get("reductions").get(0).get("reason").asString()).isEqualTo("Giao chậm");
        var tooMuch = Map.of("amount", 300_000, "reason", "Nhầm");
        keyed(seller(near), key(), DESK + "/orders/" + number + "/goodwill", tooMuch, 400);
        keyed(seller(far), key(), DESK + "/orders/" + number + "/goodwill", gift, 404);
        keyed(accounts.operator().on(client), key(), OPERATOR + "/seller-orders/" + number + "/goodwill", gift, 204);
        assertThat(show(order).get("seller_orders").get(0).get("repaid").asLong())
                .isEqualTo(40_000);
    }

    @Test
    void showsReturnsOnlyToThoseTheyConcern() {
        deliver();
        var id = requested("DAMAGED", 1);
        call(seller(far), HttpMethod.GET, DESK + "/returns/" + id, null, 404);
        call(client, HttpMethod.GET, "/api/v1/orders/" + order.get("number").asString() + "/returns", null, 404);
        call(client, HttpMethod.GET, DESK + "/returns", null, 401);
        var mine = call(seller(near), HttpMethod.GET, DESK + "/returns?state=REQUESTED&page_size=1", null, 200);
        assertThat(mine.get("items").get(0).get("id").asString()).isEqualTo(id);
        assertThat(mine.get("items").get(0).get("actions").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("accept", "refuse");
    }

    private List<String> holds() {
        return call(seller(near), HttpMethod.GET, DESK + "/money", null, 200)
                .get("holds")
                .valueStream()
                .flatMap(hold -> hold.get("reasons").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private void deliver() {
        desk("/orders/" + number + "/deliver", null, 200);
    }

    private String requested(String reason, int pieces) {
        return request(key(), reason, pieces, 200)
                .get("items")
                .valueStream()
                .filter(item -> item.get("state").asString().equals("REQUESTED"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asString();
    }

    private JsonNode request(String key, String reason, int pieces, int status) {
        var body = Map.of(
                "seller_order", number,
                "reason", reason,
                "lines", List.of(Map.of("position", 1, "quantity", pieces)));
        return buyer("/returns", key, body, status);
    }

    private JsonNode appeal(String id, int status) {
        return buyer("/returns/" + id + "/escalate", key(), Map.of("text", "Tôi gửi ảnh"), status);
    }

    private JsonNode buyer(String what, String key, @Nullable Object body, int status) {
        return keyed(client, key, address(order, what), body, status);
    }

    private JsonNode desk(String what, @Nullable Object body, int status) {
        return call(seller(near), HttpMethod.POST, DESK + what, body, status);
    }

    private JsonNode keyed(WebTestClient caller, String key, String uri, @Nullable Object body, int status) {
        return call(caller.mutate().defaultHeader("Idempotency-Key", key).build(), HttpMethod.POST, uri, body, status);
    }

    /** As the owner of the database, past the guards of a history that the market itself never changes. */
    private void shift(String table, String column, Duration by) {
        database.sql("""
                        DO $$ BEGIN
                            SET LOCAL session_replication_role = replica;
                            UPDATE %s SET %s = %s - interval '%d hours'
                             WHERE seller_order_id = (SELECT id FROM seller_order WHERE number = '%s');
                        END $$
                        """.formatted(table, column, column, by.toHours(), number))
                .then()
                .block();
    }

    private List<String> reasons() {
        return database.sql("SELECT reason FROM stock_change WHERE variant_id = :id ORDER BY id")
                .bind("id", coffee.variantId())
                .map(row -> String.valueOf(row.get(0)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
