package vn.chophien.load;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.chophien.load.ApiClient.Answer;

/** A guest's way from an empty cart to a placed order, through the public API as the storefront goes it. */
final class Purchase {

    private static final String PROVINCE = "66";
    private static final String COMMUNE = "24328";
    private static final String RETURN_URL = "http://localhost:8080/orders/{number}?token={token}";

    private final ApiClient market;
    private final Map<String, Object> wish;

    private Purchase(ApiClient market, Map<String, Object> wish) {
        this.market = market;
        this.wish = wish;
    }

    /** Fills a cart and has it quoted: one piece of each variant. */
    static Purchase prepare(ApiClient market, List<String> variants, String method, String buyer)
            throws IOException, InterruptedException {
        var cart = market.post("/api/v1/carts", Map.of()).orThrow().path("id").asString();
        for (var variant : variants) {
            market.post("/api/v1/carts/" + cart + "/lines", Map.of("variant_id", variant, "quantity", 1))
                    .orThrow();
        }
        var quote = market.post(
                        "/api/v1/checkout/quote",
                        Map.of("cart_id", cart, "province_code", PROVINCE, "commune_code", COMMUNE))
                .orThrow();
        var shipping = new HashMap<String, String>();
        long total = quote.path("subtotal").asLong();
        for (var shop : quote.path("shops")) {
            var option = shop.path("shipping_options").path(0);
            shipping.put(
                    shop.path("shop").path("slug").asString(),
                    option.path("code").asString());
            total += option.path("fee").asLong();
        }
        return new Purchase(
                market,
                Map.of(
                        "cart_id", cart,
                        "contact", Map.of("name", buyer, "phone", "0912345678"),
                        "address", Map.of("province_code", PROVINCE, "commune_code", COMMUNE, "street", "Thôn 3"),
                        "shipping", shipping,
                        "payment_method", method,
                        "expected_total", total,
                        "return_url", RETURN_URL));
    }

    /** Places the order; the same key again answers with the same order. */
    Answer place(String key) throws IOException, InterruptedException {
        return market.exchange("POST", "/api/v1/checkout", wish, Map.of("Idempotency-Key", key));
    }
}
