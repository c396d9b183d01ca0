package vn.chophien.marketplace.payment.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Somebody's bank account that a shop named before its owner did. */
class AccountClaimIntegrationTests extends TransferTests {

    private static final String CLAIMS = "/api/v1/operator/receiving-accounts";
    private static final String MINE = "/api/v1/seller/receiving-account";

    @Test
    void givesAnAccountToWhomItBelongs() {
        placed();
        var number = accountOf(near);
        var claim = look(number, 200);
        assertThat(claim.get("shop_slug").asString()).isEqualTo(near.slug());
        assertThat(claim.get("present").asBoolean()).isTrue();
        assertThat(claim.get("awaited").asLong()).isEqualTo(1);
        assertThat(claim.toString()).doesNotContain(number);

        var released = release(claim, "Chủ tài khoản là HTX khác", 200);
        assertThat(released.get("release").get("by_name").asString()).isNotBlank();
        assertThat(release(claim, "Chủ tài khoản là HTX khác", 200)).isEqualTo(released);
        assertThat(release(claim, "Lý do khác", 409).get("type").asString()).isEqualTo("/problems/account-released");
        look(number, 404);
        call(seller(near), HttpMethod.GET, MINE, null, 404);
        assertThat(methods(cartOf(Map.of(coffee, 1)))).doesNotContain("VIETQR");
        assertThat(value(
                        "SELECT note FROM payment_audit WHERE subject_id = CAST(:id AS uuid) AND action = 'receiving-account-released'",
                        near.id().toString()))
                .startsWith("Vietcombank ••••")
                .endsWith("Chủ tài khoản là HTX khác");

        ownerWithAccount(far, number);
        assertThat(look(number, 200).get("shop_slug").asString()).isEqualTo(far.slug());
        assertThat(release(claim, "Chủ tài khoản là HTX khác", 200)).isEqualTo(released);
        assertThat(look(number, 200).get("shop_slug").asString())
                .as("a repeated request takes nothing from the owner")
                .isEqualTo(far.slug());
    }

    /** An account it had long ago is not silently the one that buyers pay to. */
    @Test
    void leavesAShopWithoutAnAccountUntilItNamesOne() {
        var owner = ownerWithAccount(near, accountOf(near) + "1");
        change(owner, accountOf(near));
        release(look(accountOf(near), 200), "Nhầm số", 200);
        call(owner, HttpMethod.GET, MINE, null, 404);
        assertThat(look(accountOf(near) + "1", 200).get("present").asBoolean()).isFalse();
        change(owner, accountOf(near) + "1");
        assertThat(look(accountOf(near) + "1", 200).get("present").asBoolean()).isTrue();
    }

    /** The bank goes on reporting; neither the shop that lost the account nor the operator has that money. */
    @Test
    void keepsWhatArrivesMeanwhileForTheOwner() {
        var order = placed();
        var amount = transferOf(order, near).get("amount").asLong();
        release(look(accountOf(near), 200), "Chủ tài khoản là HTX khác", 200);
        var reference = reference();
        report(near, reference, amount, partOf(order, near));
        await(() -> columnOf(reference, "state").equals("QUEUED"));
        assertThat(columnOf(reference, "seller_id")).isEqualTo("null");
        assertThat(queued(reference).get("actions").toString()).isEqualTo("[\"IGNORE\"]");
        decide(reference, Map.of("action", "REFUND"), 409);
        decide(reference, Map.of("action", "ASSIGN", "number", partOf(order, near)), 409);
        assertThat(count("SELECT count(*) FROM bank_refund WHERE reference = :id", reference))
                .isZero();

        ownerWithAccount(far, accountOf(near));
        assertThat(find(far, reference).get("actions").toString()).contains("REFUND", "ASSIGN");
        assertThat(columnOf(reference, "seller_id")).isEqualTo(far.id().toString());
        decide(reference, Map.of("action", "IGNORE", "reason", "Không phải của chợ"), 404);
        decide(far, reference, Map.of("action", "REFUND"), 200);
        assertThat(due(far, reference).get("amount").asLong()).isEqualTo(amount);
    }

    /** Nobody is shown where to pay any more; what was paid all the same waits where people see it. */
    @Test
    void asksNoBuyerToPayIntoAnAccountThatWasReleased() {
        var order = placed();
        var before = transferOf(order, near);
        assertThat(before.get("withdrawn").asBoolean()).isFalse();
        release(look(accountOf(near), 200), "Chủ tài khoản là HTX khác", 200);
        var after = transferOf(show(order), near);
        assertThat(after.get("withdrawn").asBoolean()).isTrue();
        assertThat(after.has("payload")).isFalse();
        assertThat(after.toString()).doesNotContain(accountOf(near));
        assertThat(transferOf(show(order), far).get("payload"))
                .as("the other shop's account is its own")
                .isEqualTo(transferOf(order, far).get("payload"));

        var late = reference();
        report(near, late, before.get("amount").asLong(), before.get("purpose").asString());
        await(() -> columnOf(late, "state").equals("QUEUED"));
        assertThat(state(order, near)).isEqualTo("AWAITING_PAYMENT");
        assertThat(queued(late).get("reason").asString()).isEqualTo("UNKNOWN");

        ownerWithAccount(far, accountOf(near));
        assertThat(transferOf(show(order), near).has("payload")).isFalse();
        assertThat(find(far, late).get("state").asString()).isEqualTo("QUEUED");
        call(client, HttpMethod.POST, address(order, "/cancel"), null, 200);
        assertThat(transferOf(show(order), near).get("withdrawn").asBoolean()).isFalse();
    }

