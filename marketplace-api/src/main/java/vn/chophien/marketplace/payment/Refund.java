package vn.chophien.marketplace.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;

/**
 * Money that goes back.
 *
 * @param reference what the buyer knows the payable by
 * @param gatewayPaymentId the gateway's id of the payment it goes back from
 */
record Refund(
        UUID id,
        PaymentId payment,
        PayableId payable,
        RefundKey key,
        Money amount,
        String reference,
        String gatewayPaymentId,
        @Nullable String gatewayId,
        int attempts,
        Instant createdAt) {}
