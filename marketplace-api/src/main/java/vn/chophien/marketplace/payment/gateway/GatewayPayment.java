package vn.chophien.marketplace.payment.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;

/**
 * A payment as the gateway has it right now.
 *
 * @param received what arrived; zero until {@link Status#PAID}
 * @param failureReason why the last attempt failed; see {@code PaymentListener.failed}
 */
public record GatewayPayment(
        String id,
        String clientSecret,
        Status status,
        Money received,
        @Nullable String failureReason,
        @Nullable Attempt attempt) {

    public enum Status {
        /** For the holder: a card, or an answer to her bank. */
        WAITING,
        PROCESSING,
        PAID,
        CANCELED
    }

    /** The latest try to take the money. */
    public record Attempt(
            String chargeId,
            boolean succeeded,
            @Nullable String cardBrand,
            @Nullable String cardLast4,
            Instant at) {}
}
