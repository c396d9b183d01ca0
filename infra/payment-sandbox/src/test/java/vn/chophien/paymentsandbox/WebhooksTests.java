package vn.chophien.paymentsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.Webhook;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.RefundCreateParams;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksTests {

    private static final String SECRET = "whsec_for_this_test";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WebhookReceiver shop = new WebhookReceiver();
    private PaymentSandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = PaymentSandbox.start(settings());
    }

    private SandboxSettings settings() {
        return SandboxSettings.defaults()
                .withWebhook(shop.url(), SECRET)
                .withWebhookRetries(List.of(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(200)));
    }

    @AfterEach
    void stop() {
        sandbox.stop();
        shop.close();
    }

    private StripeClient stripe() {
        return StripeClient.builder()
                .setApiKey(SandboxSettings.DEFAULT_SECRET_KEY)
                .setApiBase(sandbox.url().toString())
                .build();
    }

    private PaymentIntent open() throws StripeException {
        return stripe().v1()
                .paymentIntents()
                .create(PaymentIntentCreateParams.builder()
                        .setAmount(185_000L)
                        .setCurrency("vnd")
                        .addPaymentMethodType("card")
                        .build());
    }

    private PaymentIntent pay(String paymentMethod) throws StripeException {
        return stripe().v1()
                .paymentIntents()
                .confirm(
                        open().getId(),
                        PaymentIntentConfirmParams.builder()
                                .setPaymentMethod(paymentMethod)
                                .build());
    }

    @Test
    void signsEventsSoThatStripeJavaAcceptsThem() throws Exception {
        pay("pm_card_visa");
        assertThat(sandbox.webhooks().drain(PATIENCE)).isTrue();

        assertThat(shop.types())
                .containsExactlyInAnyOrder("payment_intent.created", "charge.succeeded", "payment_intent.succeeded");
        for (var hook : shop.received()) {
            assertThat(Webhook.constructEvent(hook.body(), hook.signature(), SECRET)
                            .getId())
                    .startsWith("evt_");
            assertThatThrownBy(() -> Webhook.constructEvent(hook.body(), hook.signature(), "whsec_other"))
                    .isInstanceOf(SignatureVerificationException.class);
        }
    }

    @Test
    void tellsOfDeclinesCancellationsAndRefunds() throws Exception {
        assertThatThrownBy(() -> pay("pm_card_visa_chargeDeclined")).isInstanceOf(CardException.class);
        stripe().v1().paymentIntents().cancel(open().getId());
        var paid = pay("pm_card_visa");
        stripe().v1()
                .refunds()
                .create(RefundCreateParams.builder()
                        .setPaymentIntent(paid.getId())
                        .build());
        assertThat(sandbox.webhooks().drain(PATIENCE)).isTrue();

        assertThat(shop.types())
                .contains(
                        "charge.failed",
                        "payment_intent.payment_failed",
                        "payment_intent.canceled",
                        "refund.created",
                        "charge.refunded");
    }

    @Test
    void triesAgainUntilTheShopAnswers() throws Exception {
        shop.refuseNext(2);

        open();

        assertThat(sandbox.webhooks().drain(PATIENCE)).isTrue();
        assertThat(shop.types()).containsExactly("payment_intent.created");
        assertThat(sandbox.webhooks().deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.get("status").asText()).isEqualTo("delivered");
            assertThat(delivery.get("attempts").asInt()).isEqualTo(3);
        });
    }

    @Test
    void givesUpWhenTheRetriesAreUsedUp() throws Exception {
        shop.refuseNext(99);

        open();

        assertThat(sandbox.webhooks().drain(PATIENCE)).isTrue();
        assertThat(sandbox.webhooks().deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.get("status").asText()).isEqualTo("given up");
            assertThat(delivery.get("attempts").asInt()).isEqualTo(4);
        });
    }

    @Test
    void holdsAndReleasesInReversedOrder() throws Exception {
        sandbox.webhooks().mode(Webhooks.Mode.HOLD);
        pay("pm_card_visa");
        assertThat(shop.received()).isEmpty();

        assertThat(sandbox.webhooks().release(Webhooks.Order.REVERSED)).isEqualTo(3);

        assertThat(sandbox.webhooks().drain(PATIENCE)).isTrue();
        assertThat(shop.types())
                .containsExactly("payment_intent.succeeded", "charge.succeeded", "payment_intent.created");
    }

    @Test
    void losesDeliveriesWhenToldSo() throws Exception {
        sandbox.webhooks().mode(Webhooks.Mode.LOSE);
        pay("pm_card_visa");

        assertThat(sandbox.webhooks().drain(PATIENCE)).isTrue();
        assertThat(shop.received()).isEmpty();
    }

    @Test
    void repeatsOnlyWhatHappened() throws Exception {
        open();
        assertThat(sandbox.webhooks().drain(PATIENCE)).isTrue();
        var event = Json.parse(shop.received().getFirst().body()).get("id").asText();

        var repeated = admin("POST", "/sandbox/webhooks/repeat", "{\"event\":\"" + event + "\",\"times\":2}");
        var invented = admin("POST", "/sandbox/webhooks/repeat", "{\"event\":\"evt_invented\"}");

        assertThat(repeated.statusCode()).as(repeated.body()).isEqualTo(200);
        assertThat(invented.statusCode()).isEqualTo(422);
        assertThat(sandbox.webhooks().drain(PATIENCE)).isTrue();
        assertThat(shop.received()).hasSize(3);
        assertThat(shop.received().stream()
                        .map(hook -> Json.parse(hook.body()).get("id").asText())
                        .distinct())
                .containsExactly(event);
    }

    @Test
    void takesOrdersThroughTheAdministration() throws Exception {
        assertThat(admin("PUT", "/sandbox/webhooks", "{\"mode\":\"HOLD\",\"delay_ms\":1}")
                        .statusCode())
                .isEqualTo(200);
        open();
        assertThat(admin("GET", "/sandbox/webhooks", "").body()).contains("\"held\"");
        assertThat(admin("POST", "/sandbox/webhooks/release", "{\"order\":\"REVERSED\"}")
                        .body())
                .contains("\"released\" : 1");
        assertThat(admin("POST", "/sandbox/faults", "{\"path\":\"/v1/payment_intents\",\"status\":500}")
                        .statusCode())
                .isEqualTo(200);
        assertThatThrownBy(this::open).isInstanceOf(ApiException.class);
        assertThat(admin("POST", "/sandbox/faults", "{\"status\":500,\"times\":9}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(admin("DELETE", "/sandbox/faults", "").statusCode()).isEqualTo(200);
        open();
        assertThat(admin("PUT", "/sandbox/webhooks", "{\"mode\":\"SOMETIMES\"}").statusCode())
                .isEqualTo(422);
        assertThat(admin("GET", "/requests", "").body()).contains("/v1/payment_intents");
    }

    @Test
    void neverHoldsUpTheCallThatCausedThem() throws Exception {
        sandbox.webhooks().delay(Duration.ofSeconds(30));
        var before = System.nanoTime();

        open();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        assertThat(shop.received()).isEmpty();
    }

    @Test
    void deliversAfterARestartWhatItStillOwed(@TempDir Path folder) throws Exception {
        var kept = settings()
                .withStateFile(folder.resolve("sandbox.jsonl"))
                .withWebhookRetries(List.of(Duration.ofHours(1)));
        sandbox.stop();
        sandbox = PaymentSandbox.start(kept);
        shop.refuseNext(1);
        open();
        while (sandbox.webhooks().deliveries().stream()
                .noneMatch(delivery -> delivery.get("attempts").asInt() == 1)) {
            Thread.sleep(20);
        }

        sandbox.stop();
        sandbox = PaymentSandbox.start(kept);

        assertThat(sandbox.webhooks().drain(PATIENCE)).isTrue();
        assertThat(shop.types()).containsExactly("payment_intent.created");
    }

    private HttpResponse<String> admin(String method, String path, String body) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(sandbox.url() + "/__admin" + path))
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
