package vn.chophien.marketplace.settlement.balance;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.order.SellerOrderId;

/**
 * Where the money of one seller order stands, in đồng.
 *
 * @param net what of the seller's balance comes from it
 * @param awaited what the buyer paid for goods that have not arrived and the seller does not hold
 * @param atCarrier cash that the carrier has not handed over
 * @param refunding what goes back to the buyer and has not left
 */
record PartPosition(
        SellerOrderId part,
        String number,
        long net,
        long awaited,
        long atCarrier,
        long refunding,
        @Nullable Instant deliveredAt,
        boolean disputed) {

    /** The end of the return window; null before delivery. */
    @Nullable
    Instant windowEnd(int days) {
        return deliveredAt == null ? null : deliveredAt.plus(Duration.ofDays(days));
    }

    Set<HoldReason> reasons(int windowDays, Instant now) {
        var reasons = EnumSet.noneOf(HoldReason.class);
        var end = windowEnd(windowDays);
        if (awaited > 0) {
            reasons.add(HoldReason.DELIVERY);
        }
        if (end != null && end.isAfter(now)) {
            reasons.add(HoldReason.RETURN_WINDOW);
        }
        if (atCarrier > 0) {
            reasons.add(HoldReason.CARRIER);
        }
        if (refunding > 0) {
            reasons.add(HoldReason.REFUND);
        }
        if (disputed) {
            reasons.add(HoldReason.DISPUTE);
        }
        return reasons;
    }
}
