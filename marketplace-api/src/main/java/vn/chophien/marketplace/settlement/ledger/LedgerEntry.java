package vn.chophien.marketplace.settlement.ledger;

/**
 * One side of a movement.
 *
 * @param amount in đồng; positive is debit, negative is credit
 */
public record LedgerEntry(LedgerAccount account, Purpose purpose, long amount) {

    public LedgerEntry {
        if (amount == 0) {
            throw new IllegalArgumentException("An entry on %s moves nothing".formatted(account));
        }
    }

    LedgerEntry negated() {
        return new LedgerEntry(account, purpose, Math.negateExact(amount));
    }
}
