package vn.chophien.marketplace.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import vn.chophien.paymentsandbox.WebhookSignature;
import vn.chophien.paymentsandbox.Webhooks;

class WebhookIntegrationTests extends PaymentTestBase {

    private static final String EVENT = """
            {"id": "%s", "object": "event", "type": "payment_intent.succeeded",
             "data": {"object": {"id": "pi_unknown_here", "object": "payment_intent"}}}""";

    @Test
    void storesASignedEventOnceAndAnswersTheSameAgain() {
        var body = EVENT.formatted("evt_once");
        for (int i = 0; i < 3; i++) {
            deliver(body, WebhookSignature.header(WEBHOOK_SECRET, Instant.now(), body))
                    .expectStatus()
                    .isOk();
        }

        assertThat(value("SELECT count(*) FROM webhook_inbox WHERE event_id = :id", "evt_once"))
                .isEqualTo("1");
        await(() -> value("SELECT processed_at IS NOT NULL FROM webhook_inbox WHERE event_id = :id", "evt_once")
                .equals("true"));
    }

    @Test
    void refusesAForgedEvent() {
        var body = EVENT.formatted("evt_forged");

        deliver(body, WebhookSignature.header("whsec_guessed", Instant.now(), body))
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/forged-event")
                .jsonPath("$.title")
                .isEqualTo("Chữ ký không hợp lệ");

        assertThat(value("SELECT count(*) FROM webhook_inbox WHERE event_id = :id", "evt_forged"))
                .isEqualTo("0");
    }

    @Test
    void refusesASignatureOfAnotherBodyOfAnotherTimeOrOfNothing() {
        var body = EVENT.formatted("evt_tampered");
        var genuine = WebhookSignature.header(WEBHOOK_SECRET, Instant.now(), body);
        var old = WebhookSignature.header(WEBHOOK_SECRET, Instant.now().minus(Duration.ofMinutes(6)), body);

        deliver(body.replace("succeeded", "canceled "), genuine).expectStatus().isBadRequest();
        deliver(body, old).expectStatus().isBadRequest();
        deliver(body, "").expectStatus().isBadRequest();
        deliver(body, "t=1,v1=zz").expectStatus().isBadRequest();
        deliver("", genuine).expectStatus().isBadRequest();

        assertThat(value("SELECT count(*) FROM webhook_inbox WHERE event_id = :id", "evt_tampered"))
                .isEqualTo("0");
    }

    @Test
    void refusesASignedBodyThatIsNoEvent() {
        for (var body : new String[] {"not json", "{}", "[]", "{\"id\": 7}"}) {
            deliver(body, WebhookSignature.header(WEBHOOK_SECRET, Instant.now(), body))
                    .expectStatus()
                    .isBadRequest();
        }
    }

    @Test
    void countsAPaymentOnceHoweverOftenAndInWhateverOrderItIsReported() {
        SANDBOX.webhooks().mode(Webhooks.Mode.HOLD);
        var page = open(64_000);
        pay(page, "4000000000009995");
        pay(page, "4242424242424242");

        SANDBOX.webhooks().release(Webhooks.Order.REVERSED);
        awaitDeliveries();
        var events = database.sql(
                        "SELECT event_id FROM webhook_inbox i JOIN payment_intent p ON p.gateway_id = i.gateway_id WHERE p.id = :id")
                .bind("id", page.id().value())
                .map(row -> String.valueOf(row.get(0)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
        assertThat(events).hasSize(5);
        events.forEach(event -> SANDBOX.webhooks().repeat(event, 2));
        awaitDeliveries();

        awaitHearing("paid 64000");
        assertThat(value(
                        "SELECT count(*) FROM webhook_inbox i JOIN payment_intent p ON p.gateway_id = i.gateway_id WHERE p.id = :id",
                        page.id().value()))
                .isEqualTo("5");
    }

    @Test
    void recordsNothingWhileItsOwnerFailsAndComesAgain() {
        owner.failNext(payable, 2);

        pay(open(21_000), "4242424242424242");

        awaitHearing("paid 21000");
        assertThat(cardPayments.refresh(payable).block()).isEqualTo(PaymentState.PAID);
        assertThat(owner.heardOf(payable)).containsExactly("paid 21000");
    }

    private ResponseSpec deliver(String body, String signature) {
        return client.post()
                .uri("/api/v1/webhooks/stripe")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Stripe-Signature", signature)
                .bodyValue(body)
                .exchange();
    }
}
