package vn.chophien.marketplace.settlement.remittance;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import vn.chophien.marketplace.BuyingTests;
import vn.chophien.marketplace.sql.Columns;

/** A shop that sends one coffee in each parcel, and an operator who records what carriers hand over. */
abstract class ParcelCashTests extends BuyingTests {

    static final String REMITTANCES = "/api/v1/operator/cod-remittances";
    private static final String DESK = "/api/v1/seller/orders/";

    /** One coffee in each parcel. */
    String sent(List<String> carriers) {
        var cart = cartOf(Map.of(coffee, carriers.size()));
        var number = partOf(place(client, key(), wish(cart, "COD", total(quote(cart))), 201), near);
        call(seller(near), HttpMethod.POST, DESK + number + "/confirm", null, 200);
        for (var carrier : carriers) {
            call(
                    keyed(seller(near)),
                    HttpMethod.POST,
                    DESK + number + "/shipments",
                    Map.of("carrier", carrier, "lines", List.of(Map.of("position", 1, "quantity", 1))),
                    200);
        }
        return number;
    }

    long fee(String number) {
        return database.sql("SELECT shipping_fee FROM seller_order WHERE number = :number")
                .bind("number", number)
                .map(row -> Columns.number(row, "shipping_fee"))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    void deliver(String number, int parcel) {
        call(seller(near), HttpMethod.POST, DESK + number + "/shipments/" + parcel + "/deliver", null, 200);
    }

    Map<String, Long> outstanding(String number) {
        return call(operator(), HttpMethod.GET, REMITTANCES + "/outstanding", null, 200)
                .get("items")
                .valueStream()
                .filter(due -> due.get("number").asString().equals(number))
                .collect(Collectors.toMap(
                        due -> due.get("carrier").asString(),
                        due -> due.get("amount").asLong()));
    }

    static Map<String, Object> row(String number, long amount) {
        return Map.of("number", number, "amount", amount);
    }

    JsonNode remit(String carrier, List<Map<String, Object>> rows, int status) {
        return call(keyed(operator()), HttpMethod.POST, REMITTANCES, remittance(carrier, rows), status);
    }

    static Map<String, Object> remittance(String carrier, List<Map<String, Object>> rows) {
        return Map.of(
                "carrier",
                carrier,
                "reference",
                "FT-" + key(),
                "received_on",
                "2026-11-22",
                "amount",
                rows.stream().mapToLong(row -> (Long) row.get("amount")).sum(),
                "rows",
                rows);
    }

    void takeBack(JsonNode remittance) {
        var path = REMITTANCES + "/" + remittance.get("id").asString() + "/withdrawal";
        call(operator(), HttpMethod.POST, path, Map.of("reason", "Ghi nhầm đơn"), 200);
    }

    WebTestClient operator() {
        return accounts.operator()
                .on(client)
                .mutate()
                .defaultHeader("Accept-Language", "en")
                .build();
    }

    static WebTestClient keyed(WebTestClient caller) {
        return caller.mutate().defaultHeader("Idempotency-Key", key()).build();
    }
}
