package vn.chophien.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.TestShops.TestGoods;
import vn.chophien.marketplace.TestShops.TestShop;
import vn.chophien.paymentsandbox.PaymentSandbox;
import vn.chophien.paymentsandbox.SandboxSettings;
import vn.chophien.paymentsandbox.Webhooks;

/** A market with two shops in Đắk Lắk and Hà Nội, a buyer who lives in Đắk Lắk, and the payment sandbox in this JVM. */
@MarketplaceTest
public abstract class BuyingTests {
    protected static final String GOOD_CARD = "4242424242424242";
    protected static final String POOR_CARD = "4000000000009995";

    protected static final String BANK_SECRET = "banksec_of_buying_tests";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient BROWSER = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    protected static final PaymentSandbox SANDBOX = PaymentSandbox.start(SandboxSettings.defaults()
            .withWebhook(URI.create("http://127.0.0.1:1/"), "whsec_of_buying_tests")
            .withWebhookRetries(List.of(Duration.ofMillis(200), Duration.ofSeconds(1))));

    @Autowired
    protected WebTestClient client;

    @Autowired
    protected TestAccounts accounts;

    @Autowired
    protected DatabaseClient database;

    @Value("${local.server.port}")
    private int port;

    protected TestShops shops;
    protected TestShop near;
    protected TestShop far;
    protected TestGoods coffee;
    protected TestGoods silk;

    @DynamicPropertySource
    static void pointToTheSandbox(DynamicPropertyRegistry properties) {
        properties.add("CHOPHIEN_STRIPE_API_BASE", () -> SANDBOX.url().toString());
        properties.add("CHOPHIEN_STRIPE_SECRET_KEY", () -> SandboxSettings.DEFAULT_SECRET_KEY);
        properties.add("CHOPHIEN_STRIPE_WEBHOOK_SECRET", () -> "whsec_of_buying_tests");
        properties.add("CHOPHIEN_STRIPE_PAY_PAGE", () -> SANDBOX.payPage().toString());
        properties.add("chophien.stripe.read-timeout", () -> "2s");
        properties.add("CHOPHIEN_BANK_WEBHOOK_SECRET", () -> "a_secret_being_replaced," + BANK_SECRET);
    }

    @BeforeEach
    void openTheMarket() {
        SANDBOX.webhooks().sendTo(URI.create("http://127.0.0.1:%d/api/v1/webhooks/stripe".formatted(port)));
        SANDBOX.webhooks().mode(Webhooks.Mode.DELIVER);
        shops = new TestShops(database);
        near = shops.shopIn("66");
        far = shops.shopIn("01");
        coffee = shops.goods(near, 98_000, 500, 20);
        silk = shops.goods(far, 450_000, 900, 5);
    }

    @AfterEach
    void mendTheGateway() {
        SANDBOX.faults().clear();
    }

    /** A guest's cart with so many of each. */
    protected String cartOf(Map<TestGoods, Integer> goods) {
        var cart = call(client, HttpMethod.POST, "/api/v1/carts", null, 201)
                .get("id")
                .asString();
        goods.forEach((item, quantity) -> add(client, cart, item, quantity));
        return cart;
    }

    protected JsonNode add(WebTestClient caller, String cart, TestGoods goods, int quantity) {
        return call(
                caller,
                HttpMethod.POST,
                "/api/v1/carts/" + cart + "/lines",
                Map.of("variant_id", goods.variantId(), "quantity", quantity),
                200);
    }

    /** What somebody in Đắk Lắk agrees to for this cart, delivered the usual way. */
    protected Map<String, Object> wish(String cart, String method, long expectedTotal) {
        var wish = new LinkedHashMap<String, Object>();
        wish.put("cart_id", cart);
        wish.put("contact", Map.of("name", "Nguyễn Thị Thử", "phone", "+84 912 345 678", "email", "thu@example.vn"));
        wish.put("address", Map.of("province_code", "66", "commune_code", commune(), "street", "Thôn 3"));
        wish.put("shipping", Map.of(near.slug(), "standard", far.slug(), "standard"));
        wish.put("payment_method", method);
        wish.put("expected_total", expectedTotal);
        wish.put("return_url", "http://shop.example/orders/{number}?token={token}");
        return wish;
    }

