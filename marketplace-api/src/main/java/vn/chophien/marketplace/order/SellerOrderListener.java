package vn.chophien.marketplace.order;

import reactor.core.publisher.Mono;

/**
 * Hears what happened to the money and the goods of seller orders, in the transaction that records it: when the returned publisher fails,
 * nothing happened. May hear the same fact twice: facts have stable keys. The order, then stock, are locked before; payments are locked after
 * it returns.
 */
public interface SellerOrderListener {
    Mono<Void> happened(SellerOrderFact fact);
}
