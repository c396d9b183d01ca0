package vn.chophien.marketplace.settlement.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;
import vn.chophien.marketplace.settlement.ledger.LedgerEntry;
import vn.chophien.marketplace.settlement.ledger.LedgerTransaction;
import vn.chophien.marketplace.settlement.ledger.Purpose;
import vn.chophien.marketplace.settlement.ledger.TransactionKind;

/**
 * What a seller was owed before a period, every movement in it, and what it is owed afterwards. Amounts are as the seller sees them: what it gets
 * is positive. The closing balance is the opening one plus the movements; there is no other way to make one.
 */
record Statement(Period period, Money opening, List<Line> lines) {

    Statement {
        lines = List.copyOf(lines);
    }

    /**
     * One movement.
     *
     * @param reference the seller order or payout it is about
     * @param note the bank's reference, or why money came back
     * @param balance what the seller is owed after it
     */
    record Line(
            Instant at,
            TransactionKind kind,
            @Nullable String reference,
            @Nullable String note,
            List<Share> shares,
            Money amount,
            Money balance) {

        Line {
            shares = List.copyOf(shares);
        }
    }

    /** What of a movement is for what. */
    record Share(Purpose purpose, Money amount) {}

    /** @param transactions of this seller in the period, the oldest first */
    static Statement of(LedgerAccount account, Period period, Money opening, List<LedgerTransaction> transactions) {
        var lines = new ArrayList<Line>();
        var balance = opening;
        for (var transaction : transactions) {
            var shares = shares(account, transaction);
            var amount = shares.stream().map(Share::amount).reduce(Money.vnd(0), Money::plus);
            balance = balance.plus(amount);
            // Nothing moves in the seller's account when the bank confirms, but there the way of its money ends.
            if (!shares.isEmpty() || transaction.kind() == TransactionKind.PAYOUT_CONFIRMED) {
                lines.add(line(transaction, shares, amount, balance));
            }
        }
        return new Statement(period, opening, lines);
    }

    Money closing() {
        return lines.isEmpty() ? opening : lines.getLast().balance();
    }

    /** The movements of the period by purpose. */
    Map<Purpose, Money> sums() {
        var sums = new EnumMap<Purpose, Money>(Purpose.class);
        lines.stream()
                .flatMap(line -> line.shares().stream())
                .forEach(share -> sums.merge(share.purpose(), share.amount(), Money::plus));
        return sums;
    }

    private static Line line(LedgerTransaction transaction, List<Share> shares, Money amount, Money balance) {
        var memo = transaction.memo();
        return new Line(
                transaction.occurredAt(),
                transaction.kind(),
                transaction.subject().reference(),
                memo.getOrDefault("bank_reference", memo.get("reason")),
                shares,
                amount,
                balance);
    }

    private static List<Share> shares(LedgerAccount account, LedgerTransaction transaction) {
        var sums = new EnumMap<Purpose, Long>(Purpose.class);
        transaction.entries().stream()
                .filter(entry -> entry.account().equals(account))
                .forEach(entry -> sums.merge(entry.purpose(), stated(entry), Math::addExact));
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() != 0)
                .map(sum -> new Share(sum.getKey(), Money.vnd(sum.getValue())))
                .toList();
    }

    private static long stated(LedgerEntry entry) {
        return AccountKind.SELLER.nature().stated(entry.amount());
    }
}
