package vn.chophien.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.BuyingTests;
import vn.chophien.marketplace.inventory.ReservationOwner;
import vn.chophien.marketplace.inventory.Reservations;
import vn.chophien.marketplace.inventory.StockClaim;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.paymentsandbox.Faults;
import vn.chophien.paymentsandbox.Webhooks;

class OrderIntegrationTests extends BuyingTests {
    @Autowired
    private OrderExpiry expiry;

    @Autowired
    private Reservations reservations;

    @Test
    void movesOnToTheShopsWhenTheMoneyArrives() {
        var order = order("CARD");
        assertThat(pay(order, GOOD_CARD))
                .contains("/orders/" + order.get("number").asString());
        await(() -> paymentState(show(order)).equals("PAID"));
        assertThat(states(show(order))).containsExactly("NEW", "NEW");
        assertThat(shops.stock(coffee)).containsExactly(20, 2);
    }

    @Test
    void showsTheTruthToAReturningBuyerBeforeAnyWebhook() {
        var order = order("CARD");
        SANDBOX.webhooks().mode(Webhooks.Mode.HOLD);
        pay(order, GOOD_CARD);
        assertThat(paymentState(show(order))).isEqualTo("PAID");
        assertThat(states(show(order))).containsExactly("NEW", "NEW");
    }

    @Test
    void staysPayableAfterADeclinedCard() {
        var order = order("CARD");
        pay(order, POOR_CARD);
        await(() -> paymentState(show(order)).equals("FAILED"));
        assertThat(states(show(order))).containsExactly("AWAITING_PAYMENT", "AWAITING_PAYMENT");
        var again = call(
                client,
                HttpMethod.POST,
                address(order, "/payments"),
                Map.of("return_url", "http://shop.example/back"),
                200);
        pay(URI.create(again.get("pay_url").asString()), GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        var nothing = call(client, HttpMethod.POST, address(order, "/payments"), null, 409);
        assertThat(nothing.get("type").asString()).isIn("/problems/order-not-payable", "/problems/already-paid");
    }

    @Test
    void givesGoodsAndMoneyBackWhenTheBuyerCancels() {
        var order = order("CARD");
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        var cancelled = call(client, HttpMethod.POST, address(order, "/cancel"), null, 200);
        assertThat(states(cancelled)).containsExactly("CANCELLED", "CANCELLED");
        await(() -> paymentState(show(order)).equals("REFUNDED"));
        assertThat(show(order).get("payment").get("refunded").asLong()).isEqualTo(696_000);
        assertThat(shops.stock(coffee)).containsExactly(20, 0);
        assertThat(shops.stock(silk)).containsExactly(5, 0);
        call(client, HttpMethod.POST, address(order, "/cancel"), null, 409);
    }

    @Test
    void closesThePayPageOfACancelledOrder() {
        var order = order("CARD");
        var cancelled = call(client, HttpMethod.POST, address(order, "/cancel"), null, 200);
        assertThat(states(cancelled)).containsExactly("CANCELLED", "CANCELLED");
        assertThat(paymentState(cancelled)).isEqualTo("CANCELLED");
        pay(order, GOOD_CARD);
        assertThat(paymentState(show(order))).isEqualTo("CANCELLED");
        assertThat(shops.stock(coffee)).containsExactly(20, 0);
    }

    @Test
    void sendsMoneyBackThatComesForACancelledOrder() {
        var order = order("CARD");
        SANDBOX.faults().order(Faults.Failure.outage("POST", "/v1/payment_intents/.*/cancel", 20));
        call(client, HttpMethod.POST, address(order, "/cancel"), null, 200);
        SANDBOX.faults().clear();
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("REFUNDED"));
        assertThat(states(show(order))).containsExactly("CANCELLED", "CANCELLED");
        assertThat(shops.stock(coffee)).containsExactly(20, 0);
    }

