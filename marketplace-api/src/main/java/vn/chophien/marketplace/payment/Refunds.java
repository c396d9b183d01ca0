package vn.chophien.marketplace.payment;

import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;

/** Gives money back, whichever way it came. */
public interface Refunds {

    /**
     * Records the refund in the caller's transaction. That of a card is sent to the gateway after the commit, and again until the gateway has
     * it; money that came by bank transfer or in cash goes back by a bank transfer that whoever has it makes and records, see
     * {@link BankRefunds}. A payment that has not arrived yet is refunded when it arrives. The same key refunds once.
     *
     * <p>Fails with the problem {@code refund-exceeds-payment} when all refunds together would exceed what was paid.
     * Completes without effect when nothing was ever to be paid for this payable.
     */
    Mono<Void> refund(PayableId payable, Money amount, String reason, RefundKey key);
}
