package vn.chophien.marketplace.payment;

import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;

/** One card payment of one payable. The gateway's idempotency keys are derived from it. */
public record PaymentId(UUID value) {

    public static PaymentId generate() {
        return new PaymentId(UuidV7.next());
    }

    public static PaymentId parse(String text) {
        return new PaymentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
