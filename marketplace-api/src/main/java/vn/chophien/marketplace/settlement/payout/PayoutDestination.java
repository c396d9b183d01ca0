package vn.chophien.marketplace.settlement.payout;

import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.settlement.ledger.AccountKind;

/** Where a payout goes. */
public sealed interface PayoutDestination {

    PayoutWay way();

    /** Enough of the account to recognize it. */
    String hint();

    /** Where the market's money for it is. */
    AccountKind source();

    record AtBank(BankAccount account) implements PayoutDestination {

        @Override
        public PayoutWay way() {
            return PayoutWay.BANK_FILE;
        }

        @Override
        public String hint() {
            return account.hint();
        }

        @Override
        public AccountKind source() {
            return AccountKind.BANK;
        }
    }

    record AtGateway(String account) implements PayoutDestination {

        @Override
        public PayoutWay way() {
            return PayoutWay.GATEWAY;
        }

        @Override
        public String hint() {
            return BankAccount.hint(account);
        }

        @Override
        public AccountKind source() {
            return AccountKind.GATEWAY;
        }
    }
}
