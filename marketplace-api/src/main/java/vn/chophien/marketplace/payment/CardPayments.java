package vn.chophien.marketplace.payment;

import java.net.URI;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.money.Money;

/**
 * Card payments of payables. None of these may run inside a transaction of the caller: each commits its intent before
 * it calls the gateway.
 */
public interface CardPayments {

    /**
     * Opens the page where the buyer pays, or returns the one that is already open: a payable has at most one payment
     * that is not cancelled. A changed amount closes the open payment and opens a new one.
     *
     * <p>Fails with the problems {@code already-paid} and {@code payment-unavailable} (the gateway cannot be reached;
     * nothing is lost, ask again).
     *
     * @param reference what the buyer knows it by, for example the order number
     * @param returnUrl where the gateway sends the buyer afterwards
     */
    Mono<PaymentPage> open(PayableId payable, String reference, Money amount, URI returnUrl, Language language);

    /** The page that is open for this payable, without calling the gateway; empty when there is none. */
    Mono<PaymentPage> openPage(PayableId payable);

    /**
     * Asks the gateway how the payment stands and records the answer (calling the listeners), so that a returning buyer
     * sees the truth even when the webhook is late. Answers with what is known when the gateway cannot be reached;
     * empty when the payable never had a payment.
     */
    Mono<PaymentState> refresh(PayableId payable);

    /**
     * Closes the payment so that it can no longer be paid; for an order that was cancelled or ran out of time. When the
     * money won the race the answer is {@link PaymentState#PAID} and the listeners have heard of it; empty when the
     * payable never had a payment.
     */
    Mono<PaymentState> cancel(PayableId payable);
}
