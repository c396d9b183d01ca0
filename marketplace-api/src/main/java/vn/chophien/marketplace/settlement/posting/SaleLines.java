package vn.chophien.marketplace.settlement.posting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.order.SellerOrder;
import vn.chophien.marketplace.settlement.posting.ListingTraits.Traits;
import vn.chophien.marketplace.terms.SoldLine;

/** What is left of a seller order at a moment, with what fees and taxes ask of each line. */
record SaleLines(List<SoldLine> lines, Money shipping) {

    private static final Traits GONE = new Traits("", 0);

    static SaleLines of(SellerOrder part, Instant at, Map<UUID, Traits> traits) {
        var left = SaleLeft.of(part, at);
        var lines = new ArrayList<SoldLine>();
        for (var index = 0; index < left.lines().size(); index++) {
            var line = part.lines().get(index);
            var known = traits.getOrDefault(line.listing().value(), GONE);
            lines.add(new SoldLine(
                    known.categoryPath().isEmpty() ? null : known.categoryPath(),
                    known.stars(),
                    line.vatClass(),
                    left.lines().get(index)));
        }
        return new SaleLines(List.copyOf(lines), left.shipping());
    }

    Money goods() {
        return lines.stream().map(SoldLine::goods).reduce(Money.vnd(0), Money::plus);
    }

    Money total() {
        return goods().plus(shipping);
    }
}
