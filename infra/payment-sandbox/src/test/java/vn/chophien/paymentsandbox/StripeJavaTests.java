package vn.chophien.paymentsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.ChargeListParams;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.PaymentIntentUpdateParams;
import com.stripe.param.PaymentMethodCreateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox as the unmodified stripe-java sees it. */
class StripeJavaTests {

    private static PaymentSandbox sandbox;
    private static StripeClient stripe;

    @BeforeAll
    static void start() {
        sandbox = PaymentSandbox.start(SandboxSettings.defaults());
        stripe = client(SandboxSettings.DEFAULT_SECRET_KEY);
    }

    @AfterAll
    static void stop() {
        sandbox.stop();
    }

    private static StripeClient client(String key) {
        return client(sandbox, key);
    }

    private static StripeClient client(PaymentSandbox target, String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(target.url().toString())
                .setConnectTimeout(2_000)
                .setReadTimeout(2_000)
                .setMaxNetworkRetries(0)
                .build();
    }

    private static PaymentIntentCreateParams.Builder order(long amount) {
        return PaymentIntentCreateParams.builder()
                .setAmount(amount)
                .setCurrency("vnd")
                .addPaymentMethodType("card")
                .putMetadata("order", "DH2611210001");
    }

    private static PaymentIntent create(long amount) throws StripeException {
        return stripe.v1().paymentIntents().create(order(amount).build());
    }

    private static PaymentIntent confirm(PaymentIntent intent, String paymentMethod) throws StripeException {
        return stripe.v1()
                .paymentIntents()
                .confirm(
                        intent.getId(),
                        PaymentIntentConfirmParams.builder()
                                .setPaymentMethod(paymentMethod)
                                .setReturnUrl("https://shop.example/back")
                                .build());
    }

    private static PaymentIntent retrieve(PaymentIntent intent) throws StripeException {
        return stripe.v1()
                .paymentIntents()
                .retrieve(
                        intent.getId(),
                        PaymentIntentRetrieveParams.builder()
                                .addExpand("latest_charge")
                                .build());
    }

    private static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    @Test
    void createsAnIntentInWholeDong() throws StripeException {
        var intent = create(185_000);

        assertThat(intent.getId()).startsWith("pi_");
        assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
        assertThat(intent.getAmount()).isEqualTo(185_000);
        assertThat(intent.getCurrency()).isEqualTo("vnd");
        assertThat(intent.getMetadata()).containsEntry("order", "DH2611210001");
        assertThat(intent.getClientSecret()).startsWith(intent.getId() + "_secret_");
        assertThat(intent.getLivemode()).isFalse();
    }

