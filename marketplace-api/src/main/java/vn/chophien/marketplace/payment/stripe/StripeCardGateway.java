package vn.chophien.marketplace.payment.stripe;

import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.RefundCreateParams;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.gateway.CardGateway;
import vn.chophien.marketplace.payment.gateway.GatewayEvent;
import vn.chophien.marketplace.payment.gateway.GatewayException;
import vn.chophien.marketplace.payment.gateway.GatewayPayment;
import vn.chophien.marketplace.payment.gateway.GatewayRefund;
import vn.chophien.marketplace.payment.stripe.StripeSettings.CaptureMethod;

/** Payment intents and refunds of a Stripe-compatible API. */
@Component
class StripeCardGateway implements CardGateway, DisposableBean {

    private static final String LATEST_CHARGE = "latest_charge";

    private final StripeSettings settings;
    private final StripeCalls stripe;
    private final StripeEvents events;

    StripeCardGateway(StripeSettings settings, JsonMapper json) {
        this.settings = settings;
        this.stripe = new StripeCalls(settings);
        this.events = new StripeEvents(settings.webhookSecrets(), json);
    }

    @Override
    public boolean isConfigured() {
        return !settings.secretKey().isBlank();
    }

    /** The parameters depend on the payment alone: Stripe refuses a repeated key that comes with other ones. */
    @Override
    public Mono<GatewayPayment> open(PaymentId id, String reference, Money amount) {
        var params = PaymentIntentCreateParams.builder()
                .setAmount(amount.minor())
                .setCurrency(amount.currencyCode().toLowerCase(Locale.ROOT))
                .addPaymentMethodType("card")
                .setCaptureMethod(
                        settings.captureMethod() == CaptureMethod.MANUAL
                                ? PaymentIntentCreateParams.CaptureMethod.MANUAL
                                : PaymentIntentCreateParams.CaptureMethod.AUTOMATIC)
                .setTransferGroup(reference)
                .putMetadata("order", reference)
                .putMetadata("payment", id.toString())
                .addExpand(LATEST_CHARGE)
                .build();
        return stripe.call(client -> client.v1().paymentIntents().create(params, key("open-" + id)))
                .map(StripeObjects::payment);
    }

    @Override
    public Mono<GatewayPayment> find(String gatewayId) {
        var params =
                PaymentIntentRetrieveParams.builder().addExpand(LATEST_CHARGE).build();
        return stripe.call(client -> client.v1().paymentIntents().retrieve(gatewayId, params))
                .flatMap(this::captured)
                .map(StripeObjects::payment);
    }

    /** Money that the bank has set aside for us is taken as soon as we hear of it; a repeated capture is one. */
    private Mono<PaymentIntent> captured(PaymentIntent intent) {
        if (!"requires_capture".equals(intent.getStatus())) {
            return Mono.just(intent);
        }
        var params =
                PaymentIntentCaptureParams.builder().addExpand(LATEST_CHARGE).build();
        return stripe.call(client ->
                client.v1().paymentIntents().capture(intent.getId(), params, key("capture-" + intent.getId())));
    }

    @Override
    public Mono<GatewayPayment> cancel(PaymentId id, String gatewayId) {
        var params = PaymentIntentCancelParams.builder()
                .setCancellationReason(PaymentIntentCancelParams.CancellationReason.ABANDONED)
                .addExpand(LATEST_CHARGE)
                .build();
        return stripe.call(client -> client.v1().paymentIntents().cancel(gatewayId, params, key("cancel-" + id)))
                .map(StripeObjects::payment)
                .onErrorResume(GatewayException.Refused.class, tooLate -> find(gatewayId));
    }

    @Override
    public Mono<GatewayRefund> refund(String refundKey, String gatewayId, Money amount) {
        var params = RefundCreateParams.builder()
                .setPaymentIntent(gatewayId)
                .setAmount(amount.minor())
                .putMetadata("refund", refundKey)
                .build();
        return stripe.call(client -> client.v1().refunds().create(params, key("refund-" + refundKey)))
                .map(StripeObjects::refund);
    }

    @Override
    public Mono<GatewayRefund> findRefund(String gatewayRefundId) {
        return stripe.call(client -> client.v1().refunds().retrieve(gatewayRefundId))
                .map(StripeObjects::refund);
    }

    @Override
    public URI payPage(String gatewayId, String clientSecret, URI returnUrl, Language language) {
        return URI.create("%s/%s?client_secret=%s&return_url=%s&lang=%s"
                .formatted(
                        settings.payPage(),
                        encoded(gatewayId),
                        encoded(clientSecret),
                        encoded(returnUrl.toString()),
                        language.tag()));
    }

    @Override
    public GatewayEvent verify(String body, String signature) {
        return events.verify(body, signature);
    }

    @Override
    public void destroy() {
        stripe.close();
    }

    private static RequestOptions key(String idempotencyKey) {
        return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
