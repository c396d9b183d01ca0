package vn.chophien.marketplace.settlement.balance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;

/** What a seller has, on the wire. */
record MoneyResource(String currency, long total, long pending, long available, List<HoldResource> holds) {

    static MoneyResource from(SellerBalance balance) {
        return new MoneyResource(
                LedgerTransaction.CURRENCY,
                balance.total().minor(),
                balance.pending().minor(),
                balance.available().minor(),
                balance.holds().stream().map(HoldResource::from).toList());
    }

    record HoldResource(
            String number,
            long amount,
            List<HoldReason> reasons,
            @Nullable Instant releaseAt) {

        static HoldResource from(Hold hold) {
            return new HoldResource(
                    hold.number(),
                    hold.amount().minor(),
                    hold.reasons().stream().sorted().toList(),
                    hold.releaseAt());
        }
    }
}
