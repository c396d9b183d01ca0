package vn.chophien.marketplace.payment.gateway;

import org.jspecify.annotations.Nullable;

/** A refund as the gateway has it right now. */
public record GatewayRefund(
        String id, Status status, @Nullable String failure) {

    public enum Status {
        PENDING,
        SUCCEEDED,
        FAILED
    }
}
