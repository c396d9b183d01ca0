package vn.chophien.marketplace.settlement.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.BuyingTests;
import vn.chophien.marketplace.TestAccounts.TestCaller;
import vn.chophien.marketplace.order.SellerOrderId;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.paymentsandbox.Faults;
import vn.chophien.paymentsandbox.SandboxSettings;

class GatewayPayoutIntegrationTests extends BuyingTests {

    @Autowired
    private Ledger ledger;

    @Autowired
    private GatewayPaying paying;

    @Autowired
    private ClawbackDeciding deciding;

    @Autowired
    private GatewayReversing reversing;

    private TestCaller drafter;
    private TestCaller approver;

    @BeforeEach
    void payThroughTheGateway() {
        drafter = accounts.operator();
        approver = accounts.operator();
        var order = order("CARD");
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        act(drafter, HttpMethod.PUT, "/payout-way", Map.of("way", "GATEWAY", "reference", "Hợp đồng 12"), 200);
    }

    @Test
    void paysAShopAtTheGateway() {
        var account = account("acct_" + near.slug().replace('-', '_'));
        sold(300_000);
        var gateway = balance(LedgerAccount.of(AccountKind.GATEWAY));
        var payout = payOut();
        assertThat(payout.get("way").asString()).isEqualTo("GATEWAY");
        assertThat(file(payout)).doesNotContain(reference(payout));
        assertThat(act(
                                approver,
                                HttpMethod.POST,
                                "/payouts/" + reference(payout) + "/confirm",
                                Map.of("bank_reference", "FT1"),
                                409)
                        .get("type")
                        .asString())
                .isEqualTo("/problems/payout-at-gateway");

        var seen = settled(payout, "CONFIRMED");
        assertThat(seen.get("bank_reference").asString()).startsWith("tr_");
        assertThat(balance(LedgerAccount.of(AccountKind.GATEWAY))).isEqualTo(gateway - 300_000);
        assertThat(balance(LedgerAccount.seller(near.id()))).isZero();
        assertThat(transfersOf(payout).get(0).get("destination").asString()).isEqualTo(account);
        send();
        assertThat(transfersOf(payout)).hasSize(1);
        var own = call(seller(near), HttpMethod.GET, "/api/v1/seller/money/payouts", null, 200);
        assertThat(own.get("items").get(0).get("way").asString()).isEqualTo("GATEWAY");
        assertThat(proof()).doesNotContain(reference(payout));
    }

    @Test
    void closesWhatALostAnswerLeftOpen() {
        account("acct_" + near.slug().replace('-', '_'));
        sold(200_000);
        SANDBOX.faults()
                .order(new Faults.Failure(
                        "POST", "/v1/transfers", 3, Faults.Effect.ANSWER_LOST, 500, null, Duration.ZERO));
        var payout = payOut();
        send();
        SANDBOX.faults().clear();
        due("payout_transfer");
        settled(payout, "CONFIRMED");
        assertThat(transfersOf(payout)).hasSize(1);
    }

    @Test
    void givesBackWhatTheGatewayRefusesAndPaysByTheBankNextTime() {
        recorded("acct_restricted_" + near.slug().replace('-', '_'));
        sold(150_000);
        var payout = payOut();
        var seen = settled(payout, "RETURNED");
        assertThat(seen.get("reason").asString()).isEqualTo("GATEWAY_ACCOUNT");
        assertThat(balance(LedgerAccount.seller(near.id()))).isEqualTo(-150_000);
        sales().paidAt("0011001234567", drafter.id());
        call(seller(near), HttpMethod.POST, "/api/v1/seller/money/payout-requests", null, 200);
        assertThat(payOut().get("way").asString()).isEqualTo("BANK_FILE");
    }

    @Test
    void takesARefundAfterPayoutBackAtTheGateway() {
        account("acct_" + near.slug().replace('-', '_'));
        var part = sold(300_000);
        var payout = payOut();
        settled(payout, "CONFIRMED");
        sales().refunded(part, 120_000);
        assertThat(balance(LedgerAccount.seller(near.id()))).as("owes").isEqualTo(120_000);
        var gateway = balance(LedgerAccount.of(AccountKind.GATEWAY));
        clawBack();
        assertThat(balance(LedgerAccount.seller(near.id()))).isZero();
        assertThat(balance(LedgerAccount.of(AccountKind.GATEWAY))).isEqualTo(gateway + 120_000);
        assertThat(again(payout).get("reversed").asLong()).isEqualTo(120_000);
        clawBack();
        assertThat(transfersOf(payout).get(0).get("amount_reversed").asLong()).isEqualTo(120_000);
        assertThat(proof()).doesNotContain(reference(payout));
    }

    @Test
    void setsOffWhatTheShopHasMovedOnAlready() {
        account("acct_emptied_" + near.slug().replace('-', '_'));
        var part = sold(300_000);
        var payout = payOut();
        settled(payout, "CONFIRMED");
        sales().refunded(part, 50_000);
        clawBack();
        assertThat(balance(LedgerAccount.seller(near.id()))).isEqualTo(50_000);
        assertThat(again(payout).get("reversed").asLong()).isZero();
        assertThat(act(drafter, HttpMethod.GET, "/payout-batches/" + batch(payout), null, 200)
                        .get("history")
                        .toString())
                .contains("REVERSAL_REFUSED");
    }

