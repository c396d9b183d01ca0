package vn.chophien.marketplace.payment;

import reactor.core.publisher.Mono;
import vn.chophien.marketplace.payment.gateway.GatewayDeposit;

/** Hears how a deposit of the gateway to the market's bank account stands, at least once; what it heard before changes nothing. */
public interface GatewayDepositListener {

    Mono<Void> stands(GatewayDeposit deposit);
}
