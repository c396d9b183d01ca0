package vn.chophien.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.BuyingTests;
import vn.chophien.marketplace.TestShops.TestShop;

/** What others hear of the money and the goods of seller orders. */
@Import(RecordingSellerOrderListener.class)
class SellerOrderFactsIntegrationTests extends BuyingTests {
    private static final String DESK = "/api/v1/seller/orders/";

    @Autowired
    private RecordingSellerOrderListener listener;

    @AfterEach
    void listenAgain() {
        listener.fail(false);
    }

    @Test
    void tellsOfEachPartOfAPaidOrderAndOfItsDelivery() {
        var order = paidOrder();
        assertThat(heard(order))
                .containsExactlyInAnyOrder(nearPart(order) + " paid 214000", farPart(order) + " paid 482000");
        assertThat(sumOfPaid(order)).isEqualTo(order.get("total").asLong());
        deliver(partOf(order, near));
        assertThat(heard(order)).hasSize(3).endsWith(nearPart(order) + " delivered 214000");
        assertThat(listener.heardOf(number(order)))
                .extracting(SellerOrderFact::key)
                .doesNotHaveDuplicates()
                .allMatch(key -> key.matches("(paid|delivered):[0-9a-f-]{36}"));
    }

    @Test
    void repaysExactlyWhatWasPaidForACancelledPart() {
        var order = paidOrder();
        act(far, partOf(order, far), "/cancel", Map.of("reason", "Khung cửi hỏng"));
        assertThat(heard(order))
                .hasSize(3)
                .endsWith(farPart(order) + " CANCELLED goods 450000 shipping 32000 repayment 482000");
        var facts = listener.heardOf(number(order));
        var part = facts.getLast().part();
        assertThat(part.due().isZero()).isTrue();
        assertThat(part.total().minor()).isEqualTo(482_000);
        assertThat(sumOfPaid(order) - part.repaid().minor()).isEqualTo(214_000);
    }

    @Test
    void owesNothingForWhatIsCancelledUnpaid() {
        var order = order("COD");
        call(client, HttpMethod.POST, address(order, "/cancel"), null, 200);
        assertThat(heard(order))
                .containsExactlyInAnyOrder(
                        nearPart(order) + " CANCELLED goods 196000 shipping 18000 repayment 0",
                        farPart(order) + " CANCELLED goods 450000 shipping 32000 repayment 0");
    }

    @Test
    void tellsOfCashOnDeliveryOnlyWhenItIsHandedOver() {
        var order = order("COD");
        deliver(partOf(order, near));
        assertThat(heard(order)).containsExactly(nearPart(order) + " delivered 214000");
    }

    @Test
    void doesNothingThatAListenerCannotRecord() {
        var order = order("COD");
        var number = partOf(order, near);
        listener.fail(true);
        call(seller(near), HttpMethod.POST, DESK + number + "/cancel", Map.of("reason", "Hết hàng"), 500);
        assertThat(states(show(order))).containsExactly("NEW", "NEW");
        assertThat(shops.stock(coffee)).containsExactly(20, 2);
        listener.fail(false);
        act(near, number, "/cancel", Map.of("reason", "Hết hàng"));
        assertThat(heard(order)).hasSize(1);
    }

    private JsonNode paidOrder() {
        var order = order("CARD");
        pay(order, GOOD_CARD);
        await(() -> paymentState(show(order)).equals("PAID"));
        return order;
    }

    private void deliver(String number) {
        act(near, number, "/confirm", null);
        act(near, number, "/ship", Map.of("carrier", "GHN"));
        act(near, number, "/deliver", null);
    }

    private void act(TestShop shop, String number, String action, @Nullable Object body) {
        call(seller(shop), HttpMethod.POST, DESK + number + action, body, 200);
    }

    private List<String> heard(JsonNode order) {
        return listener.wordsOn(number(order));
    }

    private long sumOfPaid(JsonNode order) {
        return listener.heardOf(number(order)).stream()
                .mapToLong(fact -> fact instanceof SellerOrderFact.Paid paid
                        ? paid.amount().minor()
                        : 0)
                .sum();
    }

    private String nearPart(JsonNode order) {
        return partOf(order, near).substring(number(order).length() + 1);
    }

    private String farPart(JsonNode order) {
        return partOf(order, far).substring(number(order).length() + 1);
    }

    private static String number(JsonNode order) {
        return order.get("number").asString();
    }
}
