package vn.chophien.marketplace.settlement.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.Purpose;
import vn.chophien.marketplace.settlement.ledger.TransactionKind;
import vn.chophien.marketplace.settlement.ledger.TransactionSubject;

class StatementTests {

    private static final SellerId SHOP = SellerId.generate();
    private static final LedgerAccount ACCOUNT = LedgerAccount.seller(SHOP);
    private static final LedgerAccount BANK = LedgerAccount.of(AccountKind.BANK);
    private static final LedgerAccount TRANSIT = LedgerAccount.of(AccountKind.PAYOUT);
    private static final Period NOVEMBER = Period.of(YearMonth.of(2026, 11));
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

    @Property
    void closesAtTheOpeningBalancePlusEveryMovement(
            @ForAll @LongRange(min = -1_000_000_000, max = 1_000_000_000) long opening,
            @ForAll @IntRange(max = 60) int steps,
            @ForAll long seed) {
        var transactions = transactions(steps, new Random(seed));
        var statement = Statement.of(ACCOUNT, NOVEMBER, Money.vnd(opening), transactions);
        var moved = transactions.stream()
                .flatMap(transaction -> transaction.entries().stream())
                .filter(entry -> entry.account().equals(ACCOUNT))
                .mapToLong(entry -> -entry.amount())
                .sum();
        assertThat(statement.closing()).isEqualTo(Money.vnd(opening + moved));
        assertThat(sum(statement.lines().stream().map(Statement.Line::amount).toList()))
                .isEqualTo(moved);
        assertThat(sum(List.copyOf(statement.sums().values()))).isEqualTo(moved);
        var balance = opening;
        for (var line : statement.lines()) {
            assertThat(sum(line.shares().stream().map(Statement.Share::amount).toList()))
                    .isEqualTo(line.amount().minor());
            balance += line.amount().minor();
            assertThat(line.balance()).isEqualTo(Money.vnd(balance));
        }
    }

    @Example
    void explainsASaleByItsParts() {
        var sale = LedgerTransaction.of(
                        "delivered:1", TransactionKind.DELIVERED, TransactionSubject.of(SHOP, "DH1-1"), NOW)
                .move(BANK, ACCOUNT, Purpose.GOODS, Money.vnd(500_000))
                .move(BANK, ACCOUNT, Purpose.SHIPPING, Money.vnd(25_000))
                .move(ACCOUNT, LedgerAccount.of(AccountKind.COMMISSION), Purpose.COMMISSION, Money.vnd(25_000))
                .build();
        var statement = Statement.of(ACCOUNT, NOVEMBER, Money.vnd(0), List.of(sale));
        assertThat(statement.lines()).singleElement().satisfies(line -> {
            assertThat(line.reference()).isEqualTo("DH1-1");
            assertThat(line.shares())
                    .containsExactlyInAnyOrder(
                            new Statement.Share(Purpose.GOODS, Money.vnd(500_000)),
                            new Statement.Share(Purpose.SHIPPING, Money.vnd(25_000)),
                            new Statement.Share(Purpose.COMMISSION, Money.vnd(-25_000)));
        });
        assertThat(statement.closing()).isEqualTo(Money.vnd(500_000));
    }

    @Example
    void followsAPayoutToTheBank() {
        var sent = payout("payout-sent:1", TransactionKind.PAYOUT_SENT, ACCOUNT, TRANSIT);
        var confirmed = LedgerTransaction.of(
                        "payout-confirmed:1",
                        TransactionKind.PAYOUT_CONFIRMED,
                        TransactionSubject.of(SHOP, "CT000001-001"),
                        NOW)
                .move(TRANSIT, BANK, Purpose.PAYOUT, Money.vnd(70_000))
                .memo(Map.of("bank_reference", "FT26326000001"))
                .build();
        var statement = Statement.of(ACCOUNT, NOVEMBER, Money.vnd(70_000), List.of(sent, confirmed));
        assertThat(statement.closing()).isEqualTo(Money.vnd(0));
        assertThat(statement.lines()).last().satisfies(line -> {
            assertThat(line.note()).isEqualTo("FT26326000001");
            assertThat(line.amount()).isEqualTo(Money.vnd(0));
        });
    }

    @Example
    void coversWholeDaysInVietnam() {
        assertThat(NOVEMBER.start()).isEqualTo("2026-10-31T17:00:00Z");
        assertThat(NOVEMBER.end()).isEqualTo("2026-11-30T17:00:00Z");
        assertThat(NOVEMBER.includes(LocalDate.of(2026, 11, 30))).isTrue();
        assertThat(NOVEMBER.includes(LocalDate.of(2026, 12, 1))).isFalse();
    }

    private static List<LedgerTransaction> transactions(int steps, Random random) {
        var transactions = new ArrayList<LedgerTransaction>();
        for (var step = 0; step < steps; step++) {
            var amount = 1 + random.nextInt(5_000_000);
            var purposes = Purpose.values();
            var draft = LedgerTransaction.of(
                    "step:" + step,
                    TransactionKind.values()[random.nextInt(TransactionKind.values().length)],
                    TransactionSubject.of(SHOP, "DH" + step),
                    NOW.plusSeconds(step));
            for (var part = 0; part <= random.nextInt(4); part++) {
                var purpose = purposes[random.nextInt(purposes.length)];
                switch (random.nextInt(3)) {
                    case 0 -> draft.move(BANK, ACCOUNT, purpose, Money.vnd(amount));
                    case 1 -> draft.move(ACCOUNT, TRANSIT, purpose, Money.vnd(amount / 2 + 1));
                    default -> draft.move(TRANSIT, BANK, purpose, Money.vnd(amount));
                }
            }
            transactions.add(draft.build());
        }
        return transactions;
    }

    private static LedgerTransaction payout(
            String key, TransactionKind kind, LedgerAccount debit, LedgerAccount credit) {
        return LedgerTransaction.of(key, kind, TransactionSubject.of(SHOP, "CT000001-001"), NOW)
                .move(debit, credit, Purpose.PAYOUT, Money.vnd(70_000))
                .build();
    }

    private static long sum(List<Money> amounts) {
        return amounts.stream().mapToLong(Money::minor).sum();
    }
}
