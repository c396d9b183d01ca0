package vn.chophien.marketplace.order;

import java.util.ArrayList;
import java.util.List;

/** An order before and after one step: what that step did follows from the difference. */
record OrderChange(Order before, Order after) {

    /** What happened to the money and the goods, in the order of the parts. */
    List<SellerOrderFact> facts() {
        var facts = new ArrayList<SellerOrderFact>();
        for (var part : after.sellerOrders()) {
            var known = before.part(part.number());
            if (known.is(SellerOrderState.Name.AWAITING_PAYMENT)
                    && !part.is(SellerOrderState.Name.AWAITING_PAYMENT)
                    && after.paidFor(part).isPositive()) {
                facts.add(new SellerOrderFact.Paid(
                        after, part, after.paidFor(part), part.lastEvent().at()));
            }
            for (var reduction : newReductions(known, part)) {
                facts.add(SellerOrderFact.Reduced.of(after, part, reduction));
            }
            if (!known.is(SellerOrderState.Name.DELIVERED) && part.is(SellerOrderState.Name.DELIVERED)) {
                facts.add(new SellerOrderFact.Delivered(
                        after, part, part.lastEvent().at()));
            }
        }
        return facts;
    }

    /** Reductions are only ever added. */
    static List<Reduction> newReductions(SellerOrder before, SellerOrder after) {
        return after.reductions()
                .subList(before.reductions().size(), after.reductions().size());
    }
}
