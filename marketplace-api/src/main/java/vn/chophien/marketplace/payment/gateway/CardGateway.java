package vn.chophien.marketplace.payment.gateway;

import java.net.URI;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PaymentId;

/**
 * A card gateway with a hosted pay page. Every call fails with a {@link GatewayException}; a call that is repeated for
 * the same id of ours has the effect of one.
 */
public interface CardGateway {

    /** Whether the operator has set the gateway up at all. */
    boolean isConfigured();

    Mono<GatewayPayment> open(PaymentId id, String reference, Money amount);

    Mono<GatewayPayment> find(String gatewayId);

    /** Closes the payment and answers how it stands then: canceled, or paid when the money was faster. */
    Mono<GatewayPayment> cancel(PaymentId id, String gatewayId);

    /** @param key the same for each repetition of one refund */
    Mono<GatewayRefund> refund(String key, String gatewayId, Money amount);

    Mono<GatewayRefund> findRefund(String gatewayRefundId);

    /** The page where the holder pays. */
    URI payPage(String gatewayId, String clientSecret, URI returnUrl, Language language);

    /**
     * Reads an event that claims to come from the gateway.
     *
     * @throws ForgedEventException when its signature is missing, wrong or too old
     */
    GatewayEvent verify(String body, String signature);
}
