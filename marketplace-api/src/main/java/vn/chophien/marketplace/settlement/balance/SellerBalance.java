package vn.chophien.marketplace.settlement.balance;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.terms.Terms;

/**
 * What a seller has. {@code total} = {@code pending} + {@code available}; pending is exactly the sum of the holds. Available below zero is what
 * the seller owes: it is netted against what becomes free next.
 */
public record SellerBalance(Money total, Money pending, Money available, List<Hold> holds) {

    public SellerBalance {
        holds = List.copyOf(holds);
    }

    /** @param account the balance of the seller's account, of which the positions are parts */
    static SellerBalance of(long account, List<PartPosition> positions, Terms terms, Instant now) {
        var holds = positions.stream()
                .flatMap(position -> hold(position, terms, now).stream())
                .sorted(Comparator.comparing(Hold::releaseAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        var awaited = positions.stream()
                .mapToLong(PartPosition::awaited)
                .filter(amount -> amount > 0)
                .sum();
        var total = Money.vnd(Math.addExact(account, awaited));
        var pending = holds.stream().map(Hold::amount).reduce(Money.vnd(0), Money::plus);
        return new SellerBalance(total, pending, total.minus(pending), holds);
    }

    /** Only what is there can be held: what a seller owes for a sale counts at once. */
    private static List<Hold> hold(PartPosition position, Terms terms, Instant now) {
        var delivered = position.deliveredAt();
        var days = delivered == null ? 0 : terms.returnWindowDays(Terms.dayOf(delivered));
        var reasons = position.reasons(days, now);
        var amount = Math.max(0, position.net()) + Math.max(0, position.awaited());
        if (reasons.isEmpty() || amount == 0) {
            return List.of();
        }
        return List.of(new Hold(position.part(), position.number(), Money.vnd(amount), reasons, position.freeAt(days)));
    }
}
