package vn.chophien.marketplace.payment;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.gateway.PayoutGateway;

/** Asks the gateway how a deposit to the market's bank account stands, and tells whoever keeps the books. */
@Component
class DepositFollowing {

    private final PayoutGateway gateway;
    private final ObjectProvider<GatewayDepositListener> listeners;

    DepositFollowing(PayoutGateway gateway, ObjectProvider<GatewayDepositListener> listeners) {
        this.gateway = gateway;
        this.listeners = listeners;
    }

    Mono<Void> follow(String depositId) {
        return gateway.findDeposit(depositId)
                .flatMap(deposit -> Flux.fromStream(listeners.orderedStream())
                        .concatMap(listener -> listener.stands(deposit))
                        .then());
    }
}
