package vn.chophien.marketplace.payment;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;

/**
 * Hears of money in the licensed partner's collecting account, inside the transaction that records it. A repeated call must change nothing.
 */
public interface CollectingAccountListener {

    /**
     * Money arrived; what it is for, if anything, is found out later and told to {@link PaymentListener#paid}.
     *
     * @param reference of the bank
     */
    Mono<Void> arrived(UUID transfer, String reference, Money amount, Instant at);

    /**
     * Money that paid for nothing went back to whom it came from.
     *
     * @param transfer that brought it, perhaps to an account that is not the partner's
     */
    Mono<Void> sentBack(UUID refund, UUID transfer, String reference, Money amount, Instant at);
}
