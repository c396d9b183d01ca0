package vn.chophien.marketplace.order;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.payment.PaymentMethod;

/**
 * How an order is paid and how far that got.
 *
 * @param dueAt until when an order may stay unpaid; of one that is paid part by part, until when its first part may
 * @param payment of the order as a whole; one that is paid part by part has none
 * @param paid all that came, of the order or of its parts
 * @param failure why the last attempt was refused, as long as no money came
 * @param refundRequested what was asked back; {@code refunded} is what has been confirmed of it
 * @param parts what came for single parts
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
        Money refunded,
        List<PartPayment> parts) {

    public OrderPayment {
        parts = List.copyOf(parts);
    }

    static OrderPayment card(Instant dueAt, URI returnUrl, Money nothing) {
        return of(PaymentMethod.CARD, dueAt, returnUrl, nothing);
    }

    /** Each part by its own bank transfer. */
    static OrderPayment byTransfer(Instant dueAt, Money nothing) {
        return of(PaymentMethod.VIETQR, dueAt, null, nothing);
    }

    static OrderPayment onDelivery(Money nothing) {
        return of(PaymentMethod.COD, null, null, nothing);
    }

    private static OrderPayment of(
            PaymentMethod method, @Nullable Instant dueAt, @Nullable URI returnUrl, Money nothing) {
        return new OrderPayment(method, dueAt, returnUrl, null, nothing, null, null, nothing, nothing, List.of());
    }

    /** The money of one part. */
    public record PartPayment(SellerOrderId part, PaymentId payment, Money amount, Instant at) {}

    boolean isCard() {
        return method == PaymentMethod.CARD;
    }

    boolean isPaid() {
        return paid.isPositive();
    }

    boolean isPaidByPart() {
        return method == PaymentMethod.VIETQR;
    }

    Optional<PartPayment> of(SellerOrder part) {
        return parts.stream().filter(known -> known.part().equals(part.id())).findFirst();
    }

    /** Money for one part came; {@code last} when no other part waits for its own. */
    OrderPayment arrived(PartPayment money, boolean last) {
        var all = new ArrayList<>(parts);
        all.add(money);
        return new OrderPayment(
                method,
                last ? null : dueAt,
                returnUrl,
                null,
                paid.plus(money.amount()),
                money.at(),
                null,
                refundRequested,
                refunded,
                all);
    }

    OrderPayment arrived(PaymentId by, Money amount, Instant at) {
        return new OrderPayment(method, null, returnUrl, by, amount, at, null, refundRequested, refunded, parts);
    }

    OrderPayment refused(String reason) {
        return new OrderPayment(
                method, dueAt, returnUrl, payment, paid, paidAt, reason, refundRequested, refunded, parts);
    }

    OrderPayment dueAt(Instant next) {
        return new OrderPayment(
                method, next, returnUrl, payment, paid, paidAt, failure, refundRequested, refunded, parts);
    }

    /** No money is expected any more. */
    OrderPayment closed() {
        return new OrderPayment(
                method, null, returnUrl, payment, paid, paidAt, failure, refundRequested, refunded, parts);
    }

    OrderPayment askBack(Money amount) {
        return new OrderPayment(
                method,
                dueAt,
                returnUrl,
                payment,
                paid,
                paidAt,
                failure,
                refundRequested.plus(amount),
                refunded,
                parts);
    }

    OrderPayment givenBack(Money amount) {
        return new OrderPayment(
                method,
                dueAt,
                returnUrl,
                payment,
                paid,
                paidAt,
                failure,
                refundRequested,
                refunded.plus(amount),
                parts);
    }

    OrderPayment withParts(List<PartPayment> known) {
        return new OrderPayment(
                method, dueAt, returnUrl, payment, paid, paidAt, failure, refundRequested, refunded, known);
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
