package vn.chophien.marketplace.payment.stripe;

import com.stripe.net.RequestOptions;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferReversalCreateParams;
import java.util.Locale;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.gateway.GatewayReversal;
import vn.chophien.marketplace.payment.gateway.GatewayTransfer;
import vn.chophien.marketplace.payment.gateway.PayoutGateway;

/** Separate charges and transfers of a Stripe-compatible API. */
@Component
class StripePayoutGateway implements PayoutGateway, DisposableBean {

    private final StripeSettings settings;
    private final StripeCalls stripe;

    StripePayoutGateway(StripeSettings settings) {
        this.settings = settings;
        this.stripe = new StripeCalls(settings);
    }

    @Override
    public boolean isConfigured() {
        return !settings.secretKey().isBlank();
    }

    @Override
    public Mono<GatewayTransfer> transfer(String key, String account, Money amount, String group) {
        var params = TransferCreateParams.builder()
                .setAmount(amount.minor())
                .setCurrency(amount.currencyCode().toLowerCase(Locale.ROOT))
                .setDestination(account)
                .setTransferGroup(group)
                .putMetadata("transfer", key)
                .build();
        return stripe.call(client -> client.v1().transfers().create(params, key("transfer-" + key)))
                .map(StripeObjects::transfer);
    }

    @Override
    public Mono<GatewayTransfer> find(String transferId) {
        return stripe.call(client -> client.v1().transfers().retrieve(transferId))
                .map(StripeObjects::transfer);
    }

    @Override
    public Mono<GatewayReversal> reverse(String key, String transferId, Money amount) {
        var params = TransferReversalCreateParams.builder()
                .setAmount(amount.minor())
                .putMetadata("reversal", key)
                .build();
        return stripe.call(
                        client -> client.v1().transfers().reversals().create(transferId, params, key("reverse-" + key)))
                .map(StripeObjects::reversal);
    }

    @Override
    public void destroy() {
        stripe.close();
    }

    private static RequestOptions key(String idempotencyKey) {
        return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
    }
}
