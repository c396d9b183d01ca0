package vn.chophien.marketplace.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.BuyingTests;
import vn.chophien.marketplace.TestShops.TestShop;

/** The published money of a market: balances, remittances, proofs and terms. */
class MoneyIntegrationTests extends BuyingTests {

    private static final String DESK = "/api/v1/seller/orders/";
    private static final String REVERSALS = "/api/v1/operator/ledger/reversals";
    private static final String REMITTANCES = "/api/v1/operator/cod-remittances";

    @Test
    void holdsAPaidSaleUntilTheReturnWindowEnds() {
        var order = order("CARD");
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        var waiting = money(near);
        assertThat(figures(waiting)).containsExactly(214_000L, 214_000L, 0L);
        assertThat(reasons(waiting)).containsExactly("DELIVERY");
        deliver(near, partOf(order, near), "GHN");
        var held = money(near);
        assertThat(figures(held)).containsExactly(204_200L, 204_200L, 0L);
        assertThat(reasons(held)).containsExactly("RETURN_WINDOW");
        assertThat(held.get("holds").get(0).has("release_at")).isTrue();
    }

    @Test
    void explainsEveryDongOfASale() {
        var order = order("CARD");
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        deliver(near, partOf(order, near), "GHN");
        var sale = call(seller(near), HttpMethod.GET, "/api/v1/seller/money/orders/" + partOf(order, near), null, 200);
        assertThat(sale.get("goods").asLong()).isEqualTo(196_000);
        assertThat(sale.get("shipping").asLong()).isEqualTo(18_000);
        assertThat(sale.get("commission").asLong()).isEqualTo(-9_800);
        assertThat(sale.get("net").asLong()).isEqualTo(204_200);
        assertThat(sale.get("steps").valueStream().map(step -> step.get("kind").asString()))
                .containsExactly("PAID", "DELIVERED");
        call(seller(far), HttpMethod.GET, "/api/v1/seller/money/orders/" + partOf(order, near), null, 404);
        var list = call(seller(near), HttpMethod.GET, "/api/v1/seller/money/orders?page_size=1", null, 200);
        assertThat(list.get("items").get(0).get("number").asString()).isEqualTo(partOf(order, near));
        var book = call(
                operator(),
                HttpMethod.GET,
                "/api/v1/operator/ledger/orders/" + order.get("number").asString(),
                null,
                200);
        assertThat(book.get("transactions")
                        .valueStream()
                        .map(posted -> posted.get("kind").asString()))
                .as("in the order in which one follows from the other")
                .containsExactly("CAPTURED", "PAID", "PAID", "DELIVERED");
        call(seller(near), HttpMethod.GET, "/api/v1/operator/ledger/balances", null, 403);
    }

    @Test
    void freesCashOnlyWhenTheCarrierHasRemittedIt() {
        var order = order("COD");
        var number = partOf(order, near);
        deliver(near, number, "GHN");
        assertThat(reasons(money(near))).containsExactly("RETURN_WINDOW", "CARRIER");
        var wrong = remit(key(), 1, "DH2601010001-9", 200_000, 422);
        assertThat(wrong.get("errors")).hasSize(2);
        assertThat(wrong.get("errors").get(0).get("message").asString()).contains("DH2601010001-9");
        var key = key();
        remit(key, 214_000, number, 214_000, 201);
        assertThat(remit(key, 214_000, number, 214_000, 201).get("amount").asLong())
                .isEqualTo(214_000);
        assertThat(reasons(money(near))).containsExactly("RETURN_WINDOW");
        remit(key(), 214_000, number, 214_000, 422);
    }

    @Test
    void keepsTheMoneyOfADisputedSaleBack() {
        var order = order("CARD");
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        var number = partOf(order, near);
        deliver(near, number, "GHN");
        call(operator(), HttpMethod.PUT, "/api/v1/operator/holds/" + number, Map.of("note", "Khiếu nại"), 204);
        call(operator(), HttpMethod.PUT, "/api/v1/operator/holds/" + number, Map.of("note", "Khiếu nại"), 204);
        assertThat(reasons(money(near))).containsExactly("RETURN_WINDOW", "DISPUTE");
        call(operator(), HttpMethod.POST, "/api/v1/operator/holds/" + number + "/release", null, 204);
        assertThat(reasons(money(near))).containsExactly("RETURN_WINDOW");
    }

