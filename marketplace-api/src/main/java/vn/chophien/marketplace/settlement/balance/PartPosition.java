package vn.chophien.marketplace.settlement.balance;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.order.SellerOrderId;

/**
 * Where the money of one seller order stands, in đồng.
 *
 * @param net what of the seller's balance comes from it
 * @param awaited what the buyer paid for goods that have not arrived and the seller does not hold
 * @param atCarrier cash that the carrier has not handed over
 * @param refunding what goes back to the buyer and has not left
 * @param appealDue until when the buyer may take a refused return to the operator
 * @param disputed somebody has to decide about a return or a complaint
 */
record PartPosition(
        SellerOrderId part,
        String number,
        long net,
        long awaited,
        long atCarrier,
        long refunding,
        @Nullable Instant deliveredAt,
        @Nullable Instant appealDue,
        boolean disputed) {

    /** The end of the return window; null before delivery. */
    @Nullable
    Instant windowEnd(int days) {
        return deliveredAt == null ? null : deliveredAt.plus(Duration.ofDays(days));
    }

    /** When it is free if nothing happens; null when that depends on somebody. */
    @Nullable
    Instant freeAt(int windowDays) {
        if (awaited > 0 || atCarrier > 0 || refunding > 0 || disputed) {
            return null;
        }
        return Stream.of(Optional.ofNullable(windowEnd(windowDays)), Optional.ofNullable(appealDue))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(null);
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
        if (disputed || (appealDue != null && appealDue.isAfter(now))) {
            reasons.add(HoldReason.DISPUTE);
        }
        return reasons;
    }
}
