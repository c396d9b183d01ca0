package vn.chophien.marketplace.settlement.posting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.settlement.ledger.AccountKind;
import vn.chophien.marketplace.settlement.ledger.LedgerAccount;

/**
 * What of a sale is in one place: several carriers may have collected for one seller order.
 *
 * @param prepaid what is in the books as paid before the last goods arrived; may be more than the share, where less was sold in the end
 */
record MoneyShare(LedgerAccount place, Money goods, Money shipping, Money prepaid) {

    /**
     * Splits a sale over the places of its money, in proportion to what is held there, by largest remainder: places that hold exactly the sale
     * each have exactly their own. The delivery fee came in with the first parcel, so it is in the first place, as far as that has so much.
     *
     * @param held the first parcel's first; at least one
     */
    static List<MoneyShare> of(SaleLines sale, List<Held> held) {
        var places = new LinkedHashMap<LedgerAccount, Held>();
        held.forEach(part -> places.merge(part.place(), part, Held::and));
        if (places.size() == 1) {
            var only = places.firstEntry().getValue();
            return List.of(new MoneyShare(only.place(), sale.goods(), sale.shipping(), only.prepaid()));
        }
        var amounts = sale.total()
                .allocate(places.values().stream()
                        .mapToLong(place -> place.amount().minor())
                        .toArray())
                .iterator();
        var shares = new ArrayList<MoneyShare>();
        var shipping = sale.shipping();
        for (var place : places.values()) {
            var amount = amounts.next();
            var fee = shipping.compareTo(amount) > 0 ? amount : shipping;
            shares.add(new MoneyShare(place.place(), amount.minus(fee), fee, place.prepaid()));
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

    /**
     * A buyer's money in one place.
     *
     * @param prepaid what of it is in the books since before the last goods arrived
     */
    record Held(LedgerAccount place, Money amount, Money prepaid) {

        static Held paid(LedgerAccount place, Money amount) {
            return new Held(place, amount, amount);
        }

        /** Comes into the books with the sale. */
        static Held atTheDoor(LedgerAccount place, Money amount) {
            return new Held(place, amount, Money.zero(amount.currency()));
        }

        private Held and(Held other) {
            return new Held(place, amount.plus(other.amount()), prepaid.plus(other.prepaid()));
        }
    }
}