    @Test
    void provesThatTheBooksAgreeAndCatchesUpWhereTheyDoNot() {
        var order = order("CARD");
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        deliver(near, partOf(order, near), "GHN");
        assertThat(differences(prove(), order)).isEmpty();
        database.sql("UPDATE payment_intent SET received = received + 1 WHERE reference = :number")
                .bind("number", order.get("number").asString())
                .then()
                .block();
        var wrong = prove();
        assertThat(wrong.get("agrees").asBoolean()).isFalse();
        assertThat(differences(wrong, order)).singleElement().satisfies(difference -> {
            assertThat(difference.get("expected").asLong()).isEqualTo(696_001);
            assertThat(difference.get("booked").asLong()).isEqualTo(696_000);
        });
        database.sql("UPDATE payment_intent SET received = received - 1 WHERE reference = :number")
                .bind("number", order.get("number").asString())
                .then()
                .block();
        assertThat(differences(prove(), order)).isEmpty();
        var stored = call(operator(), HttpMethod.GET, "/api/v1/operator/proofs?page_size=1", null, 200);
        assertThat(stored.get("items")).hasSize(1);
    }

    @Test
    void takesATransactionBackWhenTwoPeopleWantIt() {
        var order = order("CARD");
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        deliver(near, partOf(order, near), "GHN");
        var number = order.get("number").asString();
        var key = call(operator(), HttpMethod.GET, "/api/v1/operator/ledger/orders/" + number, null, 200)
                .get("transactions")
                .valueStream()
                .filter(posted -> posted.get("kind").asString().equals("DELIVERED"))
                .findFirst()
                .orElseThrow()
                .get("key")
                .asString();
        var first = operator();
        var asked = reverse(first, key, 201);
        var path = REVERSALS + "/" + asked.get("id").asString();
        assertThat(reverse(first, key, 201).get("id").asString())
                .isEqualTo(asked.get("id").asString());
        assertThat(reverse(operator(), key, 409).get("type").asString()).isEqualTo("/problems/reversal-requested");
        assertThat(call(first, HttpMethod.POST, path + "/approve", null, 409)
                        .get("type")
                        .asString())
                .isEqualTo("/problems/reversal-needs-second-person");
        assertThat(figures(money(near))).containsExactly(204_200L, 204_200L, 0L);

        var second = operator();
        assertThat(call(second, HttpMethod.GET, path, null, 200)
                        .get("may_approve")
                        .asBoolean())
                .isTrue();
        call(second, HttpMethod.POST, path + "/approve", null, 200);
        call(second, HttpMethod.POST, path + "/approve", null, 200);
        call(first, HttpMethod.POST, path + "/refuse", null, 409);
        assertThat(figures(money(near))).as("as before the delivery").containsExactly(214_000L, 214_000L, 0L);
        assertThat(differences(prove(), order))
                .as("the proof says that the goods were delivered")
                .hasSize(1);
        reverse(second, "reversal:" + key, 409);
        reverse(second, "nothing:1", 404);
        call(seller(near), HttpMethod.GET, REVERSALS, null, 403);
    }

