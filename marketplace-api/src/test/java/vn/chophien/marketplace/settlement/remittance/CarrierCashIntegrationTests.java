package vn.chophien.marketplace.settlement.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.BuyingTests;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PayableId;
import vn.chophien.marketplace.payment.RefundKey;
import vn.chophien.marketplace.payment.Refunds;

/** Cash of one seller order that several carriers collected, each with its own parcel. */
class CarrierCashIntegrationTests extends BuyingTests {

    private static final String REMITTANCES = "/api/v1/operator/cod-remittances";
    private static final String DESK = "/api/v1/seller/orders/";

    @Autowired
    private Refunds refunds;

    @Test
    void leavesEveryCarrierTheCashOfItsOwnParcels() {
        var number = sentInThreeParcels();
        assertThat(collections(number)).containsExactly("1 CARRIER GHN", "2 CARRIER GHTK", "3 SELLER XE CỦA HTX");
        assertThat(outstanding(number)).isEqualTo(Map.of("GHN", 98_000 + fee(number), "GHTK", 98_000L));
        assertThat(money().get("total").asLong())
                .as("less the commission of three, and the cash that the shop has")
                .isEqualTo(98_000 + fee(number) + 98_000 - 3 * 4_900);
    }

    @Test
    void takesInWhatEachCarrierHandsOver() {
        var number = sentInThreeParcels();
        remit("GHN", number, 98_000 + fee(number), 201);
        assertThat(outstanding(number)).isEqualTo(Map.of("GHTK", 98_000L));
        remit("GHN", number, 98_000, 422);
        remit("GHTK", number, 98_000, 201);
        assertThat(outstanding(number)).isEmpty();
    }

    /** The platform gives back of what it has, the shop the rest; who paid more than it had is owed that. */
    @Test
    void asksForMoneyBackWhereThereIsEnoughOfIt() {
        var number = sentInThreeParcels();
        var before = money().get("total").asLong();
        refund(number, 196_000, "return-1");
        refund(number, 98_000, "return-2");
        assertThat(refunds(number)).containsExactly("platform 196000", "shop 98000");
        assertThat(money().get("total").asLong()).isEqualTo(before);
    }

    /** More than either has: both pay, each what it has, and the buyer has all of it when both have done so. */
    @Test
    void asksBothForMoneyThatNeitherHasWhole() {
        var number = sentInThreeParcels();
        var before = money().get("total").asLong();
        var platform = 196_000 + fee(number);
        refund(number, platform + 50_000, "return-1");
        refund(number, platform + 50_000, "return-1");
        assertThat(refunds(number)).containsExactly("platform " + platform, "shop 50000");
        refund(number, 48_000, "return-2");
        assertThat(refunds(number)).containsExactly("platform " + platform, "shop 50000", "shop 48000");
        assertThatThrownBy(() -> refund(number, 1, "return-3")).hasMessageContaining("refund-exceeds-payment");
        assertThat(money().get("total").asLong()).isEqualTo(before);
    }

    /** From the return on the shop's desk to the last transfer: the books agree with what both paid. */
    @Test
    void booksWhatBothGaveBack() {
        var number = sentInThreeParcels();
        var net = money().get("total").asLong();
        call(
                keyed(seller(near), key()),
                HttpMethod.POST,
                DESK + number + "/goodwill",
                Map.of("amount", 290_000, "reason", "Hàng hỏng"),
                204);
        assertThat(refunds(number))
                .containsExactly("platform " + (196_000 + fee(number)), "shop " + (94_000 - fee(number)));
        assertThat(owed(number)).isEqualTo(290_000);
        for (var id : values(
                "SELECT CAST(id AS text) AS value FROM bank_refund WHERE reference = :number ORDER BY id", number)) {
            var shop = values(
                            "SELECT CAST(seller_id IS NOT NULL AS text) AS value FROM bank_refund WHERE CAST(id AS text) = :number",
                            id)
                    .contains("true");
            call(
                    keyed(shop ? seller(near) : operator(), key()),
                    HttpMethod.POST,
                    (shop ? "/api/v1/seller" : "/api/v1/operator") + "/transfer-refunds/" + id + "/done",
                    Map.of("bank_reference", "FT-" + id),
                    200);
        }
        assertThat(owed(number)).isZero();
        var commissionBack = 14_700 - Math.round(4_000 * 0.05);
        assertThat(money().get("total").asLong())
                .as("less what was given back, with the commission of it, and what the shop paid of that is its own")
                .isEqualTo(net - 290_000 + commissionBack + 94_000 - fee(number));
        assertThat(call(operator(), HttpMethod.POST, "/api/v1/operator/proofs", null, 200)
                        .get("differences")
                        .valueStream()
                        .filter(difference ->
                                number.equals(difference.path("reference").asString(""))))
                .isEmpty();
    }

