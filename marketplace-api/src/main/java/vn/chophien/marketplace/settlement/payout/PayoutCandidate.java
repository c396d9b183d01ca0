package vn.chophien.marketplace.settlement.payout;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.balance.SellerBalance;

/**
 * A seller with a balance, and whether it can be paid today.
 *
 * @param account the bank account where its money goes; none until the seller says so
 * @param gatewayAccount where the gateway can pay it, when the market pays that way
 * @param last the day of its last payout
 * @param requested it asked to be paid now
 * @param drafted another batch that waits for approval has it
 */
record PayoutCandidate(
        SellerId seller,
        SellerBalance balance,
        PayoutPlan plan,
        @Nullable BankAccount account,
        @Nullable String gatewayAccount,
        @Nullable LocalDate last,
        boolean requested,
        boolean drafted) {

    enum Standing {
        READY,
        /** It owes the market: later sales are set off against it. */
        OWES,
        /** All it is owed still waits. */
        PENDING,
        DRAFTED,
        BELOW_MINIMUM,
        NOT_DUE,
        NO_ACCOUNT
    }

    Money amount() {
        return balance.available();
    }

    Standing standing(LocalDate today) {
        if (balance.available().isNegative()) {
            return Standing.OWES;
        }
        if (!balance.available().isPositive()) {
            return Standing.PENDING;
        }
        if (drafted) {
            return Standing.DRAFTED;
        }
        if (balance.available().compareTo(plan.minimum()) < 0) {
            return Standing.BELOW_MINIMUM;
        }
        if (!requested && !plan.isDue(today, last)) {
            return Standing.NOT_DUE;
        }
        return account == null && gatewayAccount == null ? Standing.NO_ACCOUNT : Standing.READY;
    }
}
