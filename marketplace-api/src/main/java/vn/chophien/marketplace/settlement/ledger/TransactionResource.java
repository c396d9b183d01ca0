package vn.chophien.marketplace.settlement.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A transaction on the wire.
 *
 * @param reversible of a kind that can be taken back, if it was not yet
 * @param reverses the key of the transaction it takes back
 */
public record TransactionResource(
        String key,
        TransactionKind kind,
        Instant at,
        @Nullable String reference,
        Map<String, String> memo,
        List<EntryResource> entries,
        boolean reversible,
        @Nullable String reverses) {

    public static TransactionResource from(LedgerTransaction transaction) {
        return new TransactionResource(
                transaction.key(),
                transaction.kind(),
                transaction.occurredAt(),
                transaction.subject().reference(),
                transaction.memo(),
                transaction.entries().stream().map(EntryResource::from).toList(),
                transaction.isReversible(),
                transaction.reverses());
    }

    /** @param debit and {@code credit}: one of them is the amount, the other 0 */
    public record EntryResource(
            AccountKind account, @Nullable String owner, Purpose purpose, long debit, long credit) {

        static EntryResource from(LedgerEntry entry) {
            return new EntryResource(
                    entry.account().kind(),
                    entry.account().owner(),
                    entry.purpose(),
                    Math.max(0, entry.amount()),
                    Math.max(0, Math.negateExact(entry.amount())));
        }
    }
}