    @Test
    void takesTheMoneyOfAGoodCard() throws StripeException {
        var paid = confirm(create(185_000), "pm_card_visa");

        assertThat(paid.getStatus()).isEqualTo("succeeded");
        var charge = retrieve(paid).getLatestChargeObject();
        assertThat(charge.getPaid()).isTrue();
        assertThat(charge.getAmountCaptured()).isEqualTo(185_000);
        assertThat(charge.getPaymentMethodDetails().getCard().getLast4()).isEqualTo("4242");
        assertThat(charge.getOutcome().getType()).isEqualTo("authorized");
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000000002, card_declined, generic_decline",
        "4000000000009995, card_declined, insufficient_funds",
        "4000000000009987, card_declined, lost_card",
        "4000000000009979, card_declined, stolen_card",
        "4000000000006975, card_declined, card_velocity_exceeded",
        "4100000000000019, card_declined, fraudulent",
        "4000000000000069, expired_card, expired_card",
        "4000000000000127, incorrect_cvc, incorrect_cvc",
        "4000000000000119, processing_error, processing_error",
    })
    void refusesTheDocumentedCards(String number, String code, String declineCode) throws StripeException {
        var intent = create(50_000);
        var card = stripe.v1().paymentMethods().create(card(number));

        var refusal = catchThrowableOfType(CardException.class, () -> confirm(intent, card.getId()));

        assertThat(refusal.getStatusCode()).isEqualTo(402);
        assertThat(refusal.getCode()).isEqualTo(code);
        assertThat(refusal.getDeclineCode()).isEqualTo(declineCode);
        assertThat(refusal.getCharge()).startsWith("ch_");
        var after = retrieve(intent);
        assertThat(after.getStatus()).isEqualTo("requires_payment_method");
        assertThat(after.getLastPaymentError().getDeclineCode()).isEqualTo(declineCode);
        assertThat(after.getLatestChargeObject().getFailureCode()).isEqualTo(code);
        assertThat(after.getAmountReceived()).isZero();
    }

    @Test
    void takesAnotherCardAfterADecline() throws StripeException {
        var intent = create(50_000);
        assertThatThrownBy(() -> confirm(intent, "pm_card_visa_chargeDeclined")).isInstanceOf(CardException.class);

        assertThat(confirm(intent, "pm_card_mastercard").getStatus()).isEqualTo("succeeded");
        assertThat(retrieve(intent).getLastPaymentError()).isNull();
        assertThat(stripe.v1()
                        .charges()
                        .list(ChargeListParams.builder()
                                .setPaymentIntent(intent.getId())
                                .build())
                        .getData())
                .extracting("status")
                .containsExactly("succeeded", "failed");
    }

    @ParameterizedTest
    @CsvSource({
        "4242424242424241, 12, 2040, 123, incorrect_number",
        "4242424242424242, 13, 2040, 123, invalid_expiry_month",
        "4242424242424242, 12, 2020, 123, invalid_expiry_year",
        "4242424242424242, 12, 2040, 12, invalid_cvc",
    })
    void refusesImpossibleCards(String number, long month, long year, String cvc, String code) {
        var params = PaymentMethodCreateParams.builder()
                .setType(PaymentMethodCreateParams.Type.CARD)
                .setCard(PaymentMethodCreateParams.CardDetails.builder()
                        .setNumber(number)
                        .setExpMonth(month)
                        .setExpYear(year)
                        .setCvc(cvc)
                        .build())
                .build();

        var refusal = catchThrowableOfType(
                CardException.class, () -> stripe.v1().paymentMethods().create(params));

        assertThat(refusal.getCode()).isEqualTo(code);
    }

    @Test
    void refusesRealCards() {
        var refusal = catchThrowableOfType(
                CardException.class, () -> stripe.v1().paymentMethods().create(card("4532015112830366")));

        assertThat(refusal.getDeclineCode()).isEqualTo("test_mode_live_card");
    }

    @Test
    void asksTheHolderForThreeDSecure() throws StripeException {
        var waiting = confirm(create(70_000), "pm_card_threeDSecure2Required");

        assertThat(waiting.getStatus()).isEqualTo("requires_action");
        assertThat(waiting.getNextAction().getType()).isEqualTo("redirect_to_url");
        assertThat(waiting.getNextAction().getRedirectToUrl().getUrl())
                .startsWith(sandbox.payPage() + "/" + waiting.getId() + "/authenticate");
        assertThat(waiting.getNextAction().getRedirectToUrl().getReturnUrl()).isEqualTo("https://shop.example/back");
    }

    @Test
    void refusesThreeDSecureWithoutItsHolder() throws StripeException {
        var intent = create(70_000);
        var params = PaymentIntentConfirmParams.builder()
                .setPaymentMethod("pm_card_authenticationRequired")
                .setOffSession(true)
                .build();

        var refusal = catchThrowableOfType(
                CardException.class, () -> stripe.v1().paymentIntents().confirm(intent.getId(), params));

        assertThat(refusal.getCode()).isEqualTo("authentication_required");
    }

    @Test
    void capturesLater() throws StripeException {
        var intent = stripe.v1()
                .paymentIntents()
                .create(order(90_000)
                        .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                        .setPaymentMethod("pm_card_visa")
                        .setConfirm(true)
                        .build());
        assertThat(intent.getStatus()).isEqualTo("requires_capture");
        assertThat(intent.getAmountCapturable()).isEqualTo(90_000);

        var captured = stripe.v1()
                .paymentIntents()
                .capture(
                        intent.getId(),
                        PaymentIntentCaptureParams.builder()
                                .setAmountToCapture(60_000L)
                                .build());

        assertThat(captured.getStatus()).isEqualTo("succeeded");
        assertThat(captured.getAmountReceived()).isEqualTo(60_000);
    }

    @Test
    void cancelsOnlyWhatIsNotPaid() throws StripeException {
        var open = create(10_000);
        assertThat(stripe.v1().paymentIntents().cancel(open.getId()).getStatus())
                .isEqualTo("canceled");
        assertThat(catchThrowableOfType(InvalidRequestException.class, () -> confirm(open, "pm_card_visa"))
                        .getCode())
                .isEqualTo("payment_intent_unexpected_state");

        var paid = confirm(create(10_000), "pm_card_visa");
        var refusal = catchThrowableOfType(
                InvalidRequestException.class,
                () -> stripe.v1().paymentIntents().cancel(paid.getId()));
        assertThat(refusal.getCode()).isEqualTo("payment_intent_unexpected_state");
        assertThat(refusal.getStripeError().getPaymentIntent().getStatus()).isEqualTo("succeeded");
    }

    @Test
    void confirmsAPaidIntentOnlyOnce() throws StripeException {
        var paid = confirm(create(10_000), "pm_card_visa");

        var refusal = catchThrowableOfType(InvalidRequestException.class, () -> confirm(paid, "pm_card_visa"));

        assertThat(refusal.getMessage()).contains("already succeeded");
    }

    @Test
    void updatesTheAmountOfAnOpenIntentOnly() throws StripeException {
        var intent = create(10_000);
        var doubled = PaymentIntentUpdateParams.builder()
                .setAmount(20_000L)
                .putMetadata("order", "")
                .build();

        var updated = stripe.v1().paymentIntents().update(intent.getId(), doubled);

        assertThat(updated.getAmount()).isEqualTo(20_000);
        assertThat(updated.getMetadata()).doesNotContainKey("order");
        confirm(updated, "pm_card_visa");
        assertThatThrownBy(() -> stripe.v1().paymentIntents().update(intent.getId(), doubled))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void replaysTheFirstAnswerToARepeatedKey() throws StripeException {
        var first = stripe.v1().paymentIntents().create(order(33_000).build(), key("open-1"));
        var again = stripe.v1().paymentIntents().create(order(33_000).build(), key("open-1"));

        assertThat(again.getId()).isEqualTo(first.getId());
        assertThat(first.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .isEmpty();
        assertThat(again.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
    }

    @Test
    void refusesAKeyThatComesWithOtherParameters() throws StripeException {
        stripe.v1().paymentIntents().create(order(33_000).build(), key("open-2"));

        var refusal = catchThrowableOfType(
                IdempotencyException.class,
                () -> stripe.v1().paymentIntents().create(order(34_000).build(), key("open-2")));

        assertThat(refusal.getStatusCode()).isEqualTo(400);
        assertThat(refusal.getMessage()).contains("can only be used with the same parameters");
    }

    @Test
    void replaysARefusedCardToo() throws StripeException {
        var intent = create(12_000);
        var params = PaymentIntentConfirmParams.builder()
                .setPaymentMethod("pm_card_visa_chargeDeclined")
                .build();
        var first = catchThrowableOfType(
                CardException.class, () -> stripe.v1().paymentIntents().confirm(intent.getId(), params, key("try-1")));
        var again = catchThrowableOfType(
                CardException.class, () -> stripe.v1().paymentIntents().confirm(intent.getId(), params, key("try-1")));

        assertThat(again.getCharge()).isEqualTo(first.getCharge());
    }

    @Test
    void refundsInPartsButNeverMoreThanWasPaid() throws StripeException {
        var paid = confirm(create(100_000), "pm_card_visa");
        var part = stripe.v1().refunds().create(refund(paid, 30_000));
        assertThat(part.getStatus()).isEqualTo("succeeded");
        assertThat(part.getPaymentIntent()).isEqualTo(paid.getId());

        var refusal = catchThrowableOfType(
                InvalidRequestException.class, () -> stripe.v1().refunds().create(refund(paid, 70_001)));
        assertThat(refusal.getStripeError().getParam()).isEqualTo("amount");

        stripe.v1().refunds().create(refund(paid, 70_000));
        assertThat(catchThrowableOfType(
                                InvalidRequestException.class,
                                () -> stripe.v1().refunds().create(refund(paid, 1)))
                        .getCode())
                .isEqualTo("charge_already_refunded");
        assertThat(retrieve(paid).getLatestChargeObject().getRefunded()).isTrue();
        assertThat(stripe.v1()
                        .refunds()
                        .list(RefundListParams.builder()
                                .setPaymentIntent(paid.getId())
                                .build())
                        .getData())
                .extracting("amount")
                .containsExactly(70_000L, 30_000L);
    }

    @Test
    void refundsNothingThatWasNotPaid() throws StripeException {
        var open = create(5_000);

        assertThatThrownBy(() -> stripe.v1().refunds().create(refund(open, 5_000)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("does not have a successful charge to refund");
    }

    @Test
    void failsTheRefundOfTheCardMadeForThat() throws Exception {
        var paid = confirm(create(40_000), "pm_card_refundFail");
        var refund = stripe.v1().refunds().create(refund(paid, 40_000));

        for (int i = 0;
                i < 100
                        && !stripe.v1()
                                .refunds()
                                .retrieve(refund.getId())
                                .getStatus()
                                .equals("failed");
                i++) {
            Thread.sleep(50);
        }

        assertThat(stripe.v1().refunds().retrieve(refund.getId()).getFailureReason())
                .isEqualTo("expired_or_canceled_card");
        assertThat(retrieve(paid).getLatestChargeObject().getAmountRefunded()).isZero();
    }

    @Test
    void listsIntentsPageByPage() throws StripeException {
        var first = create(1_001);
        var second = create(1_002);
        var third = create(1_003);

        var page = stripe.v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder().setLimit(2L).build());
        var next = stripe.v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder()
                        .setLimit(1L)
                        .setStartingAfter(second.getId())
                        .build());

        assertThat(page.getData()).extracting("id").containsExactly(third.getId(), second.getId());
        assertThat(page.getHasMore()).isTrue();
        assertThat(next.getData()).extracting("id").containsExactly(first.getId());
    }

    @Test
    void listsEventsThatTheClientCanRead() throws StripeException {
        var paid = confirm(create(8_000), "pm_card_visa");

        var events = stripe.v1()
                .events()
                .list(EventListParams.builder()
                        .setType("payment_intent.succeeded")
                        .build());

        var newest = events.getData().getFirst();
        assertThat(newest.getDataObjectDeserializer().getObject())
                .get()
                .isInstanceOfSatisfying(PaymentIntent.class, intent -> {
                    assertThat(intent.getId()).isEqualTo(paid.getId());
                    assertThat(intent.getStatus()).isEqualTo("succeeded");
                });
        assertThat(stripe.v1().events().retrieve(newest.getId()).getType()).isEqualTo("payment_intent.succeeded");
    }

    @Test
    void staysProcessingForAWhileWhenToldSo() throws Exception {
        sandbox.processing(Duration.ofMillis(300));
        try {
            var intent = confirm(create(8_000), "pm_card_visa");
            assertThat(intent.getStatus()).isEqualTo("processing");

            for (int i = 0; i < 100 && !retrieve(intent).getStatus().equals("succeeded"); i++) {
                Thread.sleep(50);
            }
            assertThat(retrieve(intent).getStatus()).isEqualTo("succeeded");
        } finally {
            sandbox.processing(null);
        }
    }

    @Test
    void wantsItsKey() {
        var refusal = catchThrowableOfType(
                AuthenticationException.class,
                () -> client("sk_test_someone_else").v1().paymentIntents().retrieve("pi_1"));

        assertThat(refusal.getStatusCode()).isEqualTo(401);
        assertThat(refusal.getMessage()).contains("Invalid API Key provided: sk_test_*****else");
    }

    @Test
    void namesWhatIsMissingOrWrong() {
        assertThat(catchThrowableOfType(
                                InvalidRequestException.class,
                                () -> stripe.v1().paymentIntents().retrieve("pi_nowhere"))
                        .getCode())
                .isEqualTo("resource_missing");
        var noCurrency = PaymentIntentCreateParams.builder().setAmount(1_000L).build();
        assertThat(catchThrowableOfType(
                                InvalidRequestException.class,
                                () -> stripe.v1().paymentIntents().create(noCurrency))
                        .getMessage())
                .contains("Missing required param: currency.");
        var unknown = order(1_000).putExtraParam("colour", "red").build();
        assertThat(catchThrowableOfType(
                                InvalidRequestException.class,
                                () -> stripe.v1().paymentIntents().create(unknown))
                        .getCode())
                .isEqualTo("parameter_unknown");
    }

    @Test
    void breaksWhenOrderedAndKeepsWhatItDid() throws StripeException {
        sandbox.faults().order(Faults.Failure.outage("POST", "/v1/payment_intents", 1));
        assertThatThrownBy(() -> create(1_000)).isInstanceOf(ApiException.class);

        sandbox.faults()
                .order(Faults.Failure.answerLost(
                        "POST", "/v1/payment_intents", 2)); // the JDK's client repeats a POST once by itself
        assertThatThrownBy(
                        () -> stripe.v1().paymentIntents().create(order(44_000).build(), key("lost-1")))
                .isInstanceOf(ApiConnectionException.class);

        var again = stripe.v1().paymentIntents().create(order(44_000).build(), key("lost-1"));
        assertThat(again.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
    }

    @Test
    void remembersPaymentsOverARestart(@TempDir Path folder) throws StripeException {
        var settings = SandboxSettings.defaults().withStateFile(folder.resolve("sandbox.jsonl"));
        String id;
        try (var first = PaymentSandbox.start(settings)) {
            id = client(first, settings.secretKey())
                    .v1()
                    .paymentIntents()
                    .create(order(66_000).build(), key("kept"))
                    .getId();
        }
        try (var second = PaymentSandbox.start(settings)) {
            var client = client(second, settings.secretKey());
            assertThat(client.v1().paymentIntents().retrieve(id).getAmount()).isEqualTo(66_000);
            assertThat(client.v1()
                            .paymentIntents()
                            .create(order(66_000).build(), key("kept"))
                            .getId())
                    .isEqualTo(id);
        }
    }

    @Test
    void journalsEveryRequest() throws StripeException {
        create(77_777);

        assertThat(sandbox.wireMock().getAllServeEvents())
                .anySatisfy(event ->
                        assertThat(event.getRequest().getBodyAsString()).contains("amount=77777"));
    }

    private static PaymentMethodCreateParams card(String number) {
        return PaymentMethodCreateParams.builder()
                .setType(PaymentMethodCreateParams.Type.CARD)
                .setCard(PaymentMethodCreateParams.CardDetails.builder()
                        .setNumber(number)
                        .setExpMonth(12L)
                        .setExpYear(2040L)
                        .setCvc("123")
                        .build())
                .build();
    }

    private static RefundCreateParams refund(PaymentIntent intent, long amount) {
        return RefundCreateParams.builder()
                .setPaymentIntent(intent.getId())
                .setAmount(amount)
                .build();
    }
}
