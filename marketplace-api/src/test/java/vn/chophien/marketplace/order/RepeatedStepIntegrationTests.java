package vn.chophien.marketplace.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.BuyingTests;

/** Steps without an idempotency key: taken again they are refused, and nothing is different. */
class RepeatedStepIntegrationTests extends BuyingTests {

    private static final String DESK = "/api/v1/seller/orders/";

    @Test
    void takesEveryStepOfTheShopOnce() {
        var order = order("COD");
        var number = partOf(order, near);
        once(order, number, "/confirm", null);
        once(order, number, "/ship", Map.of("carrier", "GHN"));
        once(order, number, "/shipments/1/deliver", null);
        var before = traces(order);
        assertThat(refused(number, "/deliver", null)).isEqualTo("/problems/illegal-order-transition");
        assertThat(traces(order)).isEqualTo(before);
    }

    @Test
    void givesUpOnce() {
        var order = order("COD");
        once(order, partOf(order, near), "/cancel", Map.of("reason", "Hết hàng"));
        var another = order("COD");
        call(client, HttpMethod.POST, address(another, "/cancel"), null, 200);
        var before = traces(another);
        call(client, HttpMethod.POST, address(another, "/cancel"), null, 409);
        assertThat(traces(another)).isEqualTo(before);
    }

    @Test
    void opensOnePaymentHoweverOftenItIsAsked() {
        var order = order("CARD");
        var first = call(client, HttpMethod.POST, address(order, "/payments"), null, 200);
        assertThat(call(client, HttpMethod.POST, address(order, "/payments"), null, 200))
                .isEqualTo(first);
        assertThat(traced("""
                SELECT CAST(count(*) AS text) AS trace FROM payment_intent p JOIN customer_order o ON o.id = p.payable_id
                 WHERE o.number = :number""", order)).containsExactly("1");
    }

    private void once(JsonNode order, String number, String step, @Nullable Object body) {
        var start = traces(order);
        call(seller(near), HttpMethod.POST, DESK + number + step, body, 200);
        var after = traces(order);
        assertThat(after).isNotEqualTo(start);
        assertThat(refused(number, step, body)).as(step).isEqualTo("/problems/illegal-order-transition");
        assertThat(traces(order)).as(step).isEqualTo(after);
    }

    private String refused(String number, String step, @Nullable Object body) {
        return call(seller(near), HttpMethod.POST, DESK + number + step, body, 409)
                .get("type")
                .asString();
    }

    /** All that a step leaves: events and parcels of the order, changes of stock, transactions of the ledger, cash. */
    private List<String> traces(JsonNode order) {
        return traced("""
                WITH part AS (SELECT s.id FROM seller_order s JOIN customer_order o ON o.id = s.order_id WHERE o.number = :number)
                SELECT concat_ws(' ', 'event', e.seller_order_id, e.to_state, e.happened_at) AS trace
                  FROM seller_order_event e JOIN part ON part.id = e.seller_order_id
                UNION ALL
                SELECT concat_ws(' ', 'parcel', h.id, h.delivered_at) FROM shipment h JOIN part ON part.id = h.seller_order_id
                UNION ALL
                SELECT concat_ws(' ', 'stock', c.variant_id, c.reason, c.on_hand_after, c.reserved_after)
                  FROM stock_change c JOIN part ON part.id = c.owner_id
                UNION ALL
                SELECT concat_ws(' ', 'booked', t.key) FROM ledger_transaction t JOIN part ON part.id = t.seller_order_id
                UNION ALL
                SELECT concat_ws(' ', 'cash', c.payable_id, c.parcel, c.amount)
                  FROM cash_collection c JOIN part ON part.id = c.payable_id
                 ORDER BY trace
                """, order);
    }

    private List<String> traced(String sql, JsonNode order) {
        return Objects.requireNonNull(database.sql(sql)
                .bind("number", order.get("number").asString())
                .map(row -> Objects.requireNonNull(row.get("trace", String.class)))
                .all()
                .collectList()
                .block());
    }
}
