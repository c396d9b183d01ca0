package vn.chophien.marketplace.settlement.balance;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.SellerOrderId;

/**
 * Money of one sale that is not free yet.
 *
 * @param releaseAt when it becomes free if nothing happens; null when that depends on somebody
 */
public record Hold(
        SellerOrderId part,
        String number,
        Money amount,
        Set<HoldReason> reasons,
        @Nullable Instant releaseAt) {

    public Hold {
        reasons = Set.copyOf(reasons);
    }
}