    @Test
    void reckonsAPastProofAgain() {
        var order = order("CARD");
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        var day = prove().get("day").asString();
        deliver(near, partOf(order, near), "GHN");
        var again = recomputation(day);
        assertThat(again.get("agrees").asBoolean()).isTrue();
        assertThat(again.get("later")
                        .valueStream()
                        .map(later -> later.get("reference").asString()))
                .contains(partOf(order, near));
        database.sql("""
                        UPDATE ledger_proof
                           SET report = jsonb_set(report, '{balances,GATEWAY}',
                                                  to_jsonb(CAST(report #>> '{balances,GATEWAY}' AS bigint) + 5))
                         WHERE day = :day
                        """).bind("day", LocalDate.parse(day)).then().block();
        var tampered = recomputation(day);
        assertThat(tampered.get("agrees").asBoolean()).isFalse();
        assertThat(tampered.get("balances")
                        .valueStream()
                        .filter(line -> line.get("difference").asLong() != 0))
                .singleElement()
                .satisfies(line -> assertThat(line.get("difference").asLong()).isEqualTo(-5));
        call(operator(), HttpMethod.GET, "/api/v1/operator/proofs/2020-01-01/recomputation", null, 404);
        prove();
        assertThat(recomputation(day).get("agrees").asBoolean()).isTrue();
    }

    @Test
    void showsAnOperatorTheMoneyOfAShopFoundByName() {
        var order = order("CARD");
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        database.sql("UPDATE seller SET name_vi = 'Hợp tác xã Đồi ' || slug WHERE id = :id")
                .bind("id", near.id().value())
                .then()
                .block();
        var found = call(operator(), HttpMethod.GET, "/api/v1/operator/sellers?q=doi " + near.slug(), null, 200);
        assertThat(found.get("items")).hasSize(1);
        assertThat(found.get("items").get(0).get("pending").asLong()).isEqualTo(214_000);
        assertThat(call(operator(), HttpMethod.GET, "/api/v1/operator/sellers?q=%25", null, 200)
                        .get("items"))
                .isEmpty();
        var path = "/api/v1/operator/sellers/" + near.slug();
        assertThat(call(operator(), HttpMethod.GET, path + "/money", null, 200)
                        .get("money")
                        .get("holds")
                        .get(0)
                        .get("reasons")
                        .get(0)
                        .asString())
                .isEqualTo("DELIVERY");
        assertThat(call(operator(), HttpMethod.GET, path + "/payouts", null, 200)
                        .get("items"))
                .isEmpty();
        assertThat(call(operator(), HttpMethod.GET, "/api/v1/operator/ledger/sellers/" + near.slug(), null, 200)
                        .get("items")
                        .get(0)
                        .get("kind")
                        .asString())
                .isEqualTo("PAID");
        call(seller(near), HttpMethod.GET, path + "/payouts", null, 403);
        call(seller(near), HttpMethod.GET, "/api/v1/operator/sellers", null, 403);
    }

    private JsonNode reverse(WebTestClient caller, String key, int status) {
        return call(
                caller.mutate().defaultHeader("Idempotency-Key", key()).build(),
                HttpMethod.POST,
                REVERSALS,
                Map.of("transaction", key, "reason", "Giao nhầm đơn"),
                status);
    }

    private JsonNode recomputation(String day) {
        return call(operator(), HttpMethod.GET, "/api/v1/operator/proofs/" + day + "/recomputation", null, 200);
    }

    @Test
    void booksABankTransferThatStandsInForACardRefund() {
        var order = order("CARD");
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        call(client, HttpMethod.POST, address(order, "/cancel"), null, 200);
        await(() -> paymentState(show(order)).equals("REFUNDED"));
        assertThat(differences(prove(), order)).isEmpty();
        database.sql("""
                        UPDATE refund SET state = 'FAILED'
                         WHERE payable_id = (SELECT id FROM customer_order WHERE number = :number)
                        """)
                .bind("number", order.get("number").asString())
                .then()
                .then(database.sql("""
                        INSERT INTO bank_refund (id, kind, payment_id, payable_id, refund_key, reference, amount, currency,
                                                 reason, told, state, bank_reference, created_at, done_at)
                        SELECT uuidv7(), 'CARD', payment_id, payable_id, refund_key, 'DH', amount, currency, 'card-refund-failed',
                               false, 'DONE', 'FT-1', now(), now()
                          FROM refund WHERE payable_id = (SELECT id FROM customer_order WHERE number = :number)
                        """)
                        .bind("number", order.get("number").asString())
                        .then())
                .block();
        assertThat(differences(prove(), order)).isEmpty();
        var book = call(
                operator(),
                HttpMethod.GET,
                "/api/v1/operator/ledger/orders/" + order.get("number").asString(),
                null,
                200);
        assertThat(book.get("transactions")
                        .valueStream()
                        .filter(posted -> posted.get("key").asString().startsWith("stood-in:"))
                        .flatMap(posted -> posted.get("entries").valueStream())
                        .filter(entry -> entry.get("account").asString().equals("BANK"))
                        .mapToLong(entry -> entry.get("credit").asLong())
                        .sum())
                .isEqualTo(696_000);
    }

