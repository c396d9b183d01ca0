package vn.chophien.marketplace.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.BuyingTests;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.paymentsandbox.Faults;

class CheckoutIntegrationTests extends BuyingTests {

    @Test
    void quotesGoodsAndDeliveryByShop() {
        var quote = quote(cartOf(Map.of(coffee, 2, silk, 1)));
        assertThat(quote.get("subtotal").asLong()).isEqualTo(2 * 98_000 + 450_000);
        assertThat(quote.get("payment_methods").valueStream().map(JsonNode::asString))
                .contains("CARD", "COD");
        var local = shopOf(quote, near.slug());
        var distant = shopOf(quote, far.slug());
        assertThat(codes(local)).containsExactly("standard", "express", "pickup");
        assertThat(codes(distant)).containsExactly("standard", "express");
        assertThat(local.get("shipping_options").get(0).get("fee").asLong()).isEqualTo(18_000);
        assertThat(distant.get("shipping_options").get(0).get("fee").asLong()).isEqualTo(32_000);
    }

    @Test
    void placesOneOrderWithOnePartPerShopForCashOnDelivery() {
        var cart = cartOf(Map.of(coffee, 2, silk, 1));
        var order = place(client, key(), wish(cart, "COD", total(quote(cart))), 201);
        assertThat(order.get("number").asString()).matches("DH\\d{6}\\d{4,}");
        assertThat(states(order)).containsExactly("NEW", "NEW");
        assertThat(paymentState(order)).isEqualTo("DUE_ON_DELIVERY");
        assertThat(order.get("goods_total").asLong()).isEqualTo(646_000);
        assertThat(order.get("shipping_total").asLong()).isEqualTo(50_000);
        assertThat(order.get("total").asLong()).isEqualTo(696_000);
        assertThat(order.get("contact").get("phone").asString()).isEqualTo("0912345678");
        assertThat(partOf(order, near)).startsWith(order.get("number").asString() + "-");
        assertThat(shops.stock(coffee)).containsExactly(20, 2);
        assertThat(shops.stock(silk)).containsExactly(5, 1);
        var emptied = call(client, HttpMethod.GET, "/api/v1/carts/" + cart, null, 200);
        assertThat(emptied.get("item_count").asInt()).isZero();
        assertThat(show(order).get("number")).isEqualTo(order.get("number"));
    }

    @Test
    void opensThePayPageOfACardOrder() {
        var order = order("CARD");
        assertThat(states(order)).containsExactly("AWAITING_PAYMENT", "AWAITING_PAYMENT");
        assertThat(paymentState(order)).isEqualTo("PENDING");
        assertThat(order.get("payment").get("pay_url").asString())
                .startsWith(SANDBOX.payPage().toString())
                .contains(order.get("number").asString());
    }

    @Test
    void answersARetriedKeyWithTheFirstOrder() {
        var cart = cartOf(Map.of(coffee, 1));
        var key = key();
        var wish = wish(cart, "CARD", total(quote(cart)));
        var first = place(client, key, wish, 201);
        var second = place(client, key, wish, 201);
        assertThat(second.get("number")).isEqualTo(first.get("number"));
        assertThat(second.get("access_token")).isEqualTo(first.get("access_token"));
        assertThat(shops.stock(coffee)).containsExactly(20, 1);
    }

