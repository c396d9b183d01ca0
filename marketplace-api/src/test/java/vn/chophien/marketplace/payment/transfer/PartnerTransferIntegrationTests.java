package vn.chophien.marketplace.payment.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        await(() -> queue(operator).has(0));
        var waiting = queue(operator).get(0);
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