    @Test
    void publishesTermsAndAddsOnlyFutureOnes() {
        var terms = call(client, HttpMethod.GET, "/api/v1/terms?kind=COMMISSION", null, 200);
        assertThat(terms.get("items")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(addTerm("2026-01-01", 422).get("type").asString()).isEqualTo("/problems/term-too-soon");
        assertThat(addTerm("2099-01-01", 201).get("state").asString()).isEqualTo("FUTURE");
        assertThat(addTerm("2099-01-01", 409).get("type").asString()).isEqualTo("/problems/term-exists");
        call(operator(), HttpMethod.POST, "/api/v1/operator/terms", Map.of("kind", "COMMISSION"), 400);
        call(seller(near), HttpMethod.POST, "/api/v1/operator/terms", Map.of("kind", "COMMISSION"), 403);
        var endless = Map.of(
                "kind",
                "RETURN_WINDOW_DAYS",
                "seller_type",
                "HTX",
                "amount",
                3_000_000_000L,
                "reference",
                "Thử",
                "valid_from",
                "2099-01-01");
        assertThat(call(operator(), HttpMethod.POST, "/api/v1/operator/terms", endless, 400)
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .containsExactly("seller_type", "amount");
    }

    private JsonNode addTerm(String from, int status) {
        var row = Map.of(
                "kind", "COMMISSION",
                "basis_points", 450,
                "category_path", "thuc-pham",
                "reference", "Biểu phí 2099",
                "valid_from", from);
        return call(operator(), HttpMethod.POST, "/api/v1/operator/terms", row, status);
    }

    private JsonNode prove() {
        return call(operator(), HttpMethod.POST, "/api/v1/operator/proofs", null, 200);
    }

    private static List<JsonNode> differences(JsonNode proof, JsonNode order) {
        return proof.get("differences")
                .valueStream()
                .filter(difference -> difference
                        .get("reference")
                        .asString()
                        .startsWith(order.get("number").asString()))
                .toList();
    }

    private JsonNode remit(String key, long amount, String number, long rowAmount, int status) {
        var body = Map.of(
                "carrier",
                "ghn",
                "reference",
                "FT-" + number + key,
                "received_on",
                "2026-11-22",
                "amount",
                amount,
                "file",
                "Mã đơn,Tiền\n" + number + "," + rowAmount);
        return call(
                operator().mutate().defaultHeader("Idempotency-Key", key).build(),
                HttpMethod.POST,
                REMITTANCES,
                body,
                status);
    }

    private WebTestClient operator() {
        return accounts.operator().on(client);
    }

    private JsonNode money(TestShop shop) {
        return call(seller(shop), HttpMethod.GET, "/api/v1/seller/money", null, 200);
    }

    private static List<Long> figures(JsonNode money) {
        return List.of(
                money.get("total").asLong(),
                money.get("pending").asLong(),
                money.get("available").asLong());
    }

    private static List<String> reasons(JsonNode money) {
        return money.get("holds")
                .valueStream()
                .flatMap(hold -> hold.get("reasons").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private void deliver(TestShop shop, String number, String carrier) {
        step(shop, number, "/confirm", null);
        step(shop, number, "/ship", Map.of("carrier", carrier));
        step(shop, number, "/deliver", null);
    }

    private void step(TestShop shop, String number, String step, @Nullable Object body) {
        call(seller(shop), HttpMethod.POST, DESK + number + step, body, 200);
    }
}
