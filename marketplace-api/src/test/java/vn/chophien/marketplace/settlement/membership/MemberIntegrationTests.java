package vn.chophien.marketplace.settlement.membership;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.TestAccounts.TestCaller;
import vn.chophien.marketplace.TestShops;
import vn.chophien.marketplace.web.IdempotencyKey;

@MarketplaceTest
class MemberIntegrationTests {

    private static final String TABLE = """
            Ngày;Thành viên;Sản phẩm;Số kg;Loại;Giá
            03/11/2026;H’Hen Niê;Cà phê tươi;100;Loại 1;40.000
            04/11/2026;H’Hen Niê;Cà phê tươi;50;Loại 2;30.000
            04/11/2026;Trần Văn Dũng;Cà phê tươi;137,5;Loại 1;40.000
            """;

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private DatabaseClient database;

    private TestCaller seller;

    @BeforeEach
    void openAShopWithMembers() {
        seller = accounts.seller(new TestShops(database).shopIn("66").id().value());
        seller.on(client)
                .post()
                .uri("/api/v1/seller/members")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"names\":[\"H’Hen Niê\",\"Trần  Văn Dũng\",\"H’Hen Niê\"]}")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2);
    }

    @Test
    void splitsAnAmountOverWhatWasDelivered() {
        var key = UUID.randomUUID().toString();
        enter(TABLE, key, 201);
        enter(TABLE, key, 201);
        read("/api/v1/seller/members/statement?month=2026-11&amount=1000001")
                .jsonPath("$.shares.length()")
                .isEqualTo(2)
                .jsonPath("$.grams")
                .isEqualTo(287_500)
                .jsonPath("$.shares[0].amount")
                .isEqualTo(500_001)
                .jsonPath("$.shares[1].amount")
                .isEqualTo(500_000);
        assertThat(text("/api/v1/seller/members/statement.csv?month=2026-11&amount=1000001"))
                .startsWith("\ufeffThành viên;Số kg;")
                .contains("Trần Văn Dũng;137,5;5500000;500000")
                .contains("Tổng cộng;287,5;11000000;1000001");
    }

    @Test
    void recordsNothingOfATableWithAnError() {
        var answer = enter(
                TABLE + "04/11/2026;Ai đó;Cà phê;1,250;;x\n", UUID.randomUUID().toString(), 422);
        assertThat(answer).contains("rows[5].member", "rows[5].kg", "rows[5].price", "“Ai đó”");
        read("/api/v1/seller/members/deliveries?month=2026-11")
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        seller.on(client)
                .get()
                .uri("/api/v1/seller/members/statement?month=2026-11&amount=5")
                .exchange()
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherTable() {
        var key = UUID.randomUUID().toString();
        enter(TABLE, key, 201);
        assertThat(enter(TABLE.replace("137,5", "138"), key, 422)).contains("/problems/idempotency-key-reused");
        assertThat(enter(TABLE + "05/11/2026;H’Hen Niê;Cà phê tươi;1;Loại 1;40.000\n", key, 422))
                .contains("/problems/idempotency-key-reused");
        assertThat(enter(TABLE.substring(0, TABLE.lastIndexOf("04/11")), key, 422))
                .contains("/problems/idempotency-key-reused");
        read("/api/v1/seller/members/deliveries?month=2026-11")
                .jsonPath("$.items.length()")
                .isEqualTo(3);
    }

    @Test
    void strikesOutAndKeepsToItsOwnShop() {
        enter(TABLE, UUID.randomUUID().toString(), 201);
        String id = JsonPath.read(text("/api/v1/seller/members/deliveries?month=2026-11"), "$.items[0].id");
        var other = accounts.seller(new TestShops(database).shopIn("66").id().value());
        other.on(client)
                .delete()
                .uri("/api/v1/seller/members/deliveries/" + id)
                .exchange()
                .expectStatus()
                .isNotFound();
        seller.on(client)
                .delete()
                .uri("/api/v1/seller/members/deliveries/" + id)
                .exchange()
                .expectStatus()
                .isNoContent();
        read("/api/v1/seller/members/deliveries?month=2026-11")
                .jsonPath("$.items.length()")
                .isEqualTo(2);
    }

    private String enter(String table, String key, int status) {
        return Objects.requireNonNull(seller.on(client)
                .post()
                .uri("/api/v1/seller/members/deliveries")
                .header("Accept-Language", "vi")
                .header(IdempotencyKey.HEADER, key)
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .bodyValue(table)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private WebTestClient.BodyContentSpec read(String uri) {
        return seller.on(client).get().uri(uri).exchange().expectStatus().isOk().expectBody();
    }

    private String text(String uri) {
        return Objects.requireNonNull(seller.on(client)
                .get()
                .uri(uri)
                .header("Accept-Language", "vi")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
