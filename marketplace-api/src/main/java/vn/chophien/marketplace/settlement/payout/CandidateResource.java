package vn.chophien.marketplace.settlement.payout;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.settlement.payout.PayoutResource.Shop;

/**
 * A seller with a balance.
 *
 * @param available below zero it owes the market, and later sales are set off against that
 * @param nextOn the next planned day; none when paid on request only
 * @param standing {@code READY}, or why it is not paid today
 */
record CandidateResource(
        @Nullable String shopSlug,
        @Nullable String shopName,
        long available,
        long pending,
        String currency,
        long minimum,
        boolean requested,
        @Nullable LocalDate lastPaidOn,
        @Nullable LocalDate nextOn,
        PayoutCandidate.Standing standing) {

    static CandidateResource from(PayoutCandidate candidate, @Nullable Shop shop, LocalDate today) {
        var balance = candidate.balance();
        return new CandidateResource(
                shop == null ? null : shop.slug(),
                shop == null ? null : shop.name(),
                balance.available().minor(),
                balance.pending().minor(),
                balance.available().currencyCode(),
                candidate.plan().minimum().minor(),
                candidate.requested(),
                candidate.last(),
                candidate.plan().next(today).orElse(null),
                candidate.standing(today));
    }
}
