package vn.chophien.marketplace.account;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.TestAccounts;
import vn.chophien.marketplace.place.Places;

@MarketplaceTest
class AddressIntegrationTests {
    @Autowired
    private WebTestClient anonymous;

    @Autowired
    private TestAccounts accounts;

    @Autowired
    private Places places;

    @Test
    void keepsOneDefaultAddressAsLongAsThereAreAny() {
        var buyer = accounts.buyer().on(anonymous);
        var first = idOf(add(buyer, "Số 1", false));
        add(buyer, "Số 2", false);
        var third = idOf(add(buyer, "Số 3", true));
        list(buyer)
                .jsonPath("$.items.length()")
                .isEqualTo(3)
                .jsonPath("$.items[0].id")
                .isEqualTo(third)
                .jsonPath("$.items[?(@.is_default == true)].length()")
                .isEqualTo(9) // one address, of nine fields
                .jsonPath("$.items[0].commune_name")
                .isEqualTo("Xã Cư M’gar")
                .jsonPath("$.items[0].phone")
                .isEqualTo("0912345678");

        remove(buyer, third).expectStatus().isNoContent();
        list(buyer)
                .jsonPath("$.items[0].street")
                .isEqualTo("Số 2")
                .jsonPath("$.items[0].is_default")
                .isEqualTo(true)
                .jsonPath("$.items[1].id")
                .isEqualTo(first);
        remove(buyer, third).expectStatus().isNotFound();
    }

    @Test
    void showsNobodyElsesAddresses() {
        var owner = accounts.buyer().on(anonymous);
        var stranger = accounts.buyer().on(anonymous);
        var address = idOf(add(owner, "Số 1", true));

        remove(stranger, address).expectStatus().isNotFound();
        list(stranger).jsonPath("$.items.length()").isEqualTo(0);
        list(owner).jsonPath("$.items.length()").isEqualTo(1);
    }

    @Test
    void refusesACommuneOfAnotherProvince() {
        var buyer = accounts.buyer().on(anonymous);
        var request = new HashMap<>(request("Số 1", true));
        request.put("province_code", "01");

        buyer.post()
                .uri("/api/v1/me/addresses")
                .bodyValue(request)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("commune_code")
                .jsonPath("$.errors[0].message")
                .isEqualTo("Không có lựa chọn này.");
    }

    @Test
    void answersAnAddressThatIsNoIdWithNotFound() {
        remove(accounts.buyer().on(anonymous), "none").expectStatus().isNotFound();
    }

    private ResponseSpec add(WebTestClient buyer, String street, boolean isDefault) {
        return buyer.post()
                .uri("/api/v1/me/addresses")
                .bodyValue(request(street, isDefault))
                .exchange();
    }

    private Map<String, Object> request(String street, boolean isDefault) {
        var commune = places.communeNamed("66", "Cư M'gar").orElseThrow().code();
        return Map.of(
                "recipient",
                "Lan",
                "phone",
                "0912 345 678",
                "province_code",
                "66",
                "commune_code",
                commune,
                "street",
                street,
                "is_default",
                isDefault);
    }

    private static ResponseSpec remove(WebTestClient buyer, String id) {
        return buyer.delete().uri("/api/v1/me/addresses/{id}", id).exchange();
    }

    private static WebTestClient.BodyContentSpec list(WebTestClient buyer) {
        return buyer.get()
                .uri("/api/v1/me/addresses")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private static String idOf(ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                        .isCreated()
                        .expectBody(AddressController.AddressResponse.class)
                        .returnResult()
                        .getResponseBody())
                .id();
    }
}
