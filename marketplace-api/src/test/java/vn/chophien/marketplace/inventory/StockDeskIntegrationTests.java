package vn.chophien.marketplace.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.BuyingTests;

/** What a shop asks of its stock, and buyers who wait for goods. */
class StockDeskIntegrationTests extends BuyingTests {
    private static final String STOCK = "/api/v1/seller/stock";
    private static final String WATCHES = "/api/v1/me/stock-watches";

    @Autowired
    private StockLevels levels;

    @Autowired
    private Reservations reservations;

    @Test
    void listsWhatRunsLowTheScarcestFirst() {
        var tea = shops.goods(near, 50_000, 200, 3);
        var honey = shops.goods(near, 90_000, 400, 0);
        assertThat(names(low(""))).containsExactly(honey.variantId(), tea.variantId());
        call(seller(near), HttpMethod.PUT, STOCK + "/" + tea.variantId() + "/low-at", Map.of("low_at", 2), 204);
        call(seller(near), HttpMethod.PUT, STOCK + "/" + coffee.variantId() + "/low-at", Map.of("low_at", 20), 204);
        var first = low("?page_size=1");
        assertThat(names(first)).containsExactly(honey.variantId());
        var next = low("?page_size=1&cursor=" + first.get("next_cursor").asString());
        assertThat(names(next)).containsExactly(coffee.variantId());
        call(seller(far), HttpMethod.PUT, STOCK + "/" + tea.variantId() + "/low-at", Map.of("low_at", 2), 404);
        call(accounts.buyer().on(client), HttpMethod.GET, STOCK + "/low", null, 403);
    }

    @Test
    void tellsHowAFigureCameAbout() {
        var owner = new ReservationOwner(UUID.randomUUID());
        var claim = List.of(new StockClaim(owner, coffee.variant(), 4));
        reservations.reserve(claim, null).block();
        reservations.take(claim, null).block();
        levels.takeBack(List.of(new StockLevels.TakenBack(coffee.variant(), 3, 1)), owner.value(), null)
                .block();
        var changes = call(seller(near), HttpMethod.GET, STOCK + "/" + coffee.variantId() + "/changes", null, 200);
        assertThat(changes.get("items")
                        .valueStream()
                        .map(change -> change.get("reason").asString() + " "
                                + change.get("on_hand_delta").asInt() + " "
                                + change.get("on_hand").asInt()))
                .containsExactly("WRITTEN_OFF -2 17", "RETURNED 3 19", "TAKEN -4 16", "RESERVED 0 20");
        call(seller(far), HttpMethod.GET, STOCK + "/" + coffee.variantId() + "/changes", null, 404);
    }

    @Test
    void marksWhatIsBackForThoseWhoWait() {
        var tea = shops.goods(near, 50_000, 200, 0);
        var buyer = accounts.buyer().on(client);
        call(buyer, HttpMethod.PUT, WATCHES + "/" + tea.variantId(), null, 204);
        call(buyer, HttpMethod.PUT, WATCHES + "/" + tea.variantId(), null, 204);
        var waiting = call(buyer, HttpMethod.GET, WATCHES, null, 200).get("items");
        assertThat(waiting).hasSize(1);
        assertThat(waiting.get(0).has("back_at")).isFalse();
        levels.setOnHand(tea.variant(), 8, null).block();
        var back = call(buyer, HttpMethod.GET, WATCHES, null, 200).get("items");
        assertThat(back.get(0).has("back_at")).isTrue();
        assertThat(back.get(0).get("available").asInt()).isEqualTo(8);
        call(buyer, HttpMethod.DELETE, WATCHES + "/" + tea.variantId(), null, 204);
        assertThat(call(buyer, HttpMethod.GET, WATCHES, null, 200).get("items")).isEmpty();
        call(buyer, HttpMethod.PUT, WATCHES + "/" + UUID.randomUUID(), null, 404);
        call(client, HttpMethod.PUT, WATCHES + "/" + tea.variantId(), null, 401);
    }

    private JsonNode low(String query) {
        return call(seller(near), HttpMethod.GET, STOCK + "/low" + query, null, 200);
    }

    private static List<UUID> names(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(item -> UUID.fromString(item.get("variant_id").asString()))
                .toList();
    }
}
