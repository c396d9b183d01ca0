package vn.chophien.marketplace.payment.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.BuyingTests;
import vn.chophien.marketplace.payment.vietqr.VietQrCode;

/** A market whose licensed partner collects the money: nobody pays a shop directly, and the operator works on the queue. */
class PartnerTransferIntegrationTests extends BuyingTests {

    private static final String BIN = "970418";
    private static final String NUMBER = "63110000999999";

    @DynamicPropertySource
    static void haveAPartner(DynamicPropertyRegistry properties) {
        properties.add("CHOPHIEN_PARTNER_BANK_BIN", () -> BIN);
        properties.add("CHOPHIEN_PARTNER_ACCOUNT", () -> NUMBER);
        properties.add("CHOPHIEN_PARTNER_HOLDER", () -> "CONG TY TRUNG GIAN THANH TOAN");
    }

    @Test
    void collectsAtThePartnersAccountAndLetsTheOperatorDecide() {
        var order = order("VIETQR");
        var part = order.get("seller_orders").get(0);
        var number = part.get("number").asString();
        var transfer = part.get("transfer");
        assertThat(VietQrCode.parse(transfer.get("payload").asString()).account())
                .isEqualTo(NUMBER);

        var reference = "FT" + UUID.randomUUID();
        report(reference, transfer.get("amount").asLong() - 2_000, number);
        var operator = accounts.operator().on(client);
        await(() -> queued(operator, "UNDERPAID", number) != null);
        var waiting = Objects.requireNonNull(queued(operator, "UNDERPAID", number));
        assertThat(waiting.get("bank_reference").asString()).isEqualTo(reference);
        assertThat(waiting.get("missing").asLong()).isEqualTo(2_000);

        var refused = decide(operator, waiting, "ACCEPT", 409);
        assertThat(refused.get("type").asString()).isEqualTo("/problems/shortfall-beyond-tolerance");
        decide(seller(near), waiting, "ACCEPT", 404);
        tolerate(number, 2_000);
        decide(operator, waiting, "ACCEPT", 200);
        await(() ->
                show(order).get("seller_orders").get(0).get("state").asString().equals("NEW"));

        call(client, HttpMethod.POST, address(order, "/cancel"), null, 200);
        var due = call(operator, HttpMethod.GET, "/api/v1/operator/transfer-refunds", null, 200)
                .get("items")
                .valueStream()
                .filter(refund -> refund.get("reference").asString().equals(number))
                .findFirst()
                .orElseThrow();
        assertThat(due.get("amount").asLong()).isEqualTo(transfer.get("amount").asLong() - 2_000);
    }

    @Test
    void booksEveryDongOfTheCollectingAccountFromArrivalOn() {
        var order = order("VIETQR");
        var part = order.get("seller_orders").get(0);
        var number = part.get("number").asString();
        var amount = part.get("transfer").get("amount").asLong();
        var nobodys = balance("unidentified");
        var bank = balance("bank");
        var unknown = "FT" + UUID.randomUUID();
        report(unknown, 70_000, "tien hang");
        report(unknown, 70_000, "tien hang");
        assertThat(balance("bank")).isEqualTo(bank + 70_000);
        assertThat(balance("unidentified")).as("a liability").isEqualTo(nobodys - 70_000);

        report("FT" + UUID.randomUUID(), amount + 9_000, number);
        await(() ->
                show(order).get("seller_orders").get(0).get("state").asString().equals("NEW"));
        assertThat(balance("bank")).isEqualTo(bank + 70_000 + amount + 9_000);
        assertThat(balance("unidentified")).as("unknown, and too much").isEqualTo(nobodys - 79_000);
        var proof = prove();
        assertThat(channel(proof, "PARTNER").get("difference").asLong()).isZero();
        assertThat(channel(proof, "VIETQR").get("difference").asLong()).isZero();
        assertThat(proof.get("differences").toString()).doesNotContain(unknown, number);

        var operator = accounts.operator().on(client);
        await(() -> queued(operator, "OVERPAID", number) != null);
        decide(operator, Objects.requireNonNull(queued(operator, "OVERPAID", number)), "REFUND", 200);
        assertThat(balance("unidentified")).as("not before it left").isEqualTo(nobodys - 79_000);
        call(
                client,
                HttpMethod.PUT,
                address(order, "/refund-account"),
                Map.of("bank_bin", "970436", "account_number", "0011009998887", "holder", "NGUYEN THI THU"),
                200);
        var due = call(operator, HttpMethod.GET, "/api/v1/operator/transfer-refunds", null, 200)
                .get("items")
                .valueStream()
                .filter(refund -> refund.get("reference").asString().equals(number))
                .findFirst()
                .orElseThrow();
        call(
                operator.mutate().defaultHeader("Idempotency-Key", key()).build(),
                HttpMethod.POST,
                "/api/v1/operator/transfer-refunds/" + due.get("id").asString() + "/done",
                Map.of("bank_reference", "FT-BACK-" + number),
                200);
        assertThat(balance("unidentified")).isEqualTo(nobodys - 70_000);
        assertThat(balance("bank")).isEqualTo(bank + 70_000 + amount);
        var later = prove();
        assertThat(channel(later, "PARTNER").get("difference").asLong()).isZero();
        assertThat(later.get("differences").toString()).doesNotContain(number);
    }

