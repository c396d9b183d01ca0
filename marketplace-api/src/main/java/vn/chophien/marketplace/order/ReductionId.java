package vn.chophien.marketplace.order;

import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.payment.RefundKey;

/** Identifies one lowering of what a buyer owes for a seller order. */
public record ReductionId(UUID value) {

    public static ReductionId generate() {
        return new ReductionId(UuidV7.next());
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