    @Test
    void givesUpWhatIsNotPaidInTime() {
        var order = order("CARD");
        expiry.cancelOverdue().block();
        assertThat(states(show(order))).containsExactly("AWAITING_PAYMENT", "AWAITING_PAYMENT");
        becomeOverdue(order);
        expiry.cancelOverdue().block();
        var given = show(order);
        assertThat(states(given)).containsExactly("CANCELLED", "CANCELLED");
        assertThat(given.get("seller_orders")
                        .get(0)
                        .get("events")
                        .get(1)
                        .get("note")
                        .asString())
                .isEqualTo("Không thanh toán đúng hạn");
        assertThat(shops.stock(coffee)).containsExactly(20, 0);
    }

    @Test
    void keepsAnOverdueOrderWhoseMoneyArrivedUnheard() {
        var order = order("CARD");
        SANDBOX.webhooks().mode(Webhooks.Mode.HOLD);
        pay(order, GOOD_CARD);
        becomeOverdue(order);
        expiry.cancelOverdue().block();
        assertThat(states(show(order))).containsExactly("NEW", "NEW");
        assertThat(paymentState(show(order))).isEqualTo("PAID");
    }

    @Test
    void refundsAPartWhoseGoodsWereLostBeforeTheMoneyCame() {
        var order = order("CARD");
        var lost = database.sql("SELECT id FROM seller_order WHERE number = :number")
                .bind("number", partOf(order, near))
                .map(row -> new ReservationOwner(Columns.uuid(row, "id")))
                .one()
                .flatMap(owner -> reservations
                        .release(List.of(new StockClaim(owner, coffee.variant(), 2)), null)
                        .then(Mono.just(owner)))
                .block();
        assertThat(lost).isNotNull();
        pay(order, GOOD_CARD);
        await(() -> show(order).get("payment").has("refunded"));
        var settled = show(order);
        assertThat(states(settled)).containsExactlyInAnyOrder("NEW", "CANCELLED");
        assertThat(settled.get("payment").get("refunded").asLong()).isEqualTo(2 * 98_000 + 18_000);
        assertThat(paymentState(settled)).isEqualTo("PAID");
    }

    @Test
    void opensOnlyToItsBuyer() {
        var order = order("COD");
        var number = order.get("number").asString();
        assertThat(call(client, HttpMethod.GET, "/api/v1/orders/" + number, null, 404)
                        .get("type")
                        .asString())
                .isEqualTo("/problems/order-not-found");
        call(client, HttpMethod.GET, "/api/v1/orders/" + number + "?token=guess", null, 404);
        call(accounts.buyer().on(client), HttpMethod.GET, "/api/v1/orders/" + number, null, 404);
        call(client, HttpMethod.POST, "/api/v1/orders/" + number + "/cancel", null, 404);
    }

    @Test
    void listsTheOrdersOfAnAccountNewestFirst() {
        var buyer = accounts.buyer().on(client);
        var placed = new ArrayList<String>();
        for (var time = 0; time < 3; time++) {
            var cart = cartOf(Map.of(coffee, 1));
            var order = place(buyer, key(), wish(cart, "COD", total(quote(cart))), 201);
            assertThat(order.has("access_token")).isFalse();
            placed.addFirst(order.get("number").asString());
        }
        var first = call(buyer, HttpMethod.GET, "/api/v1/me/orders?page_size=2", null, 200);
        assertThat(numbers(first)).isEqualTo(placed.subList(0, 2));
        var next = call(
                buyer,
                HttpMethod.GET,
                "/api/v1/me/orders?page_size=2&cursor="
                        + first.get("next_cursor").asString(),
                null,
                200);
        assertThat(numbers(next)).isEqualTo(placed.subList(2, 3));
        assertThat(next.has("next_cursor")).isFalse();
        call(buyer, HttpMethod.GET, "/api/v1/orders/" + placed.getFirst(), null, 200);
        call(client, HttpMethod.GET, "/api/v1/me/orders", null, 401);
    }

    @Test
    void findsAnOrderByNumberAndPhoneButNotByTryingPhones() {
        var order = order("COD");
        var number = order.get("number").asString();
        var found = lookUp(number.toLowerCase(Locale.ROOT), "0912.345.678", 200);
        assertThat(found.get("number").asString()).isEqualTo(number);
        for (var guess = 0; guess < 9; guess++) {
            lookUp(number, "098765432" + guess, 404);
        }
        var refused = lookUp(number, "0987654329", 429);
        assertThat(refused.get("type").asString()).isEqualTo("/problems/too-many-lookups");
        assertThat(refused.get("detail").asString()).contains("15 phút");
    }

