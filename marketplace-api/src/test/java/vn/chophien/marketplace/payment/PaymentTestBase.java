package vn.chophien.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.MarketplaceTest;
import vn.chophien.marketplace.money.Money;
import vn.chophien.paymentsandbox.PaymentSandbox;
import vn.chophien.paymentsandbox.SandboxSettings;
import vn.chophien.paymentsandbox.Webhooks;

/** The whole application, a real database, the payment sandbox in this JVM, and a buyer who clicks. */
@MarketplaceTest
@Import(RecordingListener.class)
abstract class PaymentTestBase {

    static final String WEBHOOK_SECRET = "whsec_of_these_tests";
    static final URI RETURN_URL = URI.create("http://shop.example/don-hang/DH2611210001?token=abc");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    static final PaymentSandbox SANDBOX = PaymentSandbox.start(SandboxSettings.defaults()
            .withWebhook(URI.create("http://127.0.0.1:1/"), WEBHOOK_SECRET)
            .withWebhookRetries(List.of(Duration.ofMillis(200), Duration.ofSeconds(1))));

    @DynamicPropertySource
    static void pointToTheSandbox(DynamicPropertyRegistry properties) {
        properties.add("CHOPHIEN_STRIPE_API_BASE", () -> SANDBOX.url().toString());
        properties.add("CHOPHIEN_STRIPE_SECRET_KEY", () -> SandboxSettings.DEFAULT_SECRET_KEY);
        properties.add("CHOPHIEN_STRIPE_WEBHOOK_SECRET", () -> "whsec_that_is_being_replaced," + WEBHOOK_SECRET);
        properties.add("CHOPHIEN_STRIPE_PAY_PAGE", () -> SANDBOX.payPage().toString());
        properties.add("chophien.stripe.read-timeout", () -> "2s");
    }

    @Autowired
    CardPayments cardPayments;

    @Autowired
    Refunds refunds;

    @Autowired
    RecordingListener owner;

    @Autowired
    DatabaseClient database;

    @Autowired
    WebTestClient client;

    @Value("${local.server.port}")
    int port;

    final PayableId payable = new PayableId(UUID.randomUUID());

    @BeforeEach
    void deliverWebhooksHere() {
        SANDBOX.webhooks().sendTo(URI.create("http://127.0.0.1:%d/api/v1/webhooks/stripe".formatted(port)));
        SANDBOX.webhooks().mode(Webhooks.Mode.DELIVER);
    }

    @AfterEach
    void mend() {
        SANDBOX.faults().clear();
    }

    PaymentPage open(long amount) {
        return cardPayments
                .open(payable, "DH2611210001", Money.vnd(amount), RETURN_URL, Language.VI)
                .blockOptional()
                .orElseThrow();
    }

    /** The buyer fills in the card form and sends it; answers where that leads. */
    static String pay(PaymentPage page, String number) {
        return post(page.url(), Map.of("number", number, "expiry", "12/40", "cvc", "123", "name", "NGUYEN THI THU"));
    }

    static String post(URI page, Map<String, String> fields) {
        var query = page.getRawQuery();
        var form = Stream.concat(
                        Stream.of(query),
                        fields.entrySet().stream()
                                .map(field -> field.getKey() + "="
                                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
        var address = URI.create(page.toString().substring(0, page.toString().indexOf('?')));
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var answer = BROWSER.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.headers().firstValue("Location").orElse("HTTP " + answer.statusCode());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void awaitHearing(String... facts) {
        await(() -> owner.heardOf(payable).size() >= facts.length);
        assertThat(owner.heardOf(payable)).containsExactly(facts);
    }

    static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for %s", PATIENCE).isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    static void awaitDeliveries() {
        try {
            assertThat(SANDBOX.webhooks().drain(PATIENCE)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many intents were opened at the gateway for a payment of ours. */
    static long opened(PaymentId id) {
        return SANDBOX.wireMock().getAllServeEvents().stream()
                .filter(event -> event.getRequest().getUrl().equals("/v1/payment_intents"))
                .filter(event -> event.getRequest().getBodyAsString().contains(id.toString()))
                .filter(event -> event.getResponse().getStatus() == 200)
                .map(event -> event.getResponse().getBodyAsString().replaceAll("(?s).*?\"id\" : \"(pi_\\w+)\".*", "$1"))
                .distinct()
                .count();
    }

    String value(String sql, Object id) {
        return database.sql(sql)
                .bind("id", id)
                .map(row -> String.valueOf(row.get(0)))
                .one()
                .blockOptional()
                .orElseThrow();
    }

    void execute(String sql, Object id) {
        database.sql(sql).bind("id", id).then().block();
    }
}
