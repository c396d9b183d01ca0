package vn.chophien.marketplace.settlement.deposit;

import java.util.Map;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.Purpose;
import vn.chophien.marketplace.settlement.ledger.TransactionKind;
import vn.chophien.marketplace.settlement.ledger.TransactionSubject;

/** What a deposit means in the books. Pure. */
final class DepositPosting {

    private static final LedgerAccount GATEWAY = LedgerAccount.of(AccountKind.GATEWAY);
    private static final LedgerAccount BANK = LedgerAccount.of(AccountKind.BANK);
    private static final LedgerAccount GATEWAY_FEE = LedgerAccount.of(AccountKind.GATEWAY_FEE);

    private DepositPosting() {}

    static String key(Deposit deposit) {
        return "deposited:" + deposit.id();
    }

    static LedgerTransaction of(Deposit deposit) {
        return LedgerTransaction.of(
                        key(deposit),
                        TransactionKind.DEPOSITED,
                        TransactionSubject.of(deposit.reference()),
                        deposit.recordedAt())
                .move(BANK, GATEWAY, Purpose.DEPOSIT, deposit.amount())
                .move(GATEWAY_FEE, GATEWAY, Purpose.GATEWAY_FEE, deposit.fee())
                .memo(Map.of("bank_reference", deposit.reference()))
                .build();
    }
}
