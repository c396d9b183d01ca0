package vn.chophien.marketplace.payment;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.gateway.GatewayPayment;

/**
 * One card payment and what we know of it.
 *
 * @param closing somebody asked to close it, and it is not yet known whether the money was faster
 * @param lastAttempt the gateway's id of the last try, so that a new failure is told from an old one
 */
record CardPayment(
        PaymentId id,
        PayableId payable,
        String reference,
        Money amount,
        State state,
        boolean closing,
        Money received,
        @Nullable String gatewayId,
        @Nullable String clientSecret,
        @Nullable String lastAttempt,
        @Nullable String failureReason,
        URI returnUrl,
        Language language,
        long version,
        Instant createdAt) {

    enum State {
        /** Committed here; the gateway may or may not have heard of it. */
        REQUESTED,
        OPEN,
        PROCESSING,
        FAILED,
        PAID,
        CANCELED;

        boolean isFinal() {
            return this == PAID || this == CANCELED;
        }
    }

    static final String CANCELED_REASON = "canceled";

    static CardPayment request(
            PaymentId id,
            PayableId payable,
            String reference,
            Money amount,
            URI returnUrl,
            Language language,
            Instant now) {
        return new CardPayment(
                id,
                payable,
                reference,
                amount,
                State.REQUESTED,
                false,
                Money.zero(amount.currency()),
                null,
                null,
                null,
                null,
                returnUrl,
                language,
                1,
                now);
    }

    /**
     * What is known after the gateway said how the payment stands. Final states stay: an old answer that arrives late
     * takes nothing back.
     */
    CardPayment learn(GatewayPayment seen) {
        if (state.isFinal()) {
            return this;
        }
        var attempt = seen.attempt() == null ? lastAttempt : seen.attempt().chargeId();
        var next = switch (seen.status()) {
            case WAITING -> seen.failureReason() == null ? State.OPEN : State.FAILED;
            case PROCESSING -> State.PROCESSING;
            case PAID -> State.PAID;
            case CANCELED -> State.CANCELED;
        };
        var reason = switch (next) {
            case FAILED -> seen.failureReason();
            case CANCELED -> CANCELED_REASON;
            case REQUESTED, OPEN, PROCESSING, PAID -> null;
        };
        return new CardPayment(
                id,
                payable,
                reference,
                amount,
                next,
                closing,
                next == State.PAID ? seen.received() : received,
                seen.id(),
                seen.clientSecret(),
                attempt,
                reason,
                returnUrl,
                language,
                version,
                createdAt);
    }

    /** Closed before the gateway gave anybody a page to pay on. */
    CardPayment giveUp(String reason) {
        return new CardPayment(
                id,
                payable,
                reference,
                amount,
                State.CANCELED,
                closing,
                received,
                gatewayId,
                clientSecret,
                lastAttempt,
                reason,
                returnUrl,
                language,
                version,
                createdAt);
    }

    /** Whether the listeners have to hear of the step from {@code earlier} to this. */
    boolean isNewsAfter(CardPayment earlier) {
        return switch (state) {
            case PAID, CANCELED -> earlier.state != state;
            case FAILED -> earlier.state != state || !Objects.equals(earlier.lastAttempt, lastAttempt);
            case REQUESTED, OPEN, PROCESSING -> false;
        };
    }

    boolean isPayable() {
        return gatewayId != null && !closing && (state == State.OPEN || state == State.FAILED);
    }

    boolean isOlderThan(Duration age, Instant now) {
        return createdAt.plus(age).isBefore(now);
    }

    /** The most that can be given back; all of it is asked for while the money is still on its way. */
    Money refundable() {
        return state == State.PAID ? received : amount;
    }

    PaymentState visible() {
        return switch (state) {
            case REQUESTED, OPEN -> PaymentState.OPEN;
            case PROCESSING -> PaymentState.PROCESSING;
            case FAILED -> PaymentState.FAILED;
            case PAID -> PaymentState.PAID;
            case CANCELED -> PaymentState.CANCELED;
        };
    }
}
