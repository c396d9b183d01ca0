package vn.chophien.marketplace.settlement.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.PartBook;
import vn.chophien.marketplace.settlement.ledger.Purpose;
import vn.chophien.marketplace.settlement.ledger.TransactionKind;
import vn.chophien.marketplace.settlement.ledger.TransactionSubject;

/** One seller, both ways of paying it out, refunds after payouts, and what the gateway takes back or refuses. */
class GatewayBooksTests {

    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    private static final SellerId SHOP = SellerId.generate();
    private static final LedgerAccount SELLER = LedgerAccount.seller(SHOP);

    private final Map<String, LedgerTransaction> posted = new LinkedHashMap<>();
    private final Map<PayoutId, Payout> payouts = new LinkedHashMap<>();
    private final Map<PayoutId, Long> reversed = new HashMap<>();

    @Example
    void takesBackWhatIsOwedAndNoMoreThanWasTransferred() {
        var older = new Clawback.Reversible(PayoutId.generate(), Money.vnd(50_000));
        var newer = new Clawback.Reversible(PayoutId.generate(), Money.vnd(500_000));
        var clawback = Clawback.of(Money.vnd(120_000), Money.vnd(200_000), List.of(older, newer));
        assertThat(clawback.shares())
                .containsExactly(
                        new Clawback.Share(older.id(), Money.vnd(50_000)),
                        new Clawback.Share(newer.id(), Money.vnd(70_000)));
        assertThat(Clawback.of(Money.vnd(-1), Money.vnd(200_000), List.of(newer))
                        .shares())
                .as("the balance covers it")
                .isEmpty();
        assertThat(Clawback.of(Money.vnd(900_000), Money.vnd(200_000), List.of(newer))
                        .amount())
                .as("what is owed for other things is set off")
                .isEqualTo(Money.vnd(200_000));
        assertThat(Clawback.of(Money.vnd(900_000), Money.vnd(900_000), List.of(older, newer))
                        .amount())
                .isEqualTo(Money.vnd(550_000));
    }

