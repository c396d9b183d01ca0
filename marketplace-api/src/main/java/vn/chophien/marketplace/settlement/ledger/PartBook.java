package vn.chophien.marketplace.settlement.ledger;

import java.util.List;
import java.util.function.Predicate;
import vn.chophien.marketplace.money.Money;

/** What the books say of one seller order: the sums of its entries by account and purpose. Amounts are as people state them. */
public record PartBook(List<Sum> sums) {

    /** @param amount signed: debits less credits */
    public record Sum(TransactionKind transaction, LedgerAccount account, Purpose purpose, long amount) {}

    public PartBook {
        sums = List.copyOf(sums);
    }

    public static PartBook empty() {
        return new PartBook(List.of());
    }

    public static PartBook of(List<LedgerTransaction> transactions) {
        return new PartBook(transactions.stream()
                .flatMap(transaction -> transaction.entries().stream()
                        .map(entry -> new Sum(transaction.kind(), entry.account(), entry.purpose(), entry.amount())))
                .toList());
    }

    public Money balance(AccountKind kind) {
        return stated(kind, sum -> true);
    }

    /** What was booked on accounts of a kind for one purpose. */
    public Money of(AccountKind kind, Purpose purpose) {
        return stated(kind, sum -> sum.purpose() == purpose);
    }

    /** What transactions of one kind booked on accounts of a kind. */
    public Money of(TransactionKind transaction, AccountKind kind) {
        return stated(kind, sum -> sum.transaction() == transaction);
    }

    /** Whether the sale was booked and not taken back. */
    public boolean isDelivered() {
        return of(AccountKind.SELLER, Purpose.GOODS)
                .plus(of(AccountKind.SELLER, Purpose.SHIPPING))
                .isPositive();
    }

    private Money stated(AccountKind kind, Predicate<Sum> which) {
        var signed = sums.stream()
                .filter(sum -> sum.account().kind() == kind)
                .filter(which)
                .mapToLong(Sum::amount)
                .reduce(0, Math::addExact);
        return Money.vnd(kind.nature().stated(signed));
    }
}
