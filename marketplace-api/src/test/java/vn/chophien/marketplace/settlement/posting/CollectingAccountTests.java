package vn.chophien.marketplace.settlement.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.OrderId;
import vn.chophien.marketplace.payment.PaymentId;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.PartBook;
import vn.chophien.marketplace.settlement.ledger.TransactionSubject;

/** The partner's collecting account: what came is there, and nobody's money until it is known whose. */
class CollectingAccountTests {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final LedgerAccount UNIDENTIFIED = LedgerAccount.of(AccountKind.UNIDENTIFIED);

    private final Map<String, LedgerTransaction> posted = new LinkedHashMap<>();

    @Example
    void keepsWhatIsTooMuchUntilItGoesBack() {
        var transfer = UUID.randomUUID();
        post(MoneyPosting.arrived(transfer, "FT1", Money.vnd(120_000), NOW));
        assertThat(balance(AccountKind.UNIDENTIFIED)).isEqualTo(120_000);
        identify(100_000);
        assertThat(balance(AccountKind.UNIDENTIFIED)).isEqualTo(20_000);
        assertThat(balance(AccountKind.UNALLOCATED)).isEqualTo(100_000);
        post(MoneyPosting.sentBack(UUID.randomUUID(), "FT1", Money.vnd(20_000), NOW));
        assertThat(balance(AccountKind.UNIDENTIFIED)).isZero();
        assertThat(balance(AccountKind.BANK)).isEqualTo(100_000);
    }

    /** Whatever arrives, is found, goes back or is heard of again: the bank has what came less what left, and every đồng has one owner. */
    @Property(tries = 300)
    void accountsForEveryDongThatArrived(@ForAll @IntRange(max = 60) int steps, @ForAll long seed) {
        posted.clear();
        var random = new Random(seed);
        var arrived = 0L;
        var identified = 0L;
        var sentBack = 0L;
        for (var step = 0; step < steps; step++) {
            var left = arrived - identified - sentBack;
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    var amount = 1 + random.nextInt(3_000_000);
                    post(MoneyPosting.arrived(UUID.randomUUID(), "FT" + step, Money.vnd(amount), NOW));
                    arrived += amount;
                }
                case 2 -> identified += left > 0 ? identify(1 + random.nextLong(left)) : 0;
                default -> {
                    var amount = left > 0 ? 1 + random.nextLong(left) : 0;
                    if (amount > 0) {
                        post(MoneyPosting.sentBack(UUID.randomUUID(), "FT" + step, Money.vnd(amount), NOW));
                        sentBack += amount;
                    }
                }
            }
            again(random);
            assertThat(balance(AccountKind.BANK)).isEqualTo(arrived - sentBack);
            assertThat(balance(AccountKind.UNIDENTIFIED)).isEqualTo(arrived - identified - sentBack);
            assertThat(balance(AccountKind.UNALLOCATED)).isEqualTo(identified);
        }
    }

    private long identify(long amount) {
        post(MoneyPosting.captured(
                PaymentId.generate(),
                Money.vnd(amount),
                UNIDENTIFIED,
                TransactionSubject.of(new OrderId(UUID.randomUUID())),
                NOW));
        return amount;
    }

    private void again(Random random) {
        var known = new ArrayList<>(posted.values());
        if (!known.isEmpty()) {
            post(known.get(random.nextInt(known.size())));
        }
    }

    private void post(LedgerTransaction transaction) {
        posted.putIfAbsent(transaction.key(), transaction);
    }

    private long balance(AccountKind kind) {
        return PartBook.of(List.copyOf(posted.values())).balance(kind).minor();
    }
}