    @Test
    void recordsAccountsThatTheGatewayKnows() {
        var slug = near.slug();
        var account = account("acct_" + slug.replace('-', '_'));
        assertThat(record(far.slug(), account, 409).get("type").asString())
                .isEqualTo("/problems/gateway-account-taken");
        record(slug, "acct_foreign1", 400);
        record(slug, "shop", 400);
        assertThat(record(slug, "acct_restricted_" + slug.replace('-', '_'), 200)
                        .get("may_receive")
                        .asBoolean())
                .isFalse();
        assertThat(act(drafter, HttpMethod.POST, "/sellers/" + slug + "/gateway-account/check", null, 200)
                        .get("may_receive")
                        .asBoolean())
                .isFalse();
        act(drafter, HttpMethod.DELETE, "/sellers/" + slug + "/gateway-account", null, 204);
        act(drafter, HttpMethod.POST, "/sellers/" + slug + "/gateway-account/check", null, 404);
        call(seller(near), HttpMethod.GET, "/api/v1/operator/gateway-accounts", null, 403);
        call(seller(near), HttpMethod.GET, "/api/v1/operator/payout-way", null, 403);
    }

    private String account(String account) {
        record(near.slug(), account, 200);
        return account;
    }

    private JsonNode record(String slug, String account, int status) {
        return act(
                drafter, HttpMethod.PUT, "/sellers/" + slug + "/gateway-account", Map.of("account", account), status);
    }

    /** As if the gateway had allowed it when it was asked. */
    private void recorded(String account) {
        database.sql("""
                INSERT INTO gateway_account (id, seller_id, account, may_receive, recorded_at)
                VALUES (uuidv7(), :seller, :account, true, now())
                """)
                .bind("seller", near.id().value())
                .bind("account", account)
                .then()
                .block();
    }

    /** Delivered ten days ago. */
    private SellerOrderId sold(long amount) {
        return sales().sold(amount, 10);
    }

    private BookedSales sales() {
        return new BookedSales(ledger, database, near.id());
    }

    /** Drafted and approved; answers the shop's payout. */
    private JsonNode payOut() {
        var batch = call(
                drafter.on(client)
                        .mutate()
                        .defaultHeader("Idempotency-Key", key())
                        .build(),
                HttpMethod.POST,
                "/api/v1/operator/payout-batches",
                null,
                201);
        var number = batch.get("number").asString();
        return ofShop(act(approver, HttpMethod.POST, "/payout-batches/" + number + "/approve", null, 200));
    }

    private JsonNode ofShop(JsonNode batch) {
        return batch.get("payouts")
                .valueStream()
                .filter(payout -> payout.get("shop_slug").asString().equals(near.slug()))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode again(JsonNode payout) {
        return ofShop(act(drafter, HttpMethod.GET, "/payout-batches/" + batch(payout), null, 200));
    }

    private void send() {
        paying.sendDue().block(Duration.ofSeconds(60));
    }

    /** The workers of the application may be at it at the same moment. */
    private JsonNode settled(JsonNode payout, String state) {
        send();
        await(() -> stateOf(payout).equals(state));
        return again(payout);
    }

    private void clawBack() {
        deciding.decideDue().block(Duration.ofSeconds(60));
        reversing.sendDue().block(Duration.ofSeconds(60));
        await(() -> Objects.equals(
                0L,
                database.sql("SELECT count(*) FROM payout_reversal WHERE state = 'REQUESTED'")
                        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                        .one()
                        .block()));
    }

    private void due(String table) {
        database.sql("UPDATE " + table + " SET send_at = now() WHERE state = 'REQUESTED'")
                .then()
                .block();
    }

    private String file(JsonNode payout) {
        return Objects.requireNonNull(approver.on(client)
                .post()
                .uri("/api/v1/operator/payout-batches/" + batch(payout) + "/file")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static JsonNode transfersOf(JsonNode payout) {
        var answer = RestClient.create(SANDBOX.url().toString())
                .get()
                .uri("/v1/transfers?transfer_group=" + reference(payout))
                .header("Authorization", "Bearer " + SandboxSettings.DEFAULT_SECRET_KEY)
                .retrieve()
                .body(String.class);
        return Objects.requireNonNull(JsonMapper.shared().readTree(answer).get("data"));
    }

    private JsonNode act(TestCaller by, HttpMethod method, String path, @Nullable Object body, int status) {
        WebTestClient who = by.on(client);
        return call(who, method, "/api/v1/operator" + path, body, status);
    }

    private String proof() {
        return act(drafter, HttpMethod.POST, "/proofs", null, 200)
                .get("differences")
                .toString();
    }

    private String stateOf(JsonNode payout) {
        return again(payout).get("state").asString();
    }

    private static String reference(JsonNode payout) {
        return payout.get("reference").asString();
    }

    private static String batch(JsonNode payout) {
        return payout.get("batch").asString();
    }

    /** Debits less credits. */
    private long balance(LedgerAccount account) {
        return ledger.balance(account).blockOptional().orElseThrow();
    }
}