    @Test
    void answersARetriedKeyWithTheFirstOrderWhenTheCartWasFilledAgain() {
        var cart = cartOf(Map.of(coffee, 1));
        var key = key();
        var wish = wish(cart, "COD", total(quote(cart)));
        var first = place(client, key, wish, 201);
        add(client, cart, coffee, 1);
        var second = place(client, key, wish, 201);
        assertThat(second.get("number")).isEqualTo(first.get("number"));
        assertThat(shops.stock(coffee)).containsExactly(20, 1);
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        var cart = cartOf(Map.of(coffee, 1));
        var key = key();
        var wish = wish(cart, "COD", total(quote(cart)));
        place(client, key, wish, 201);
        wish.put("note", "Giao buổi sáng");
        var problem = place(client, key, wish, 422);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void wantsAnIdempotencyKey() {
        var cart = cartOf(Map.of(coffee, 1));
        var problem = call(client, HttpMethod.POST, "/api/v1/checkout", wish(cart, "COD", total(quote(cart))), 400);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/idempotency-key-required");
    }

    @Test
    void placesOnceForAnImpatientDoubleClick() throws Exception {
        var cart = cartOf(Map.of(coffee, 1, silk, 1));
        var key = key();
        var wish = wish(cart, "CARD", total(quote(cart)));
        var orders = together(Collections.<Callable<JsonNode>>nCopies(8, () -> place(client, key, wish, 201)));
        assertThat(new HashSet<>(orders.stream()
                        .map(order -> order.get("number").asString())
                        .toList()))
                .hasSize(1);
        assertThat(shops.stock(coffee)).containsExactly(20, 1);
        var number = orders.getFirst().get("number").asString();
        assertThat(SANDBOX.wireMock().getAllServeEvents().stream()
                        .filter(event -> event.getRequest().getUrl().equals("/v1/payment_intents"))
                        .filter(event -> event.getRequest().getBodyAsString().contains(number))
                        .map(event -> event.getRequest().getHeader("Idempotency-Key"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void ordersACartOnceWhateverTheKeys() throws Exception {
        var cart = cartOf(Map.of(coffee, 3));
        var wish = wish(cart, "COD", total(quote(cart)));
        var answers = together(IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(click -> () -> client.post()
                        .uri("/api/v1/checkout")
                        .header("Idempotency-Key", key())
                        .bodyValue(wish)
                        .exchange()
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .toList());
        assertThat(Collections.frequency(answers, 201)).isEqualTo(1);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(5);
        assertThat(shops.stock(coffee)).containsExactly(20, 3);
    }

    @Test
    void sellsTheLastPiecesOnceHoweverManyWantThem() throws Exception {
        var scarce = shops.goods(near, 70_000, 400, 7);
        var carts = IntStream.range(0, 30)
                .mapToObj(buyer -> cartOf(Map.of(scarce, 1)))
                .toList();
        var expected = total(quote(carts.getFirst()));
        var answers = together(carts.stream()
                .<Callable<Integer>>map(cart -> () -> client.post()
                        .uri("/api/v1/checkout")
                        .header("Idempotency-Key", key())
                        .bodyValue(wish(cart, "COD", expected))
                        .exchange()
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .toList());
        assertThat(Collections.frequency(answers, 201)).isEqualTo(7);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(23);
        assertThat(shops.stock(scarce)).containsExactly(7, 7);
    }

    @Test
    void saysWhatIsLeftOfEachLine() {
        var cart = cartOf(Map.of(coffee, 9, silk, 1));
        var expected = total(quote(cart));
        setOnHand(coffee.variantId(), 4);
        setOnHand(silk.variantId(), 0);
        var problem = place(client, key(), wish(cart, "COD", expected), 409);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/out-of-stock");
        var errors = new HashMap<String, String>();
        problem.get("errors")
                .forEach(error -> errors.put(
                        error.get("field").asString(),
                        error.get("code").asString() + ": "
                                + error.get("message").asString()));
        assertThat(errors)
                .containsEntry("lines." + coffee.variantId(), "not-enough: Chỉ còn 4, bạn chọn 9")
                .containsEntry("lines." + silk.variantId(), "out-of-stock: Đã hết hàng");
        assertThat(shops.stock(coffee)).containsExactly(4, 0);
    }

    @Test
    void refusesATotalTheBuyerWasNotShown() {
        var cart = cartOf(Map.of(coffee, 1));
        var expected = total(quote(cart));
        shops.setPrice(coffee, 105_000);
        var problem = place(client, key(), wish(cart, "COD", expected), 409);
        assertThat(problem.get("type").asString()).isEqualTo("/problems/price-changed");
        assertThat(problem.get("detail").asString()).contains("121.000").contains("114.000");
        assertThat(shops.stock(coffee)).containsExactly(20, 0);
        place(client, key(), wish(cart, "COD", total(quote(cart))), 201);
    }

    @Test
    void namesTheFieldsAtFault() {
        var cart = cartOf(Map.of(coffee, 1));
        var expected = total(quote(cart));
        var badPhone = wish(cart, "COD", expected);
        badPhone.put("contact", Map.of("name", "A", "phone", "024 3825 0000"));
        assertThat(fields(place(client, key(), badPhone, 400))).containsExactly("contact.phone");
        var badCommune = wish(cart, "COD", expected);
        badCommune.put("address", Map.of("province_code", "66", "commune_code", "00004", "street", "Thôn 3"));
        assertThat(fields(place(client, key(), badCommune, 400))).containsExactly("address.commune_code");
        var badService = wish(cart, "COD", expected);
        badService.put("shipping", Map.of(near.slug(), "drone"));
        assertThat(fields(place(client, key(), badService, 400))).containsExactly("shipping." + near.slug());
        var nothing = wish(cart, "COD", expected);
        nothing.put("contact", Map.of("name", " ", "phone", ""));
        assertThat(fields(place(client, key(), nothing, 400))).contains("contact.name", "contact.phone");
    }

    @Test
    void refusesAnEmptyOrUnknownCart() {
        var empty = cartOf(Map.of());
        assertThat(place(client, key(), wish(empty, "COD", 1), 409).get("type").asString())
                .isEqualTo("/problems/cart-empty");
        assertThat(place(client, key(), wish("nonsense", "COD", 1), 404)
                        .get("type")
                        .asString())
                .isEqualTo("/problems/cart-not-found");
    }

    @Test
    void leavesTheOrderPayableWhenTheGatewayCannotBeReached() {
        var cart = cartOf(Map.of(coffee, 1));
        var key = key();
        var wish = wish(cart, "CARD", total(quote(cart)));
        SANDBOX.faults().order(Faults.Failure.outage("POST", "/v1/payment_intents", 20));
        var order = place(client, key, wish, 201);
        assertThat(states(order)).containsExactly("AWAITING_PAYMENT");
        assertThat(order.get("payment").get("pay_url")).isNull();
        assertThat(shops.stock(coffee)).containsExactly(20, 1);
        SANDBOX.faults().clear();
        var retried = place(client, key, wish, 201);
        assertThat(retried.get("number")).isEqualTo(order.get("number"));
        assertThat(retried.get("payment").get("pay_url").asString()).isNotBlank();
    }

    @Test
    void copiesWhatTheBuyerSaw() {
        var order = order("COD");
        shops.setPrice(coffee, 1_000_000);
        database.sql("UPDATE listing SET name_vi = 'Khác' WHERE id = :id")
                .bind("id", coffee.listing().value())
                .then()
                .block();
        var lines = show(order)
                .get("seller_orders")
                .valueStream()
                .flatMap(part -> part.get("lines").valueStream())
                .toList();
        assertThat(lines)
                .extracting(line -> line.get("unit_price").asLong())
                .containsExactlyInAnyOrder(98_000L, 450_000L);
        assertThat(lines).noneMatch(line -> line.get("name").asString().equals("Khác"));
        assertThat(show(order).get("total").asLong()).isEqualTo(696_000);
    }

    @Test
    void numbersTheOrdersOfADayWithoutRepeating() throws Exception {
        var tea = shops.goods(near, 60_000, 200, 50);
        var orders = together(Collections.<Callable<String>>nCopies(10, () -> {
            var cart = cartOf(Map.of(tea, 1));
            return place(client, key(), wish(cart, "COD", total(quote(cart))), 201)
                    .get("number")
                    .asString();
        }));
        assertThat(new HashSet<>(orders)).hasSize(10);
    }

    @Test
    void sellsWhatTwoShopsHaveLeftToAsManyAsItServes() throws Exception {
        var carts = IntStream.range(0, 10)
                .mapToObj(buyer -> cartOf(Map.of(coffee, 2, silk, 1)))
                .toList();
        var expected = total(quote(carts.getFirst()));
        var answers = together(carts.stream()
                .<Callable<Integer>>map(cart -> () -> client.post()
                        .uri("/api/v1/checkout")
                        .header("Idempotency-Key", key())
                        .bodyValue(wish(cart, "COD", expected))
                        .exchange()
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .toList());
        assertThat(Collections.frequency(answers, 201)).isEqualTo(5);
        assertThat(Collections.frequency(answers, 409)).isEqualTo(5);
        assertThat(shops.stock(coffee)).containsExactly(20, 10);
        assertThat(shops.stock(silk)).containsExactly(5, 5);
    }

    private void setOnHand(Object variant, int onHand) {
        database.sql("UPDATE stock_level SET on_hand = :on_hand WHERE variant_id = :id")
                .bind("id", variant)
                .bind("on_hand", onHand)
                .then()
                .block();
        assertThat(database.sql("SELECT on_hand FROM stock_level WHERE variant_id = :id")
                        .bind("id", variant)
                        .map(row -> Columns.integer(row, "on_hand"))
                        .one()
                        .block())
                .isEqualTo(onHand);
    }

    private static JsonNode shopOf(JsonNode quote, String slug) {
        return quote.get("shops")
                .valueStream()
                .filter(shop -> shop.get("shop").get("slug").asString().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(JsonNode shop) {
        return shop.get("shipping_options")
                .valueStream()
                .map(option -> option.get("code").asString())
                .toList();
    }

    private static List<String> fields(JsonNode problem) {
        return problem.get("errors")
                .valueStream()
                .map(error -> error.get("field").asString())
                .toList();
    }

    private static <T> List<T> together(List<? extends Callable<T>> calls) throws InterruptedException {
        try (var people = Executors.newFixedThreadPool(calls.size())) {
            var answers = people.invokeAll(calls);
            return answers.stream().map(answer -> outcome(answer)).toList();
        }
    }

    private static <T> T outcome(Future<T> answer) {
        return switch (answer.state()) {
            case SUCCESS -> answer.resultNow();
            case FAILED -> throw new AssertionError("One of them failed", answer.exceptionNow());
            case RUNNING, CANCELLED -> throw new AssertionError("One of them did not finish");
        };
    }
}