    /** Its owner proved that it is the shop's after all. */
    @Test
    void asksAgainWhenTheShopHasTheAccountAgain() {
        var order = placed();
        var before = transferOf(show(order), near);
        release(look(accountOf(near), 200), "Nhầm số", 200);
        ownerWithAccount(near, accountOf(near));
        assertThat(transferOf(show(order), near)).isEqualTo(before);
    }

    @Test
    void tellsTheShopWhatWasTakenFromItAndWhy() {
        placed();
        var path = "/api/v1/seller/receiving-account-releases";
        assertThat(call(seller(near), HttpMethod.GET, path, null, 200).get("items"))
                .isEmpty();
        release(look(accountOf(near), 200), "Chủ tài khoản là HTX khác", 200);
        assertThat(call(seller(near), HttpMethod.GET, path, null, 200).get("items"))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.get("bank").asString()).isEqualTo("Vietcombank");
                    assertThat(told.get("reason").asString()).isEqualTo("Chủ tài khoản là HTX khác");
                    assertThat(told.toString()).doesNotContain(accountOf(near));
                });
        assertThat(call(seller(far), HttpMethod.GET, path, null, 200).get("items"))
                .isEmpty();
        call(client, HttpMethod.GET, path, null, 401);
    }

    /** A file that a shop uploaded while it had the account says nothing any more once it has not. */
    @Test
    void takesNoStatementInOfAnAccountThatWasReleased() {
        var order = placed();
        var amount = transferOf(order, near).get("amount").asLong();
        var reference = reference();
        var csv = "Ngày,Số tham chiếu,Ghi có,Diễn giải\n22/11/2026,%s,%d,%s\n"
                .formatted(reference, amount, partOf(order, near));
        var apply = "/api/v1/seller/bank-statements/"
                + upload(near, csv, 201).get("id").asString() + "/apply";
        release(look(accountOf(near), 200), "Chủ tài khoản là HTX khác", 200);
        assertThat(call(keyed(seller(near)), HttpMethod.POST, apply, null, 409)
                        .get("type")
                        .asString())
                .isEqualTo("/problems/receiving-account-missing");
        assertThat(count("SELECT count(*) FROM bank_transfer WHERE bank_reference = :id", reference))
                .isZero();
        assertThat(state(order, near)).isEqualTo("AWAITING_PAYMENT");

        ownerWithAccount(far, accountOf(near));
        call(keyed(seller(near)), HttpMethod.POST, apply, null, 409);
        assertThat(count("SELECT count(*) FROM bank_transfer WHERE bank_reference = :id", reference))
                .isZero();
    }

    @Test
    void keepsWhoTookWhatFromWhom() {
        ownerWithAccount(near, accountOf(near));
        var claim = look(accountOf(near), 200);
        release(claim, "Nhầm số", 200);
        var releases = call(operator(), HttpMethod.GET, CLAIMS + "/releases?page_size=1", null, 200);
        assertThat(releases.get("items").get(0).get("id")).isEqualTo(claim.get("id"));
        assertThat(releases.has("next_cursor")).isTrue();
        assertThatThrownBy(() -> database.sql("UPDATE receiving_account_release SET reason = 'x'")
                        .then()
                        .block())
                .hasMessageContaining("never changed or removed");
    }

    @Test
    void isForOperators() {
        var path = CLAIMS + "/" + UUID.randomUUID() + "/release";
        call(seller(near), HttpMethod.POST, path, Map.of("reason", "x"), 403);
        call(operator(), HttpMethod.POST, path, Map.of("reason", "x"), 404);
        call(operator(), HttpMethod.POST, path, Map.of("reason", " "), 400);
    }

    private String columnOf(String reference, String column) {
        return value("SELECT " + column + " FROM bank_transfer WHERE bank_reference = :id", reference);
    }

    private long count(String sql, String reference) {
        return Long.parseLong(value(sql, reference));
    }

    private JsonNode queued(String reference) {
        return call(operator(), HttpMethod.GET, "/api/v1/operator/transfers?page_size=100", null, 200)
                .get("items")
                .valueStream()
                .filter(transfer -> transfer.get("bank_reference").asString().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    /** As the operator. */
    private void decide(String reference, Map<String, String> decision, int status) {
        call(
                keyed(operator()),
                HttpMethod.POST,
                "/api/v1/operator/transfers/" + columnOf(reference, "id") + "/decisions",
                decision,
                status);
    }

    private void change(WebTestClient owner, String number) {
        call(owner, HttpMethod.PUT, MINE, Map.of("bank_bin", BIN, "account_number", number, "holder", "HTX"), 200);
    }

    private JsonNode look(String number, int status) {
        return call(
                operator(),
                HttpMethod.POST,
                CLAIMS + "/lookups",
                Map.of("bank_bin", BIN, "account_number", number),
                status);
    }

    private JsonNode release(JsonNode claim, String reason, int status) {
        return call(
                operator(),
                HttpMethod.POST,
                CLAIMS + "/" + claim.get("id").asString() + "/release",
                Map.of("reason", reason),
                status);
    }

    private WebTestClient operator() {
        return accounts.operator().on(client);
    }
}
