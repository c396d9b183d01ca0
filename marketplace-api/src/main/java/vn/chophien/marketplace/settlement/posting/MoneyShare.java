package vn.chophien.marketplace.settlement.posting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;

/** What of a sale is in one place: several carriers may have collected for one seller order. */
record MoneyShare(LedgerAccount place, Money goods, Money shipping) {

    /**
     * Splits a sale over the places of its money, in proportion to what is held there, by largest remainder: places that hold exactly the sale
     * each have exactly their own. The delivery fee came in with the first parcel, so it is in the first place, as far as that has so much.
     *
     * @param held the first parcel's first; at least one
     */
    static List<MoneyShare> of(SaleLines sale, List<Held> held) {
        var sums = new LinkedHashMap<LedgerAccount, Money>();
        held.forEach(part -> sums.merge(part.place(), part.amount(), Money::plus));
        if (sums.size() == 1) {
            return List.of(new MoneyShare(held.getFirst().place(), sale.goods(), sale.shipping()));
        }
        var amounts = sale.total()
                .allocate(sums.values().stream().mapToLong(Money::minor).toArray())
                .iterator();
        var shares = new ArrayList<MoneyShare>();
        var shipping = sale.shipping();
        for (var place : sums.keySet()) {
            var amount = amounts.next();
            var fee = shipping.compareTo(amount) > 0 ? amount : shipping;
            shares.add(new MoneyShare(place, amount.minus(fee), fee));
            shipping = shipping.minus(fee);
        }
        return List.copyOf(shares);
    }

    /** Whether the seller has it already. */
    boolean isDirect() {
        return place.kind() == AccountKind.SELLER_CASH;
    }

    Money total() {
        return goods.plus(shipping);
    }

    /** A buyer's money in one place. */
    record Held(LedgerAccount place, Money amount) {}
}
