package vn.chophien.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.payment.transfer.TransferTests;

class PartExpiryIntegrationTests extends TransferTests {

    @Autowired
    private OrderExpiry expiry;

    @Test
    void givesUpOnlyThePartsThatAreNotPaidInTime() {
        var order = placed();
        pay(order, near);
        await(() -> state(order, near).equals("NEW"));
        expire(order);
        assertThat(state(order, far)).isEqualTo("CANCELLED");
        assertThat(state(order, near)).isEqualTo("NEW");
        assertThat(paymentState(show(order))).isEqualTo("PAID");
        assertThat(shops.stock(silk)).containsExactly(5, 0);

        var late = reference();
        report(far, late, transferOf(order, far).get("amount").asLong(), partOf(order, far));
        await(() -> find(far, late).get("state").asString().equals("QUEUED"));
        assertThat(find(far, late).get("reason").asString()).isEqualTo("LATE");
    }

    private void expire(JsonNode order) {
        database.sql("UPDATE customer_order SET payment_due_at = :past WHERE number = :number")
                .bind("past", Instant.now().minus(Duration.ofMinutes(1)))
                .bind("number", order.get("number").asString())
                .then()
                .block();
        expiry.cancelOverdue().block();
    }
}
