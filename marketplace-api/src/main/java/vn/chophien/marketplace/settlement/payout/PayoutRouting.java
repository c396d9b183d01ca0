package vn.chophien.marketplace.settlement.payout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;

/**
 * Which way each of those who are paid today gets its money. The gateway pays as long as it has something left; whom it cannot pay is paid by
 * the bank, and who has no bank account then waits. Pure.
 */
record PayoutRouting(List<Routed> routed) {

    PayoutRouting {
        routed = List.copyOf(routed);
    }

    /** @param atGateway what the market has there and has not promised */
    static PayoutRouting of(List<PayoutCandidate> ready, Money atGateway) {
        var routed = new ArrayList<Routed>();
        var left = atGateway;
        for (var candidate : ready) {
            var destination = destination(candidate, left);
            if (destination != null) {
                routed.add(new Routed(candidate, destination));
                left = destination.way() == PayoutWay.GATEWAY ? left.minus(candidate.amount()) : left;
            }
        }
        return new PayoutRouting(routed);
    }

    private static @Nullable PayoutDestination destination(PayoutCandidate candidate, Money left) {
        var there = candidate.gatewayAccount();
        if (there != null && candidate.amount().compareTo(left) <= 0) {
            return new PayoutDestination.AtGateway(there);
        }
        var account = candidate.account();
        return account == null ? null : new PayoutDestination.AtBank(account);
    }

    record Routed(PayoutCandidate candidate, PayoutDestination destination) {}
}
