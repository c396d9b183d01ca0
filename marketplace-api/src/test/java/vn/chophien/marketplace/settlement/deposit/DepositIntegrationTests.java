package vn.chophien.marketplace.settlement.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.BuyingTests;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.Ledger;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.paymentsandbox.SandboxSettings;

class DepositIntegrationTests extends BuyingTests {

    private static final String DEPOSITS = "/api/v1/operator/gateway-deposits";

    @Autowired
    private Ledger ledger;

    @Test
    void booksWhatAnOperatorRecordsOnce() {
        takeMoneyIn();
        var reference = "po_" + UUID.randomUUID();
        var gateway = balance(AccountKind.GATEWAY);
        var bank = balance(AccountKind.BANK);
        record(deposit(reference, 300_000, 5_000), 201);
        record(deposit(reference, 300_000, 5_000), 201);
        assertThat(balance(AccountKind.GATEWAY)).isEqualTo(gateway - 305_000);
        assertThat(balance(AccountKind.BANK)).isEqualTo(bank + 300_000);
        assertThat(record(deposit(reference, 300_001, 5_000), 409).get("type").asString())
                .isEqualTo("/problems/gateway-deposit-known");
        var all = call(operator(), HttpMethod.GET, DEPOSITS + "?page_size=1", null, 200);
        assertThat(all.get("items").get(0).get("reference").asString()).isEqualTo(reference);
        assertThat(proof().get("differences").toString()).doesNotContain("deposited:");
    }

    @Test
    void refusesMoreThanTheGatewayHas() {
        var asked = Math.max(0, balance(AccountKind.GATEWAY)) + 1_000_000_000L;
        var refused = record(deposit("po_" + UUID.randomUUID(), asked, 0), 409);
        assertThat(refused.get("type").asString()).isEqualTo("/problems/gateway-deposit-exceeds-balance");
        record(Map.of("reference", "po_later", "amount", 1, "arrived_on", "2999-01-01"), 400);
        call(seller(near), HttpMethod.GET, DEPOSITS, null, 403);
        call(seller(near), HttpMethod.GET, "/api/v1/operator/gateway-balance", null, 403);
    }

    @Test
    void hearsOfDepositsFromTheGateway() {
        takeMoneyIn();
        var before = balance(AccountKind.GATEWAY);
        var paid = payOut("wednesday");
        await(() -> known(paid));
        assertThat(balance(AccountKind.GATEWAY)).isEqualTo(before - 100_000);
        var failing = payOut("fails");
        await(() -> known(failing) && shown(failing).has("failed_at"));
        assertThat(balance(AccountKind.GATEWAY)).as("it has it again").isEqualTo(before - 100_000);
        assertThat(proof().get("differences").toString()).doesNotContain("deposited:");
    }

    @Test
    void comparesTheBooksWithTheGateway() {
        takeMoneyIn();
        var compared = call(operator(), HttpMethod.GET, "/api/v1/operator/gateway-balance", null, 200);
        assertThat(compared.get("difference").asLong())
                .isEqualTo(compared.get("reported").asLong()
                        - compared.get("booked").asLong());
        assertThat(proof().get("at_gateway").asLong())
                .isEqualTo(compared.get("reported").asLong());
    }

    private void takeMoneyIn() {
        var order = order("CARD");
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
    }

    /** The gateway pays the market out, as it does on its own days. */
    private static String payOut(String description) {
        var answer = RestClient.create(SANDBOX.url().toString())
                .post()
                .uri("/v1/payouts")
                .header("Authorization", "Bearer " + SandboxSettings.DEFAULT_SECRET_KEY)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body("amount=100000&currency=vnd&description=" + description)
                .retrieve()
                .body(String.class);
        return JsonMapper.shared().readTree(answer).get("id").asString();
    }

    private boolean known(String reference) {
        return call(operator(), HttpMethod.GET, DEPOSITS, null, 200).toString().contains(reference);
    }

    private JsonNode shown(String reference) {
        return call(operator(), HttpMethod.GET, DEPOSITS, null, 200)
                .get("items")
                .valueStream()
                .filter(deposit -> deposit.get("reference").asString().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode record(Map<String, ?> body, int status) {
        return call(
                operator().mutate().defaultHeader("Idempotency-Key", key()).build(),
                HttpMethod.POST,
                DEPOSITS,
                body,
                status);
    }

    private static Map<String, ?> deposit(String reference, long amount, long fee) {
        return Map.of("reference", reference, "amount", amount, "fee", fee, "arrived_on", "2026-11-20");
    }

    private JsonNode proof() {
        return call(operator(), HttpMethod.POST, "/api/v1/operator/proofs", null, 200);
    }

    private WebTestClient operator() {
        return accounts.operator().on(client);
    }

    private long balance(AccountKind kind) {
        return ledger.balance(LedgerAccount.of(kind)).blockOptional().orElseThrow();
    }
}
