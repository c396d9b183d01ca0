package vn.chophien.marketplace.payment;

import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.SellerId;

/** Payables that are paid by bank transfer: what is awaited, and where the buyer sends it. */
public interface BankTransfers {

    /**
     * From now on these are awaited, each at the licensed partner's account if the market has one, else at the shop's own. Joins the
     * transaction of the caller. Fails with the problem {@code receiving-account-missing} when there is no account.
     */
    Mono<Void> expect(List<Expected> expected);

    /**
     * Nobody waits for this transfer any more; money that comes later is late. Without effect once it is paid. Joins the transaction of
     * the caller, who holds the payable.
     */
    Mono<Void> close(PayableId payable);

    /** How to pay these, and what has come so far. */
    Flux<Awaited> find(Collection<PayableId> payables);

    /** @param reference the number of the seller order; the purpose code is made of it */
    record Expected(PayableId payable, SellerId seller, String reference, Money amount) {}

    /**
     * @param purpose what the buyer's transfer has to say
     * @param payload the text of the QR code
     * @param received what has come and counts
     * @param toPartner whether the money goes to the platform's licensed partner instead of the shop
     * @param open whether it is still awaited
     * @param withdrawn whether the account was taken from the shop, so that nobody should transfer there any more; then there is no payload
     */
    record Awaited(
            PayableId payable,
            String bankBin,
            String bank,
            BankAccount account,
            Money amount,
            Money received,
            String purpose,
            String payload,
            boolean toPartner,
            boolean open,
            boolean withdrawn) {}
}
