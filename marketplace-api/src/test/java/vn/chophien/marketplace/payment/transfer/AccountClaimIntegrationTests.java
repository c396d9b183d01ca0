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
