package vn.chophien.marketplace.payment.stripe;

import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferListParams;
import com.stripe.param.TransferReversalCreateParams;
import com.stripe.param.TransferReversalListParams;
import java.util.Locale;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.gateway.GatewayDeposit;
import vn.chophien.marketplace.payment.gateway.GatewayException;
import vn.chophien.marketplace.payment.gateway.GatewayReversal;
import vn.chophien.marketplace.payment.gateway.GatewayTransfer;
import vn.chophien.marketplace.payment.gateway.PayoutGateway;

/** Separate charges and transfers of a Stripe-compatible API, and its payouts to the platform's own bank account. */
@Component
class StripePayoutGateway implements PayoutGateway, DisposableBean {

    private static final String TRANSFER = "transfer";
    private static final String REVERSAL = "reversal";
    private static final long MOST_LISTED = 100;

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
                .putMetadata(TRANSFER, key)
                .build();
        return stripe.call(client -> client.v1().transfers().create(params, key("transfer-" + key)))
                .map(StripeObjects::transfer);
    }

    @Override
    public Mono<GatewayTransfer> find(String transferId) {
        return stripe.call(client -> client.v1().transfers().retrieve(transferId))
                .map(StripeObjects::transfer);
    }

    /** A payout's group is its own, so that the list is short. */
    @Override
    public Mono<GatewayTransfer> findTransfer(String key, String group) {
        var params = TransferListParams.builder()
                .setTransferGroup(group)
                .setLimit(MOST_LISTED)
                .build();
        return stripe.call(client -> client.v1().transfers().list(params))
                .flatMapIterable(StripeCollection::getData)
                .filter(transfer -> key.equals(transfer.getMetadata().get(TRANSFER)))
                .next()
                .map(StripeObjects::transfer);
    }

    @Override
    public Mono<GatewayReversal> reverse(String key, String transferId, Money amount) {
        var params = TransferReversalCreateParams.builder()
                .setAmount(amount.minor())
                .putMetadata(REVERSAL, key)
                .build();
        return stripe.call(
                        client -> client.v1().transfers().reversals().create(transferId, params, key("reverse-" + key)))
                .map(StripeObjects::reversal);
    }

    @Override
    public Mono<GatewayReversal> findReversal(String key, String transferId) {
        var params = TransferReversalListParams.builder().setLimit(MOST_LISTED).build();
        return stripe.call(client -> client.v1().transfers().reversals().list(transferId, params))
                .flatMapIterable(StripeCollection::getData)
                .filter(reversal -> key.equals(reversal.getMetadata().get(REVERSAL)))
                .next()
                .map(StripeObjects::reversal);
    }

    /** Separate charges and transfers need the capability of that name, and nothing else of an account. */
    @Override
    public Mono<Boolean> mayReceive(String account) {
        return stripe.call(client -> client.v1().accounts().retrieve(account))
                .map(found -> found.getCapabilities() != null
                        && "active".equals(found.getCapabilities().getTransfers()))
                .onErrorResume(GatewayException.Refused.class, unknown -> Mono.empty());
    }

    @Override
    public Mono<Money> balance() {
        return stripe.call(client -> client.v1().balance().retrieve()).map(StripeObjects::balance);
    }

    @Override
    public Mono<GatewayDeposit> findDeposit(String depositId) {
        return stripe.call(client -> client.v1().payouts().retrieve(depositId)).map(StripeObjects::deposit);
    }

    @Override
    public void destroy() {
        stripe.close();
    }

    private static RequestOptions key(String idempotencyKey) {
        return RequestOptions.builder().setIdempotencyKey(idempotencyKey).build();
    }
}
