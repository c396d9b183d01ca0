package vn.chophien.marketplace.settlement.posting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.Reduction;
import vn.chophien.marketplace.order.SellerOrder;
import vn.chophien.marketplace.settlement.posting.ListingTraits.Traits;
import vn.chophien.marketplace.terms.SoldLine;

/** What is left of a seller order at a moment: the lines and the delivery fee, after the reductions until then. */
record SaleLines(List<SoldLine> lines, Money shipping) {

    private static final Traits GONE = new Traits("", 0);

    static SaleLines of(SellerOrder part, Instant at, Map<UUID, Traits> traits) {
        var reductions = part.reductions().stream()
                .filter(reduction -> !reduction.at().isAfter(at))
                .toList();
        var left = withoutShares(linesLeft(part, reductions), unassigned(reductions));
        var lines = new ArrayList<SoldLine>();
        for (var index = 0; index < left.size(); index++) {
            var line = part.lines().get(index);
            var known = traits.getOrDefault(line.listing().value(), GONE);
            lines.add(new SoldLine(
                    known.categoryPath().isEmpty() ? null : known.categoryPath(),
                    known.stars(),
                    line.vatClass(),
                    left.get(index)));
        }
        var shipping = reductions.stream()
                .map(Reduction::shipping)
                .reduce(part.shipping().fee(), Money::minus);
        return new SaleLines(List.copyOf(lines), shipping);
    }

    Money goods() {
        return lines.stream().map(SoldLine::goods).reduce(Money.vnd(0), Money::plus);
    }

    Money total() {
        return goods().plus(shipping);
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
