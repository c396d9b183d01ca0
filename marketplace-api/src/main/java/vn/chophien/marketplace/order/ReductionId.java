package vn.chophien.marketplace.order;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.payment.RefundKey;
import vn.chophien.marketplace.web.IdempotencyKey;

/** Identifies one lowering of what a buyer owes for a seller order. */
public record ReductionId(UUID value) {

    public static ReductionId generate() {
        return new ReductionId(UuidV7.next());
    }

    /** The same for a repeated request, so that it takes nothing off twice. */
    static ReductionId of(String part, IdempotencyKey key) {
        return new ReductionId(
                UUID.nameUUIDFromBytes(("reduction " + part + " " + key.value()).getBytes(StandardCharsets.UTF_8)));
    }

    /** The name of its refund, so that asking twice pays once. */
    public RefundKey refundKey() {
        return new RefundKey("reduction-" + value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
