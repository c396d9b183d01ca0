package vn.chophien.marketplace.payment.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.BuyingTests;
import vn.chophien.marketplace.TestShops.TestShop;

/** Two shops that are paid at their own bank accounts, and a test that plays the bank. */
public abstract class TransferTests extends BuyingTests {

    protected static final String BIN = "970436";

    private static final JsonMapper JSON = JsonMapper.shared();

    protected JsonNode placed() {
        ownerWithAccount(near, accountOf(near));
        ownerWithAccount(far, accountOf(far));
        return order("VIETQR");
    }

    protected WebTestClient ownerWithAccount(TestShop shop, String number) {
        var person = accounts.seller(shop.id().value());
        database.sql("INSERT INTO seller_member (seller_id, account_id, role) VALUES (:seller, :account, 'OWNER')")
                .bind("seller", shop.id().value())
                .bind("account", person.id().value())
                .then()
                .block();
        var owner = person.on(client);
        call(
                owner,
                HttpMethod.PUT,
                "/api/v1/seller/receiving-account",
                Map.of("bank_bin", BIN, "account_number", number, "holder", "Hợp tác xã Cư M'gar".replace("'", "")),
                200);
        return owner;
    }

    /** A number of its own for each shop. */
    protected static String accountOf(TestShop shop) {
        return "00" + Math.abs(shop.id().hashCode());
    }

    protected List<String> methods(String cart) {
        return quote(cart)
                .get("payment_methods")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    protected void change(WebTestClient owner, boolean vietQr, @Nullable Long vietQrMost, boolean cod, long tolerance) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("card", true);
        settings.put("vietqr", vietQr);
        if (vietQrMost != null) {
            settings.put("vietqr_max", vietQrMost);
        }
        settings.put("cod", cod);
        settings.put("tolerance", tolerance);
        var tag = Objects.requireNonNull(owner.get()
                .uri("/api/v1/seller/payment-settings")
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders()
                .getETag());
        var tagged = owner.mutate().defaultHeader("If-Match", tag).build();
        call(tagged, HttpMethod.PUT, "/api/v1/seller/payment-settings", settings, 200);
        call(tagged, HttpMethod.PUT, "/api/v1/seller/payment-settings", settings, 412);
    }

    protected String state(JsonNode order, TestShop shop) {
        return part(show(order), shop).get("state").asString();
    }

    protected static JsonNode transferOf(JsonNode order, TestShop shop) {
        return part(order, shop).get("transfer");
    }

    protected static JsonNode part(JsonNode order, TestShop shop) {
        var number = partOf(order, shop);
        return order.get("seller_orders")
                .valueStream()
                .filter(part -> part.get("number").asString().equals(number))
                .findFirst()
                .orElseThrow();
    }

    /** The test plays the bank. */
    protected void pay(JsonNode order, TestShop shop) {
        var transfer = transferOf(show(order), shop);
        report(
                shop,
                reference(),
                transfer.get("left").asLong(),
                transfer.get("purpose").asString());
    }

    protected void report(TestShop shop, String reference, long amount, String text) {
        var body = body(shop, reference, amount, text);
        send(body, signature(Instant.now().getEpochSecond(), body, BANK_SECRET), 200);
    }

    protected static String body(TestShop shop, String reference, long amount, String text) {
        var transfer = new LinkedHashMap<String, Object>();
        transfer.put("bank_bin", BIN);
        transfer.put("account_number", accountOf(shop));
        transfer.put("reference", reference);
        transfer.put("amount", amount);
        transfer.put("description", text);
        transfer.put("sender_account", "19001234567890");
        return JSON.writeValueAsString(Map.of("transfers", List.of(transfer)));
    }

    protected static String signature(long seconds, String body, String secret) {
        var code = ReportSignature.of(seconds, body.getBytes(StandardCharsets.UTF_8), secret);
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(code);
    }

    protected JsonNode send(String body, String signature, int status) {
        var answer = client.post()
                .uri("/api/v1/webhooks/bank-transfers")
                .header(ReportSignature.HEADER, signature)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getStatus().value())
                .as("%s", answer.getResponseBody())
                .isEqualTo(status);
        return JSON.readTree(Objects.requireNonNull(answer.getResponseBody()));
    }

    protected JsonNode upload(TestShop shop, String csv, int status) {
        var answer = seller(shop)
                .post()
                .uri("/api/v1/seller/bank-statements?file_name=sao-ke.csv")
                .contentType(MediaType.parseMediaType("text/csv"))
                .bodyValue(csv)
                .exchange()
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getStatus().value())
                .as("%s", answer.getResponseBody())
                .isEqualTo(status);
        return JSON.readTree(Objects.requireNonNull(answer.getResponseBody()));
    }

    protected JsonNode find(TestShop shop, String reference) {
        return call(seller(shop), HttpMethod.GET, "/api/v1/seller/transfers?queued=false&page_size=100", null, 200)
                .get("items")
                .valueStream()
                .filter(transfer -> transfer.get("bank_reference").asString().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    protected void decide(TestShop shop, String reference, Map<String, String> decision, int status) {
        var id = value("SELECT id FROM bank_transfer WHERE bank_reference = :id", reference);
        call(keyed(seller(shop)), HttpMethod.POST, "/api/v1/seller/transfers/" + id + "/decisions", decision, status);
    }

    protected JsonNode due(TestShop shop, String reference) {
        return call(seller(shop), HttpMethod.GET, "/api/v1/seller/transfer-refunds?page_size=100", null, 200)
                .get("items")
                .valueStream()
                .filter(refund -> refund.get("reference").asString().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    protected void done(TestShop shop, JsonNode refund, String reference, int status) {
        call(
                keyed(seller(shop)),
                HttpMethod.POST,
                "/api/v1/seller/transfer-refunds/" + refund.get("id").asString() + "/done",
                Map.of("bank_reference", reference),
                status);
    }

    protected static WebTestClient keyed(WebTestClient caller) {
        return caller.mutate().defaultHeader("Idempotency-Key", key()).build();
    }

    protected static String reference() {
        return "FT" + UUID.randomUUID().toString().substring(0, 12);
    }

    protected String value(String sql, String id) {
        return database.sql(sql)
                .bind("id", id)
                .map(row -> String.valueOf(row.get(0)))
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