    protected JsonNode place(WebTestClient caller, String key, Map<String, Object> wish, int status) {
        return call(
                caller.mutate().defaultHeader("Idempotency-Key", key).build(),
                HttpMethod.POST,
                "/api/v1/checkout",
                wish,
                status);
    }

    protected static String key() {
        return UUID.randomUUID().toString();
    }

    protected JsonNode quote(String cart) {
        return call(
                client,
                HttpMethod.POST,
                "/api/v1/checkout/quote",
                Map.of("cart_id", cart, "province_code", "66", "commune_code", commune()),
                200);
    }

    /** The sum of goods and usual delivery of a quote. */
    protected static long total(JsonNode quote) {
        var total = quote.get("subtotal").asLong();
        for (var shop : quote.get("shops")) {
            total += shop.get("shipping_options").get(0).get("fee").asLong();
        }
        return total;
    }

    /** One coffee and one silk, ordered by a guest. */
    protected JsonNode order(String method) {
        var cart = cartOf(Map.of(coffee, 2, silk, 1));
        return place(client, key(), wish(cart, method, total(quote(cart))), 201);
    }

    protected JsonNode show(JsonNode order) {
        return call(client, HttpMethod.GET, address(order, ""), null, 200);
    }

    /** A guest's address of something about an order. */
    protected static String address(JsonNode order, String what) {
        return "/api/v1/orders/" + order.get("number").asString() + what + "?token="
                + order.get("access_token").asString();
    }

    protected static String partOf(JsonNode order, TestShop shop) {
        for (var part : order.get("seller_orders")) {
            if (part.get("shop").get("slug").asString().equals(shop.slug())) {
                return part.get("number").asString();
            }
        }
        throw new AssertionError("No part of " + shop.slug());
    }

    protected static List<String> states(JsonNode order) {
        return order.get("seller_orders")
                .valueStream()
                .map(part -> part.get("state").asString())
                .toList();
    }

    protected static String paymentState(JsonNode order) {
        return order.get("payment").get("state").asString();
    }

    protected WebTestClient seller(TestShop shop) {
        return accounts.seller(shop.id().value()).on(client);
    }

    protected JsonNode call(WebTestClient caller, HttpMethod method, String uri, @Nullable Object body, int status) {
        var request = caller.method(method).uri(uri);
        var answer = (body == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
                .exchange()
                .expectBody(String.class)
                .returnResult();
        assertThat(answer.getStatus().value())
                .as("%s %s: %s", method, uri, answer.getResponseBody())
                .isEqualTo(status);
        return JSON.readTree(Objects.requireNonNullElse(answer.getResponseBody(), "{}"));
    }

    /** The buyer fills in the card form and sends it; answers where that leads. */
    protected static String pay(JsonNode order, String card) {
        return pay(URI.create(order.get("payment").get("pay_url").asString()), card);
    }

    protected static String pay(URI page, String card) {
        return post(page, Map.of("number", card, "expiry", "12/40", "cvc", "123", "name", "NGUYEN THI THU"));
    }

    protected static String post(URI page, Map<String, String> fields) {
        var form = new StringBuilder(page.getRawQuery());
        fields.forEach((name, value) ->
                form.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        var address = URI.create(page.toString().substring(0, page.toString().indexOf('?')));
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build();
        try {
            var answer = BROWSER.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.headers().firstValue("Location").orElse("HTTP " + answer.statusCode());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    protected static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for %s", PATIENCE).isLessThan(end);
            try {
                Thread.sleep(30);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** The first commune of Đắk Lắk. */
    private String commune() {
        return call(client, HttpMethod.GET, "/api/v1/places/provinces/66/communes", null, 200)
                .get("items")
                .get(0)
                .get("code")
                .asString();
    }
}
