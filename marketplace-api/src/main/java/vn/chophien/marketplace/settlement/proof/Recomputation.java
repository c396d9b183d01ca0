package vn.chophien.marketplace.settlement.proof;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.TransactionKind;

/**
 * A past proof, reckoned again from what the books held when it was made. The books only grow, so the two are the same unless somebody
 * changed one of them.
 *
 * @param balances of all accounts of a kind as reckoned now, the way people state them
 * @param later what was booked after the proof was made for its day or for days before
 */
record Recomputation(Proof stored, Map<AccountKind, Long> balances, List<Later> later) {

    Recomputation {
        balances = Map.copyOf(balances);
        later = List.copyOf(later);
    }

    boolean agrees() {
        return List.of(AccountKind.values()).stream().allMatch(kind -> difference(kind) == 0);
    }

    long recomputed(AccountKind kind) {
        return balances.getOrDefault(kind, 0L);
    }

    long stored(AccountKind kind) {
        return stored.balances().getOrDefault(kind, 0L);
    }

    long difference(AccountKind kind) {
        return recomputed(kind) - stored(kind);
    }

    /** @param amount what moved */
    record Later(TransactionKind kind, @Nullable String reference, Instant occurredAt, Instant postedAt, long amount) {}
}
