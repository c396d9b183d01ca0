package vn.chophien.marketplace.settlement.posting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.Reduction;
import vn.chophien.marketplace.order.SellerOrder;

/**
 * What is left of a seller order at a moment, after the reductions until then. What was given up for the seller order as a whole is shared out
 * among the lines, so that they and the delivery fee add up to what is due.
 *
 * @param lines of each line of the seller order, in its order
 */
public record SaleLeft(List<Money> lines, Money shipping) {

    public SaleLeft {
        lines = List.copyOf(lines);
    }

    public static SaleLeft of(SellerOrder part, Instant at) {
        var reductions = part.reductions().stream()
                .filter(reduction -> !reduction.at().isAfter(at))
                .toList();
        return new SaleLeft(
                withoutShares(linesLeft(part, reductions), unassigned(reductions)),
                reductions.stream()
                        .map(Reduction::shipping)
                        .reduce(part.shipping().fee(), Money::minus));
    }

    public Money total() {
        return lines.stream().reduce(shipping, Money::plus);
    }

    private static List<Money> linesLeft(SellerOrder part, List<Reduction> reductions) {
        return part.lines().stream()
                .map(line -> reductions.stream()
                        .flatMap(reduction -> reduction.lines().stream())
                        .filter(reduced -> reduced.position() == line.position())
                        .map(Reduction.Line::goods)
                        .reduce(line.total(), Money::minus))
                .toList();
    }

    /** Goods given up for the seller order as a whole. */
    private static Money unassigned(List<Reduction> reductions) {
        return reductions.stream()
                .map(reduction ->
                        reduction.lines().stream().map(Reduction.Line::goods).reduce(reduction.goods(), Money::minus))
                .reduce(Money.vnd(0), Money::plus);
    }

    private static List<Money> withoutShares(List<Money> lines, Money reduced) {
        if (!reduced.isPositive()) {
            return lines;
        }
        var shares = reduced.allocate(lines.stream().mapToLong(Money::minor).toArray());
        var left = new ArrayList<Money>();
        for (var index = 0; index < lines.size(); index++) {
            left.add(lines.get(index).minus(shares.get(index)));
        }
        return left;
    }
}
