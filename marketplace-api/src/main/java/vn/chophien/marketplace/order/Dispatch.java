package vn.chophien.marketplace.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.fulfillment.Shipment;
import vn.chophien.marketplace.fulfillment.ShipmentId;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.web.FieldProblem;

/** A parcel as the shop hands it over: which pieces, and of goods sold by weight what they weighed. */
record Dispatch(
        ShipmentId id,
        String carrier,
        @Nullable String trackingCode,
        List<Shipment.Line> lines,
        AccountId by,
        Instant at) {

    /** The order with the parcel on its way. Goods sold by weight that weigh less than ordered cost less. */
    Order ship(Order order, SellerOrder part) {
        check(part);
        var pieces = pieces();
        var lines = part.lines().stream()
                .map(line -> line.ship(pieces.getOrDefault(line.position(), 0)))
                .toList();
        var parcels = new ArrayList<>(part.shipments());
        parcels.add(
                new Shipment(id, part.id().value(), parcels.size() + 1, carrier, trackingCode, this.lines, at, null));
        var sent = part.handled(lines, parcels);
        var next = sent.move(
                sent.hasOpenLines() ? new SellerOrderState.PartlyShipped() : new SellerOrderState.Shipped(),
                Actor.SELLER,
                by,
                null,
                at);
        var shortages = this.lines.stream()
                .map(packed -> shortage(part.line(packed.position()).orElseThrow(), packed))
                .filter(shortage -> shortage.goods().isPositive())
                .toList();
        return shortages.isEmpty()
                ? order.withPart(next)
                : order.reduce(
                        next,
                        new Reduction.Wish(
                                new ReductionId(id.value()),
                                SellerOrderFact.Cause.SHORT_WEIGHT,
                                shortages,
                                part.shippingDue().times(0),
                                Actor.SELLER,
                                by,
                                null,
                                at));
    }

    private Map<Integer, Integer> pieces() {
        return lines.stream().collect(Collectors.toMap(Shipment.Line::position, Shipment.Line::quantity));
    }

    private void check(SellerOrder part) {
        LineSelection.check(part, pieces());
        var errors = lines.stream()
                .filter(packed ->
                        part.line(packed.position()).orElseThrow().soldByWeight() != (packed.packedGrams() != null))
                .map(packed -> new FieldProblem(
                        "lines." + packed.position(),
                        packed.packedGrams() == null ? "weight-missing" : "not-sold-by-weight"))
                .toList();
        if (!errors.isEmpty()) {
            throw OrderProblem.linesNotOpen(part.number(), errors);
        }
    }

    private static Reduction.Line shortage(OrderLine line, Shipment.Line packed) {
        var ordered = line.unitPrice().times(packed.quantity());
        return new Reduction.Line(
                packed.position(),
                packed.quantity(),
                ordered.minus(line.priceOf(packed.quantity(), packed.packedGrams())));
    }
}
