package vn.chophien.marketplace.order;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.security.AccountId;

/**
 * The buyer owes less for a seller order, or gets something back. What was ordered stays as it is; this stands beside it, and is never
 * changed.
 *
 * @param lines the lines it is about and what each costs less; none when it is about the seller order as a whole
 * @param repayment what of it was paid already and goes back
 * @param reason the shop's own words, or a code of {@link CancelReason}
 */
public record Reduction(
        ReductionId id,
        SellerOrderFact.Cause cause,
        List<Line> lines,
        Money goods,
        Money shipping,
        Money repayment,
        Actor by,
        @Nullable AccountId account,
        @Nullable String reason,
        Instant at) {

    public Reduction {
        lines = List.copyOf(lines);
        if (goods.isNegative() || shipping.isNegative() || !goods.plus(shipping).isPositive()) {
            throw new IllegalArgumentException("A reduction is positive, not %s and %s".formatted(goods, shipping));
        }
        if (repayment.isNegative() || repayment.compareTo(goods.plus(shipping)) > 0) {
            throw new IllegalArgumentException("No more goes back than is owed less, not " + repayment);
        }
    }

    /** A reduction before it is known what was paid. */
    record Wish(
            ReductionId id,
            SellerOrderFact.Cause cause,
            List<Line> lines,
            Money goods,
            Money shipping,
            Actor by,
            @Nullable AccountId account,
            @Nullable String reason,
            Instant at) {

        Wish(
                ReductionId id,
                SellerOrderFact.Cause cause,
                List<Line> lines,
                Money shipping,
                Actor by,
                @Nullable AccountId account,
                @Nullable String reason,
                Instant at) {
            this(
                    id,
                    cause,
                    lines,
                    lines.stream().map(Line::goods).reduce(shipping.times(0), Money::plus),
                    shipping,
                    by,
                    account,
                    reason,
                    at);
        }

        Money amount() {
            return goods.plus(shipping);
        }

        /** The same wish for no more goods than this; what is left is shared out among its lines. */
        Wish within(Money most) {
            if (goods.compareTo(most) <= 0) {
                return this;
            }
            var weights = lines.stream().mapToLong(line -> line.goods().minor()).toArray();
            var shares = lines.isEmpty() ? List.<Money>of() : most.allocate(weights);
            return new Wish(
                    id,
                    cause,
                    IntStream.range(0, lines.size())
                            .mapToObj(index -> new Line(
                                    lines.get(index).position(),
                                    lines.get(index).quantity(),
                                    shares.get(index)))
                            .toList(),
                    most,
                    shipping,
                    by,
                    account,
                    reason,
                    at);
        }

        Reduction repaying(Money repayment) {
            return new Reduction(id, cause, lines, goods, shipping, repayment, by, account, reason, at);
        }
    }

    public Money amount() {
        return goods.plus(shipping);
    }

    /** @param position of the order line, from one */
    public record Line(int position, int quantity, Money goods) {}
}