    private List<String> refunds(String number) {
        return values("""
                SELECT CASE WHEN seller_id IS NULL THEN 'platform' ELSE 'shop' END || ' ' || amount AS value
                  FROM bank_refund WHERE reference = :number ORDER BY id""", number);
    }

    /** What goes back to the buyer and has not left. */
    private long owed(String number) {
        return Long.parseLong(values("""
                        SELECT CAST(-coalesce(sum(e.amount), 0) AS text) AS value
                          FROM ledger_entry e JOIN ledger_transaction t ON t.id = e.transaction_id
                         WHERE e.account = 'refund-payable' AND t.reference = :number""", number).getFirst());
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherRemittance() {
        var number = sentInThreeParcels();
        var remittance = new HashMap<>(remittance("GHTK", number, 98_000));
        var key = key();
        keyed(operator(), key, remittance, 201);
        keyed(operator(), key, remittance, 201);
        remittance.put("received_on", "2026-11-21");
        assertThat(keyed(operator(), key, remittance, 422).get("type").asString())
                .isEqualTo("/problems/idempotency-key-reused");
        remittance.put("received_on", "2026-11-22");
        remittance.put("rows", List.of(Map.of("number", "DH2601010001-9", "amount", 98_000)));
        assertThat(keyed(operator(), key, remittance, 422).get("type").asString())
                .isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void takesARemittanceBackThatWasRecordedForTheWrongOrder() {
        var wrong = sentInThreeParcels();
        var right = sentInThreeParcels();
        var remittance = new HashMap<>(remittance("GHTK", wrong, 98_000));
        var key = key();
        var id = keyed(operator(), key, remittance, 201).get("id").asString();
        var first = Map.copyOf(remittance);
        remittance.put("rows", List.of(Map.of("number", right, "amount", 98_000)));
        assertThat(keyed(operator(), key(), remittance, 409).get("type").asString())
                .isEqualTo("/problems/remittance-recorded");

        var taken = withdraw(id, "Ghi nhầm đơn", 200);
        assertThat(taken.get("withdrawal").get("reason").asString()).isEqualTo("Ghi nhầm đơn");
        assertThat(taken.get("withdrawal").get("by_name").asString()).isNotBlank();
        assertThat(outstanding(wrong)).containsEntry("GHTK", 98_000L);
        assertThat(withdraw(id, "Ghi nhầm đơn", 200)).isEqualTo(taken);
        assertThat(withdraw(id, "Lý do khác", 409).get("type").asString()).isEqualTo("/problems/remittance-withdrawn");

        assertThat(keyed(operator(), key, first, 409).get("type").asString())
                .as("the books no longer have what this key recorded")
                .isEqualTo("/problems/remittance-withdrawn");
        keyed(operator(), key(), remittance, 201);
        assertThat(outstanding(right)).doesNotContainKey("GHTK");
        assertThat(outstanding(wrong)).containsEntry("GHTK", 98_000L);
        remit("GHTK", wrong, 98_000, 201);
        assertThat(values("""
                        SELECT t.kind AS value FROM ledger_transaction t JOIN seller_order s ON s.id = t.seller_order_id
                         WHERE s.number = :number ORDER BY t.id""", wrong)).containsExactly("DELIVERED", "REMITTED", "REVERSAL", "REMITTED");
    }

    @Test
    void keepsOthersFromTakingARemittanceBack() {
        var path = REMITTANCES + "/" + UUID.randomUUID() + "/withdrawal";
        call(operator(), HttpMethod.POST, path, Map.of("reason", "Nhầm"), 404);
        call(operator(), HttpMethod.POST, path, Map.of("reason", " "), 400);
        call(seller(near), HttpMethod.POST, path, Map.of("reason", "Nhầm"), 403);
        assertThatThrownBy(() -> database.sql("DELETE FROM cod_remittance_withdrawal")
                        .then()
                        .block())
                .hasMessageContaining("never changed or removed");
    }

    private JsonNode withdraw(String id, String reason, int status) {
        return call(
                operator(), HttpMethod.POST, REMITTANCES + "/" + id + "/withdrawal", Map.of("reason", reason), status);
    }

    private void refund(String number, long amount, String key) {
        refunds.refund(payable(number), Money.vnd(amount), "returned", new RefundKey(key))
                .block();
    }

    private PayableId payable(String number) {
        return PayableId.parse(
                values("SELECT CAST(id AS text) AS value FROM seller_order WHERE number = :number", number)
                        .getFirst());
    }

    /** Three coffees: with GHN, with GHTK, and in the shop's own van. */
    private String sentInThreeParcels() {
        var cart = cartOf(Map.of(coffee, 3));
        var order = place(client, key(), wish(cart, "COD", total(quote(cart))), 201);
        var number = partOf(order, near);
        call(seller(near), HttpMethod.POST, DESK + number + "/confirm", null, 200);
        for (var carrier : List.of("GHN", " ghtk", "Xe của HTX")) {
            call(
                    keyed(seller(near), key()),
                    HttpMethod.POST,
                    DESK + number + "/shipments",
                    Map.of("carrier", carrier, "lines", List.of(Map.of("position", 1, "quantity", 1))),
                    200);
        }
        call(seller(near), HttpMethod.POST, DESK + number + "/deliver", null, 200);
        return number;
    }

    private long fee(String number) {
        return Long.parseLong(
                values("SELECT CAST(shipping_fee AS text) AS value FROM seller_order WHERE number = :number", number)
                        .getFirst());
    }

    private List<String> collections(String number) {
        return values("""
                SELECT concat_ws(' ', parcel, holder, carrier) AS value FROM cash_collection
                 WHERE reference = :number ORDER BY parcel""", number);
    }

    private List<String> values(String sql, String number) {
        return Objects.requireNonNull(database.sql(sql)
                .bind("number", number)
                .map(row -> Objects.requireNonNull(row.get("value", String.class)))
                .all()
                .collectList()
                .block());
    }

    private Map<String, Long> outstanding(String number) {
        return call(operator(), HttpMethod.GET, "/api/v1/operator/cod-remittances/outstanding", null, 200)
                .get("items")
                .valueStream()
                .filter(due -> due.get("number").asString().equals(number))
                .collect(Collectors.toMap(
                        due -> due.get("carrier").asString(),
                        due -> due.get("amount").asLong()));
    }

    private JsonNode remit(String carrier, String number, long amount, int status) {
        return keyed(operator(), key(), remittance(carrier, number, amount), status);
    }

    private static Map<String, Object> remittance(String carrier, String number, long amount) {
        return Map.of(
                "carrier",
                carrier,
                "reference",
                "FT-" + key(),
                "received_on",
                "2026-11-22",
                "amount",
                amount,
                "rows",
                List.of(Map.of("number", number, "amount", amount)));
    }

    private JsonNode money() {
        return call(seller(near), HttpMethod.GET, "/api/v1/seller/money", null, 200);
    }

    private WebTestClient operator() {
        return accounts.operator().on(client);
    }

    private JsonNode keyed(WebTestClient caller, String key, Object body, int status) {
        return call(keyed(caller, key), HttpMethod.POST, REMITTANCES, body, status);
    }

    private static WebTestClient keyed(WebTestClient caller, String key) {
        return caller.mutate().defaultHeader("Idempotency-Key", key).build();
    }
}
