package vn.chophien.marketplace.payment.gateway;

import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;

/**
 * Moves money that a licensed partner holds on to a shop's account there, and back, and says what is there. Every call fails with a {@link GatewayException}; a call
 * that is repeated for the same key of ours has the effect of one. Never inside a transaction: commit the intent first.
 */
public interface PayoutGateway {

    /** Whether the operator has set the gateway up at all. */
    boolean isConfigured();

    /**
     * @param key the same for each repetition of one transfer
     * @param account of the shop at the gateway
     * @param group what joins it with the charges it comes from, the number of an order or of a payout
     */
    Mono<GatewayTransfer> transfer(String key, String account, Money amount, String group);

    Mono<GatewayTransfer> find(String transferId);

    /**
     * The transfer that was made for this key; empty when there is none. Asked before a call is repeated long after it was first made: a gateway
     * forgets keys, but not transfers.
     */
    Mono<GatewayTransfer> findTransfer(String key, String group);

    /**
     * Takes some of a transfer back, as far as the shop's account there still has it; else it is refused with the code
     * {@code balance_insufficient}.
     *
     * @param key the same for each repetition of one reversal
     */
    Mono<GatewayReversal> reverse(String key, String transferId, Money amount);

    /** As {@link #findTransfer}, for a reversal. */
    Mono<GatewayReversal> findReversal(String key, String transferId);

    /** Whether a shop's account there may receive transfers; empty when there is no such account, or it is not connected to the market. */
    Mono<Boolean> mayReceive(String account);

    /** What the market has there, whether it is available yet or not. */
    Mono<Money> balance();

    /** A deposit to the market's bank account. */
    Mono<GatewayDeposit> findDeposit(String depositId);
}
