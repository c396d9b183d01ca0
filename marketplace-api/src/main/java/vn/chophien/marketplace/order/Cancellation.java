package vn.chophien.marketplace.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.security.AccountId;

/** Who gives goods up, why and when. */
record Cancellation(Actor actor, @Nullable AccountId account, String reason, Instant at) {

    /** The order without these parts; nothing is owed for them any more, and what was paid goes back. */
    Order cancel(Order order, List<SellerOrder> parts) {
        return order.withParts(part -> parts.contains(part)
                        ? part.move(new SellerOrderState.Cancelled(actor, reason), actor, account, reason, at)
                                .reduce(wholeOf(order, part))
                        : part)
                .settled(order);
    }

    private Reduction wholeOf(Order order, SellerOrder part) {
        return new Reduction(
                ReductionId.generate(),
                SellerOrderFact.Cause.CANCELLED,
                part.lines().stream()
                        .map(line -> new Reduction.Line(line.position(), line.quantity(), line.total()))
                        .toList(),
                part.goodsTotal(),
                part.shipping().fee(),
                order.paidFor(part),
                actor,
                account,
                reason,
                at);
    }
}
