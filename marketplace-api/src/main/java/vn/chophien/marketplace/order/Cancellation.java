package vn.chophien.marketplace.order;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.fulfillment.Shipment;
import vn.chophien.marketplace.security.AccountId;

/** Who gives goods up that have not left the house, why and when. */
record Cancellation(Actor actor, @Nullable AccountId account, String reason, Instant at) {

    /** The order without what is still open of these parts. */
    Order cancel(Order order, List<SellerOrder> parts) {
        var cancelled = order;
        for (var part : parts) {
            if (!part.hasOpenLines()) {
                throw OrderProblem.illegalTransition(
                        part.number(), part.state().name(), SellerOrderState.Name.CANCELLED);
            }
            cancelled = cancel(cancelled, part, part.openPieces(), ReductionId.generate());
        }
        return cancelled;
    }

    /**
     * The order with fewer pieces of some lines. Nothing is owed for them any more, and what was paid goes back. The shipping fee goes back
     * only with the last goods: a parcel that is sent costs what it costs, however little is in it.
     *
     * @param pieces how many by the position of the line; refused when a line has fewer open
     */
    Order cancel(Order order, SellerOrder part, Map<Integer, Integer> pieces, ReductionId id) {
        LineSelection.check(part, pieces);
        var lines = part.lines().stream()
                .map(line -> line.cancel(pieces.getOrDefault(line.position(), 0)))
                .toList();
        var left = part.handled(lines, part.shipments());
        var next = left.move(next(left), actor, account, reason, at);
        var given = part.lines().stream()
                .map(line -> given(line, pieces.getOrDefault(line.position(), 0)))
                .filter(line -> line.quantity() > 0)
                .toList();
        var shipping = next.is(SellerOrderState.Name.CANCELLED)
                ? part.shippingDue()
                : part.shippingDue().times(0);
        return order.reduce(
                next,
                new Reduction.Wish(id, SellerOrderFact.Cause.CANCELLED, given, shipping, actor, account, reason, at));
    }

    private static Reduction.Line given(OrderLine line, int pieces) {
        return new Reduction.Line(line.position(), pieces, line.unitPrice().times(pieces));
    }

    private SellerOrderState next(SellerOrder left) {
        if (left.hasOpenLines()) {
            return left.state();
        }
        if (left.shipments().isEmpty()) {
            return new SellerOrderState.Cancelled(actor, reason);
        }
        return left.shipments().stream().anyMatch(Shipment::isUnderWay)
                ? new SellerOrderState.Shipped()
                : new SellerOrderState.Delivered(at);
    }
}