    @Test
    void letsNoShopNameThePartnersAccountAsItsOwn() {
        var person = accounts.seller(near.id().value());
        database.sql("INSERT INTO seller_member (seller_id, account_id, role) VALUES (:seller, :account, 'OWNER')")
                .bind("seller", near.id().value())
                .bind("account", person.id().value())
                .then()
                .block();
        var theirs = Map.of("bank_bin", BIN, "account_number", NUMBER, "holder", "HTX");
        call(person.on(client), HttpMethod.PUT, "/api/v1/seller/receiving-account", theirs, 400);
    }

    private JsonNode prove() {
        return call(accounts.operator().on(client), HttpMethod.POST, "/api/v1/operator/proofs", null, 200);
    }

    private static JsonNode channel(JsonNode proof, String name) {
        return proof.get("channels")
                .valueStream()
                .filter(channel -> channel.get("channel").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Debits less credits. */
    private long balance(String account) {
        return database.sql(
                        "SELECT CAST(coalesce(sum(amount), 0) AS bigint) FROM ledger_entry WHERE account = :account")
                .bind("account", account)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    private @Nullable JsonNode queued(WebTestClient operator, String reason, String number) {
        return queue(operator)
                .valueStream()
                .filter(transfer -> transfer.get("reason").asString().equals(reason)
                        && transfer.get("taken_for").asString().equals(number))
                .findFirst()
                .orElse(null);
    }

    private JsonNode queue(WebTestClient operator) {
        return call(operator, HttpMethod.GET, "/api/v1/operator/transfers", null, 200)
                .get("items");
    }

    private JsonNode decide(WebTestClient who, JsonNode transfer, String action, int status) {
        var scope = status == 404 ? "seller" : "operator";
        return call(
                who.mutate().defaultHeader("Idempotency-Key", key()).build(),
                HttpMethod.POST,
                "/api/v1/" + scope + "/transfers/" + transfer.get("id").asString() + "/decisions",
                Map.of("action", action),
                status);
    }

    private void tolerate(String part, long amount) {
        database.sql("""
                        INSERT INTO seller_payment_setting (seller_id, card, vietqr, cod, tolerance, version, updated_at)
                        SELECT seller_id, true, true, true, :tolerance, 1, now() FROM seller_order WHERE number = :number""").bind("tolerance", amount).bind("number", part).then().block();
    }

    private void report(String reference, long amount, String text) {
        var body = JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "transfers",
                        List.of(Map.of(
                                "bank_bin", BIN,
                                "account_number", NUMBER,
                                "reference", reference,
                                "amount", amount,
                                "description", text))));
        var seconds = Instant.now().getEpochSecond();
        var code = ReportSignature.of(seconds, body.getBytes(StandardCharsets.UTF_8), BANK_SECRET);
        client.post()
                .uri("/api/v1/webhooks/bank-transfers")
                .header(
                        ReportSignature.HEADER,
                        "t=" + seconds + ",v1=" + HexFormat.of().formatHex(code))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk();
    }
}
