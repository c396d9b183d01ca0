package vn.chophien.marketplace.payment;

import java.time.Instant;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;

/**
 * Hears of what became of a payment, inside the transaction that records it: when the returned publisher fails, the
 * fact is not recorded either and comes again later.
 *
 * <p>Called once per fact as long as nothing fails, but write it so that a repeated call changes nothing. A listener
 * locks its own rows first: payment rows are locked after it returns, never before, so the order of locks is always
 * payable, then payment.
 */
public interface PaymentListener {

    /**
     * The whole amount arrived. A payable that no longer wants the money (cancelled meanwhile) asks
     * {@link Refunds#refund} for it right here.
     */
    Mono<Void> paid(PayableId payable, PaymentId payment, Money amount);

    /**
     * An attempt was refused, or the payment was closed without money.
     *
     * @param reason a stable code such as {@code insufficient-funds}, {@code authentication-failed} or {@code canceled};
     *     message key {@code payment.failure.<reason>}
     */
    Mono<Void> failed(PayableId payable, PaymentId payment, String reason);

    /** A refund reached the gateway and was accepted. */
    default Mono<Void> refunded(PayableId payable, PaymentId payment, Money amount, RefundKey key) {
        return Mono.empty();
    }

    /** Less than the amount came, and whoever asked for it waits for the rest: nobody gives the payable up before then. */
    default Mono<Void> restAwaited(PayableId payable, Instant until) {
        return Mono.empty();
    }
}
