package vn.chophien.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.payment.transfer.TransferTests;

/** A transfer that was not whole, and a shop that waits for the rest. */
class RestAwaitedIntegrationTests extends TransferTests {

    @Autowired
    private OrderExpiry expiry;

    @Test
    void keepsAPartLongerThatWaitsForTheRest() {
        var order = placed();
        var amount = transferOf(order, near).get("amount").asLong();
        var half = reference();
        report(near, half, amount / 2, partOf(order, near));
        await(() -> find(near, half).get("state").asString().equals("QUEUED"));
        execute("UPDATE customer_order SET payment_due_at = now() + interval '1 hour' WHERE number = :id", order);
        execute(
                "UPDATE stock_reservation SET expires_at = now() + interval '1 hour' WHERE owner_id IN "
                        + "(SELECT p.id FROM seller_order p JOIN customer_order o ON o.id = p.order_id WHERE o.number = :id)",
                order);
        decide(near, half, Map.of("action", "WAIT"), 200);
        var kept = Instant.parse(transferOf(show(order), near).get("due_at").asString());
        assertThat(kept).isAfter(Instant.now().plus(Duration.ofHours(23)));
        assertThat(Instant.parse(transferOf(show(order), far).get("due_at").asString()))
                .as("the other part waits no longer")
                .isBefore(Instant.now().plus(Duration.ofHours(2)));
        assertThat(value(
                        "SELECT bool_and(expires_at > now() + interval '23 hours') FROM stock_reservation r "
                                + "JOIN seller_order p ON p.id = r.owner_id WHERE p.number = :id",
                        partOf(order, near)))
                .isEqualTo("true");

        execute("UPDATE customer_order SET payment_due_at = now() - interval '1 minute' WHERE number = :id", order);
        expiry.cancelOverdue().block(Duration.ofSeconds(60));
        assertThat(state(order, far)).isEqualTo("CANCELLED");
        assertThat(state(order, near)).isEqualTo("AWAITING_PAYMENT");
        assertThat(show(order).get("payment").get("due_at").asString())
                .isEqualTo(transferOf(show(order), near).get("due_at").asString());
        var rest = reference();
        report(near, rest, amount - amount / 2, partOf(order, near));
        await(() -> state(order, near).equals("NEW"));
    }

    private void execute(String sql, JsonNode order) {
        database.sql(sql).bind("id", order.get("number").asString()).then().block();
    }
}
