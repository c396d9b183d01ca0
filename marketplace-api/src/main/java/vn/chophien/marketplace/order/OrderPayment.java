package vn.chophien.marketplace.order;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.PaymentMethod;

/**
 * How an order is paid and how far that got.
 *
 * @param dueAt until when a card order may stay unpaid
 * @param failure why the last attempt was refused, as long as no money came
 * @param refundRequested what was asked back from the gateway; {@code refunded} is what it confirmed
 */
public record OrderPayment(
        PaymentMethod method,
        @Nullable Instant dueAt,
        @Nullable URI returnUrl,
        @Nullable PaymentId payment,
        Money paid,
        @Nullable Instant paidAt,
        @Nullable String failure,
        Money refundRequested,
        Money refunded) {

    static OrderPayment card(Instant dueAt, URI returnUrl, Money nothing) {
        return new OrderPayment(PaymentMethod.CARD, dueAt, returnUrl, null, nothing, null, null, nothing, nothing);
    }

    static OrderPayment onDelivery(Money nothing) {
        return new OrderPayment(PaymentMethod.COD, null, null, null, nothing, null, null, nothing, nothing);
    }

    boolean isCard() {
        return method == PaymentMethod.CARD;
    }

    boolean isPaid() {
        return paid.isPositive();
    }

    OrderPayment arrived(PaymentId by, Money amount, Instant at) {
        return new OrderPayment(method, null, returnUrl, by, amount, at, null, refundRequested, refunded);
    }

    OrderPayment refused(String reason) {
        return new OrderPayment(method, dueAt, returnUrl, payment, paid, paidAt, reason, refundRequested, refunded);
    }

    /** No money is expected any more. */
    OrderPayment closed() {
        return new OrderPayment(method, null, returnUrl, payment, paid, paidAt, failure, refundRequested, refunded);
    }

    OrderPayment askBack(Money amount) {
        return new OrderPayment(
                method, dueAt, returnUrl, payment, paid, paidAt, failure, refundRequested.plus(amount), refunded);
    }

    OrderPayment givenBack(Money amount) {
        return new OrderPayment(
                method, dueAt, returnUrl, payment, paid, paidAt, failure, refundRequested, refunded.plus(amount));
    }

    /** What the buyer is told. */
    enum State {
        PENDING,
        PAID,
        FAILED,
        DUE_ON_DELIVERY,
        REFUNDED,
        /** The order was given up before any money moved. */
        CANCELLED
    }
}