    @Test
    void letsWhoeverKnowsNumberAndPhoneReadTheOrderOnly() {
        var order = order("CARD");
        var found = lookUp(order.get("number").asString(), "0912345678", 200);
        assertThat(found.get("read_only").asBoolean()).isTrue();
        assertThat(found.get("cancellable").asBoolean()).isFalse();
        assertThat(found.get("payment").has("pay_url")).isFalse();
        assertThat(found.get("contact").has("email")).isFalse();
        assertThat(found.get("access_token")).isNotEqualTo(order.get("access_token"));

        var seen = show(found);
        assertThat(seen.get("read_only").asBoolean()).isTrue();
        assertThat(seen.get("access_token")).isEqualTo(found.get("access_token"));
        call(client, HttpMethod.GET, address(found, "/returns"), null, 200);
        var part = partOf(order, near);
        var pieces = List.of(Map.of("position", 1, "quantity", 1));
        refusesAReader(HttpMethod.POST, address(found, "/payments"), Map.of());
        refusesAReader(HttpMethod.POST, address(found, "/cancel"), Map.of());
        refusesAReader(
                HttpMethod.POST,
                address(found, "/seller-orders/" + part + "/line-cancellations"),
                Map.of("lines", pieces));
        refusesAReader(
                HttpMethod.PUT,
                address(found, "/refund-account"),
                Map.of("bank_bin", "970436", "account_number", "0011004567890", "holder", "KE GIAN"));
        refusesAReader(
                HttpMethod.POST,
                address(found, "/returns"),
                Map.of("seller_order", part, "reason", "DAMAGED", "lines", pieces));
        for (var step : List.of("/withdraw", "/escalate")) {
            refusesAReader(
                    HttpMethod.POST,
                    address(found, "/returns/0199aaaa-0000-7000-8000-000000000001" + step),
                    Map.of("text", "Không đúng"));
        }
        assertThat(show(order).get("read_only").asBoolean()).isFalse();
        assertThat(states(show(order))).containsExactly("AWAITING_PAYMENT", "AWAITING_PAYMENT");
    }

    @Test
    void readsNoMoreOfAnOrderOfAnAccount() {
        var buyer = accounts.buyer().on(client);
        var cart = cartOf(Map.of(coffee, 1));
        var number = place(buyer, key(), wish(cart, "COD", total(quote(cart))), 201)
                .get("number")
                .asString();
        var found = lookUp(number, "0912345678", 200);
        assertThat(found.get("read_only").asBoolean()).isTrue();
        refusesAReader(HttpMethod.POST, address(found, "/cancel"), Map.of());

        var own = call(
                buyer, HttpMethod.POST, "/api/v1/order-lookups", Map.of("number", number, "phone", "0912345678"), 200);
        assertThat(own.get("read_only").asBoolean()).isFalse();
        assertThat(own.has("access_token")).isFalse();
        call(buyer, HttpMethod.POST, address(found, "/cancel"), null, 200);
    }

    private void refusesAReader(HttpMethod method, String uri, Map<String, ?> body) {
        var refused =
                call(client.mutate().defaultHeader("Idempotency-Key", key()).build(), method, uri, body, 403);
        assertThat(refused.get("type").asString()).isEqualTo("/problems/order-read-only");
    }

    private JsonNode lookUp(String number, String phone, int status) {
        return call(client, HttpMethod.POST, "/api/v1/order-lookups", Map.of("number", number, "phone", phone), status);
    }

    private static List<String> numbers(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(order -> order.get("number").asString())
                .toList();
    }

    private void becomeOverdue(JsonNode order) {
        database.sql("UPDATE customer_order SET payment_due_at = :past WHERE number = :number")
                .bind("past", Instant.now().minus(Duration.ofMinutes(1)))
                .bind("number", order.get("number").asString())
                .then()
                .block();
    }
}
