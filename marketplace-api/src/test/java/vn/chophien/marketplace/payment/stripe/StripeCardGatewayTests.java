package vn.chophien.marketplace.payment.stripe;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.gateway.GatewayException;
import vn.chophien.marketplace.payment.gateway.GatewayPayment;
import vn.chophien.marketplace.payment.stripe.StripeSettings.CaptureMethod;

/** What we send, what we repeat, and what each kind of failure becomes. */
class StripeCardGatewayTests {

    private static final String INTENT = """
            {"id": "pi_1", "object": "payment_intent", "amount": 185000, "amount_received": 0, "currency": "vnd",
             "client_secret": "pi_1_secret_2", "status": "requires_payment_method", "metadata": {}}""";

    private final WireMockServer stripe = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    private final PaymentId id = PaymentId.generate();
    private StripeCardGateway gateway;

    @BeforeEach
    void start() {
        stripe.start();
        gateway = gateway(Duration.ofSeconds(20));
    }

    private StripeCardGateway gateway(Duration readTimeout) {
        return new StripeCardGateway(
                new StripeSettings(
                        URI.create(stripe.baseUrl()),
                        "sk_test_unit",
                        List.of("whsec_unit"),
                        URI.create("https://pay.example/pay"),
                        CaptureMethod.AUTOMATIC,
                        Duration.ofSeconds(2),
                        readTimeout,
                        2),
                new JsonMapper());
    }

    @AfterEach
    void stop() {
        gateway.destroy();
        stripe.stop();
    }

    @Test
    void opensWithWholeDongAndAKeyOfOurOwn() {
        answer(200, INTENT);

        var payment = open();

        assertThat(payment.status()).isEqualTo(GatewayPayment.Status.WAITING);
        assertThat(payment.clientSecret()).isEqualTo("pi_1_secret_2");
        stripe.verify(postRequestedFor(urlEqualTo("/v1/payment_intents"))
                .withHeader("Idempotency-Key", equalTo("open-" + id))
                .withHeader("Authorization", equalTo("Bearer sk_test_unit"))
                .withRequestBody(containing("amount=185000"))
                .withRequestBody(containing("currency=vnd"))
                .withRequestBody(containing("capture_method=automatic"))
                .withRequestBody(containing("transfer_group=DH2611210001"))
                .withRequestBody(
                        containing("metadata%5Border%5D=DH2611210001").or(containing("metadata[order]=DH2611210001"))));
    }

    @Test
    void capturesWhatTheBankHasSetAside() {
        stripe.stubFor(any(urlPathEqualTo("/v1/payment_intents/pi_1"))
                .willReturn(aResponse().withBody(INTENT.replace("requires_payment_method", "requires_capture"))));
        stripe.stubFor(any(urlPathEqualTo("/v1/payment_intents/pi_1/capture"))
                .willReturn(aResponse()
                        .withBody(INTENT.replace("requires_payment_method", "succeeded")
                                .replace("\"amount_received\": 0", "\"amount_received\": 185000"))));

        assertThat(gateway.find("pi_1").blockOptional().orElseThrow().status()).isEqualTo(GatewayPayment.Status.PAID);

        stripe.verify(postRequestedFor(urlEqualTo("/v1/payment_intents/pi_1/capture"))
                .withHeader("Idempotency-Key", equalTo("capture-pi_1")));
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 429, 500, 503})
    void repeatsWithTheSameKeyWhatMaySucceedLater(int status) {
        answer(status, "{\"error\": {\"type\": \"api_error\", \"message\": \"later\"}}");

        assertThatThrownBy(this::open).isInstanceOf(GatewayException.Unavailable.class);

        stripe.verify(3, postRequestedFor(anyUrl()).withHeader("Idempotency-Key", equalTo("open-" + id)));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 402, 404})
    void asksOnlyOnceWhatIsRefused(int status) {
        answer(
                status,
                "{\"error\": {\"type\": \"invalid_request_error\", \"code\": \"amount_too_large\", \"message\": \"no\"}}");

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        GatewayException.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("amount_too_large"));

        stripe.verify(1, postRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void waitsWhileItsKeyIsWrong(int status) {
        answer(status, "{\"error\": {\"type\": \"invalid_request_error\", \"message\": \"Invalid API Key provided\"}}");

        assertThatThrownBy(this::open).isInstanceOf(GatewayException.Unavailable.class);

        stripe.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void givesUpOnAGatewayThatDoesNotAnswer() {
        stripe.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(1_500)));
        gateway.destroy();
        gateway = gateway(Duration.ofMillis(200));

        assertThatThrownBy(this::open).isInstanceOf(GatewayException.Unavailable.class);
    }

    @Test
    void givesUpOnABrokenConnection() {
        stripe.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThatThrownBy(this::open).isInstanceOf(GatewayException.Unavailable.class);
    }

    @Test
    void readsHowAPaymentStandsWhenItIsTooLateToCancel() {
        stripe.stubFor(any(urlEqualTo("/v1/payment_intents/pi_1/cancel"))
                .willReturn(aResponse()
                        .withStatus(400)
                        .withBody(
                                "{\"error\": {\"code\": \"payment_intent_unexpected_state\", \"message\": \"no\"}}")));
        stripe.stubFor(any(urlPathEqualTo("/v1/payment_intents/pi_1"))
                .willReturn(aResponse()
                        .withBody(INTENT.replace("requires_payment_method", "succeeded")
                                .replace("\"amount_received\": 0", "\"amount_received\": 185000"))));

        var payment = gateway.cancel(id, "pi_1").blockOptional().orElseThrow();

        assertThat(payment.status()).isEqualTo(GatewayPayment.Status.PAID);
        assertThat(payment.received()).isEqualTo(Money.vnd(185_000));
    }

    @Test
    void neverTellsThatACardIsKnownStolen() {
        answer(
                200,
                INTENT.replace(
                        "\"metadata\": {}",
                        "\"last_payment_error\": {\"code\": \"card_declined\", \"decline_code\": \"stolen_card\"}"));

        assertThat(open().failureReason()).isEqualTo("generic-decline");
    }

    @Test
    void leadsToThePayPage() {
        assertThat(gateway.payPage("pi_1", "pi_1_secret_2", URI.create("https://shop.example/a?b=c&d=đ"), Language.VI))
                .hasToString(
                        "https://pay.example/pay/pi_1?client_secret=pi_1_secret_2&return_url=https%3A%2F%2Fshop.example%2Fa%3Fb%3Dc%26d%3D%C4%91&lang=vi");
    }

    private GatewayPayment open() {
        return gateway.open(id, "DH2611210001", Money.vnd(185_000))
                .blockOptional()
                .orElseThrow();
    }

    private void answer(int status, String body) {
        stripe.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
    }
}
