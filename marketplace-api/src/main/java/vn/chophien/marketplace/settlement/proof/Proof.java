package vn.chophien.marketplace.settlement.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.settlement.ledger.AccountKind;

/**
 * Whether captured − refunded equals the books, on one day in Vietnam.
 *
 * @param balances of all accounts of a kind, the way people state them
 * @param atGateway what the gateway says it has; none when it did not answer. It may know of money a moment before the books do, so a
 *     difference is shown and does not fail the proof
 */
record Proof(
        LocalDate day,
        Instant checkedAt,
        List<ProofChannel> channels,
        Map<AccountKind, Long> balances,
        List<Difference> differences,
        @Nullable Long atGateway) {

    Proof {
        channels = List.copyOf(channels);
        balances = Map.copyOf(balances);
        differences = List.copyOf(differences);
    }

    boolean agrees() {
        return differences.isEmpty() && channels.stream().allMatch(channel -> channel.difference() == 0) && sum() == 0;
    }

    /** Debits less credits of the whole ledger. */
    long sum() {
        return balances.entrySet().stream()
                .mapToLong(balance -> balance.getKey().nature().stated(balance.getValue()))
                .sum();
    }
}
