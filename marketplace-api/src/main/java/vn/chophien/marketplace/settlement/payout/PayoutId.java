package vn.chophien.marketplace.settlement.payout;

import java.util.UUID;
import vn.chophien.marketplace.id.UuidV7;

/** Identifies one seller's payout. */
public record PayoutId(UUID value) {

    static PayoutId generate() {
        return new PayoutId(UuidV7.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
