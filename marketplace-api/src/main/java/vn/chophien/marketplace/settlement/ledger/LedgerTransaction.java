package vn.chophien.marketplace.settlement.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;

/**
 * A balanced movement: what is debited equals what is credited. The database refuses anything else too.
 *
 * @param key the fact's own name; the same key is posted once
 * @param memo arguments of the text that explains it
 * @param reverses the key of the transaction that this one takes back
 */
public record LedgerTransaction(
        String key,
        TransactionKind kind,
        Instant occurredAt,
        TransactionSubject subject,
        Map<String, String> memo,
        List<LedgerEntry> entries,
        @Nullable String reverses) {

    public static final String CURRENCY = "VND";

    /** What another page takes back, with the rest of its story; a reversal alone would leave that behind. */
    private static final Set<TransactionKind> TAKEN_BACK_ELSEWHERE = Set.of(
            TransactionKind.REMITTED,
            TransactionKind.PAYOUT_SENT,
            TransactionKind.PAYOUT_CONFIRMED,
            TransactionKind.PAYOUT_RETURNED,
            TransactionKind.PAYOUT_REVERSED,
            TransactionKind.REVERSAL);

    public LedgerTransaction {
        if (key.isBlank()) {
            throw new IllegalArgumentException("A ledger transaction needs a key");
        }
        memo = Map.copyOf(memo);
        entries = List.copyOf(entries);
        if (entries.size() < 2) {
            throw new IllegalArgumentException(
                    "Transaction %s has %d entries, at least two are needed".formatted(key, entries.size()));
        }
        var balance = entries.stream().mapToLong(LedgerEntry::amount).reduce(0, Math::addExact);
        if (balance != 0) {
            throw new IllegalArgumentException("Transaction %s is out of balance by %d".formatted(key, balance));
        }
    }

    public static Builder of(String key, TransactionKind kind, TransactionSubject subject, Instant occurredAt) {
        return new Builder(key, kind, subject, occurredAt);
    }

    /** Whether people may ask for it to be taken back. */
    public boolean isReversible() {
        return !TAKEN_BACK_ELSEWHERE.contains(kind);
    }

    /** The transaction that undoes this one; there can be only one. */
    public LedgerTransaction reversal(Instant at, String reason) {
        return new LedgerTransaction(
                "reversal:" + key,
                TransactionKind.REVERSAL,
                at,
                subject,
                Map.of("reason", reason),
                entries.stream().map(LedgerEntry::negated).toList(),
                key);
    }

    /** Collects entries; what moves nothing is left out, what does not balance is refused at the end. */
    public static final class Builder {

        private final String key;
        private final TransactionKind kind;
        private final TransactionSubject subject;
        private final Instant occurredAt;
        private final List<LedgerEntry> entries = new ArrayList<>();
        private Map<String, String> memo = Map.of();

        private Builder(String key, TransactionKind kind, TransactionSubject subject, Instant occurredAt) {
            this.key = key;
            this.kind = kind;
            this.subject = subject;
            this.occurredAt = occurredAt;
        }

        /** Moves an amount: {@code debit / credit}, as bookkeepers write it. */
        public Builder move(LedgerAccount debit, LedgerAccount credit, Purpose purpose, Money amount) {
            return debit(debit, purpose, amount).credit(credit, purpose, amount);
        }

        public Builder debit(LedgerAccount account, Purpose purpose, Money amount) {
            return entry(account, purpose, dong(amount));
        }

        public Builder credit(LedgerAccount account, Purpose purpose, Money amount) {
            return entry(account, purpose, Math.negateExact(dong(amount)));
        }

        public Builder memo(Map<String, String> arguments) {
            memo = arguments;
            return this;
        }

        public boolean isEmpty() {
            return entries.isEmpty();
        }

        /** @throws IllegalArgumentException when debits and credits differ */
        public LedgerTransaction build() {
            return new LedgerTransaction(key, kind, occurredAt, subject, memo, entries, null);
        }

        private Builder entry(LedgerAccount account, Purpose purpose, long amount) {
            if (amount != 0) {
                entries.add(new LedgerEntry(account, purpose, amount));
            }
            return this;
        }

        private static long dong(Money amount) {
            if (!amount.currencyCode().equals(CURRENCY)) {
                throw new IllegalArgumentException(
                        "The ledger is kept in %s, not in %s".formatted(CURRENCY, amount.currencyCode()));
            }
            return amount.minor();
        }
    }
}
