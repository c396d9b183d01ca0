package vn.chophien.marketplace.settlement.payout;

import java.util.ArrayList;
import java.util.List;
import vn.chophien.marketplace.money.Money;

/**
 * What the gateway takes back of earlier payouts because of a refund that came after them. Pure.
 *
 * @param amount all of it; what the payouts do not cover is set off against later sales
 */
record Clawback(Money amount, List<Share> shares) {

    Clawback {
        shares = List.copyOf(shares);
    }

    /**
     * @param owed by the seller, after all that is being taken back already
     * @param taken from the seller by the refund
     * @param payouts that may have paid for the sale, the oldest first
     */
    static Clawback of(Money owed, Money taken, List<Reversible> payouts) {
        var wanted = owed.compareTo(taken) < 0 ? owed : taken;
        var shares = new ArrayList<Share>();
        var left = wanted.isPositive() ? wanted : Money.vnd(0);
        for (var payout : payouts) {
            var share = left.compareTo(payout.left()) < 0 ? left : payout.left();
            if (share.isPositive()) {
                shares.add(new Share(payout.id(), share));
                left = left.minus(share);
            }
        }
        return new Clawback(shares.stream().map(Share::amount).reduce(Money.vnd(0), Money::plus), shares);
    }

    /** A payout and what of it can still be taken back. */
    record Reversible(PayoutId id, Money left) {}

    record Share(PayoutId payout, Money amount) {}
}