    @Property(tries = 300)
    void conservesEveryDong(@ForAll @IntRange(max = 80) int steps, @ForAll long seed) {
        posted.clear();
        payouts.clear();
        reversed.clear();
        var random = new Random(seed);
        var captured = 0L;
        var refunded = 0L;
        for (var step = 0; step < steps; step++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> {
                    var amount = 1 + random.nextInt(3_000_000);
                    sell(step, amount);
                    captured += amount;
                }
                case 2 -> payOut(step, random);
                case 3 -> settle(random);
                case 4 -> {
                    var amount = captured > refunded ? 1 + random.nextLong(captured - refunded) : 0;
                    if (amount > 0) {
                        refund(step, amount);
                        refunded += amount;
                        clawBack(amount, random);
                    }
                }
                default -> {
                    var known = List.copyOf(posted.values());
                    if (!known.isEmpty()) {
                        post(known.get(random.nextInt(known.size())));
                    }
                }
            }
            var arrived = payouts.values().stream()
                    .filter(payout -> payout.state() == PayoutState.CONFIRMED)
                    .mapToLong(payout -> payout.amount().minor())
                    .sum();
            var under = payouts.values().stream()
                    .filter(payout -> payout.state() == PayoutState.SENT)
                    .mapToLong(payout -> payout.amount().minor())
                    .sum();
            var back = reversed.values().stream().mapToLong(Long::longValue).sum();
            assertThat(balance(AccountKind.PAYOUT)).isEqualTo(under);
            assertThat(balance(AccountKind.SELLER)).isEqualTo(captured - refunded - arrived - under + back);
            assertThat(balance(AccountKind.GATEWAY) + balance(AccountKind.BANK))
                    .isEqualTo(captured - refunded - arrived + back);
            assertThat(balance(AccountKind.BANK)).isEqualTo(-arrivedAt(PayoutWay.BANK_FILE));
            reversed.forEach((payout, amount) -> assertThat(amount)
                    .isLessThanOrEqualTo(known(payout).amount().minor()));
        }
    }

    private void sell(int step, long amount) {
        post(LedgerTransaction.of("delivered:" + step, TransactionKind.DELIVERED, subject("DH" + step), NOW)
                .move(LedgerAccount.of(AccountKind.GATEWAY), SELLER, Purpose.GOODS, Money.vnd(amount))
                .build());
    }

    private void refund(int step, long amount) {
        post(LedgerTransaction.of("reduced:" + step, TransactionKind.REDUCED, subject("DH" + step), NOW)
                .move(SELLER, LedgerAccount.of(AccountKind.GATEWAY), Purpose.GOODS_BACK, Money.vnd(amount))
                .build());
    }

    private void payOut(int step, Random random) {
        var balance = balance(AccountKind.SELLER);
        if (balance <= 0) {
            return;
        }
        var destination = random.nextBoolean()
                ? new PayoutDestination.AtGateway("acct_1")
                : new PayoutDestination.AtBank(new BankAccount("970436", "0011001234567", "HTX DOI GIO"));
        var sent = new Payout(
                        PayoutId.generate(),
                        "CT000001",
                        "CT000001-" + step,
                        SHOP,
                        Money.vnd(1 + random.nextLong(balance)),
                        destination,
                        PayoutState.DRAFTED,
                        null,
                        null,
                        Money.vnd(0),
                        NOW,
                        NOW)
                .sent(NOW);
        payouts.put(sent.id(), sent);
        post(PayoutPosting.sent(sent));
    }

    private void settle(Random random) {
        var open = payouts.values().stream()
                .filter(payout -> payout.state() == PayoutState.SENT)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        var payout = open.get(random.nextInt(open.size()));
        var settled = random.nextInt(3) == 0 ? payout.returned("no", NOW) : payout.confirmed("tr_" + payout.id(), NOW);
        payouts.put(settled.id(), settled);
        post(
                settled.state() == PayoutState.RETURNED
                        ? PayoutPosting.returned(settled)
                        : PayoutPosting.confirmed(settled));
    }

    /** Some reversals are refused; then the seller goes on owing. */
    private void clawBack(long taken, Random random) {
        var reversible = payouts.values().stream()
                .filter(payout -> payout.state() == PayoutState.CONFIRMED
                        && payout.destination().way() == PayoutWay.GATEWAY)
                .map(payout -> new Clawback.Reversible(
                        payout.id(), Money.vnd(payout.amount().minor() - reversed.getOrDefault(payout.id(), 0L))))
                .toList();
        var owed = -balance(AccountKind.SELLER);
        var clawback = Clawback.of(Money.vnd(owed), Money.vnd(taken), reversible);
        assertThat(clawback.amount().minor()).isLessThanOrEqualTo(Math.max(0, Math.min(owed, taken)));
        var before = balance(AccountKind.SELLER);
        var done = new ArrayList<Long>();
        for (var share : clawback.shares()) {
            if (random.nextInt(4) > 0) {
                var payout = known(share.payout());
                post(PayoutPosting.reversed(new Reversal(UUID.randomUUID(), payout, share.amount(), 1), "trr_1", NOW));
                reversed.merge(payout.id(), share.amount().minor(), Long::sum);
                done.add(share.amount().minor());
            }
        }
        assertThat(balance(AccountKind.SELLER))
                .isEqualTo(before + done.stream().mapToLong(Long::longValue).sum());
    }

    private Payout known(PayoutId id) {
        return Objects.requireNonNull(payouts.get(id));
    }

    private long arrivedAt(PayoutWay way) {
        return payouts.values().stream()
                .filter(payout -> payout.state() == PayoutState.CONFIRMED
                        && payout.destination().way() == way)
                .mapToLong(payout -> payout.amount().minor())
                .sum();
    }

    private static TransactionSubject subject(String reference) {
        return TransactionSubject.of(SHOP, reference);
    }

    private void post(LedgerTransaction transaction) {
        posted.putIfAbsent(transaction.key(), transaction);
    }

    private long balance(AccountKind kind) {
        return PartBook.of(List.copyOf(posted.values())).balance(kind).minor();
    }
}
