package vn.chophien.marketplace.order;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import vn.chophien.marketplace.inventory.StockClaim;
import vn.chophien.marketplace.payment.PaymentMethod;

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
            if (after.payment().method() == PaymentMethod.COD && !part.isDelivered()) {
                facts.addAll(collected(known, part));
            }
            if (!known.is(SellerOrderState.Name.DELIVERED) && part.is(SellerOrderState.Name.DELIVERED)) {
                facts.add(new SellerOrderFact.Delivered(
                        after, part, part.lastEvent().at()));
            }
        }
        return facts;
    }

    /** Parcels that arrived by this step. */
    private List<SellerOrderFact> collected(SellerOrder known, SellerOrder part) {
        return part.shipments().stream()
                .filter(parcel -> !parcel.isUnderWay())
                .filter(parcel -> known.shipments().stream()
                        .anyMatch(before -> before.position() == parcel.position() && before.isUnderWay()))
                .<SellerOrderFact>map(parcel -> new SellerOrderFact.Collected(
                        after, part, parcel.position(), part.lastEvent().at()))
                .toList();
    }

    /** Promised goods that are given up and go back on sale. */
    List<StockClaim> released() {
        return claims(OrderLine::cancelled);
    }

    /** Promised goods that leave the house. */
    List<StockClaim> taken() {
        return claims(OrderLine::shipped);
    }

    private List<StockClaim> claims(ToIntFunction<OrderLine> pieces) {
        var claims = new ArrayList<StockClaim>();
        for (var part : after.sellerOrders()) {
            for (var line : part.lines()) {
                var known = before.part(part.number()).line(line.position()).orElseThrow();
                var moved = pieces.applyAsInt(line) - pieces.applyAsInt(known);
                if (moved > 0) {
                    claims.add(new StockClaim(part.reservationOwner(), line.variant(), moved));
                }
            }
        }
        return claims;
    }

    /** Reductions are only ever added. */
    static List<Reduction> newReductions(SellerOrder before, SellerOrder after) {
        return after.reductions()
                .subList(before.reductions().size(), after.reductions().size());
    }
}
