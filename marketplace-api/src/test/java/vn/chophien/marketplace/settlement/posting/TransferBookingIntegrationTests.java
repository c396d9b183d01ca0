package vn.chophien.marketplace.settlement.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.payment.transfer.TransferTests;

class TransferBookingIntegrationTests extends TransferTests {

    @Test
    void leavesOnlyTheCommissionOfWhatBuyersTransferToTheShop() {
        var order = placed();
        pay(order, near);
        await(() -> state(order, near).equals("NEW"));
        var number = partOf(order, near);
        assertThat(sale(number).get("awaited").asLong()).isEqualTo(214_000);
        assertThat(money().get("total").asLong()).isZero();
        for (var step : new String[] {"/confirm", "/ship", "/deliver"}) {
            call(
                    seller(near),
                    HttpMethod.POST,
                    "/api/v1/seller/orders/" + number + step,
                    Map.of("carrier", "GHN"),
                    200);
        }
        var sale = sale(number);
        assertThat(sale.get("set_off").asLong()).isEqualTo(-214_000);
        assertThat(sale.get("net").asLong()).isEqualTo(-9_800);
        assertThat(sale.get("awaited").asLong()).isZero();
        assertThat(money().get("available").asLong()).isEqualTo(-9_800);
        var proof = call(accounts.operator().on(client), HttpMethod.POST, "/api/v1/operator/proofs", null, 200);
        assertThat(proof.get("differences").toString())
                .doesNotContain(order.get("number").asString());
    }

    private JsonNode sale(String number) {
        return call(seller(near), HttpMethod.GET, "/api/v1/seller/money/orders/" + number, null, 200);
    }

    private JsonNode money() {
        return call(seller(near), HttpMethod.GET, "/api/v1/seller/money", null, 200);
    }
}
