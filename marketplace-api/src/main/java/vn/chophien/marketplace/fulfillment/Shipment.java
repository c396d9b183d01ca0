package vn.chophien.marketplace.fulfillment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A parcel with goods of one seller order.
 *
 * @param position among the parcels of the seller order, from one
 */
public record Shipment(
        ShipmentId id,
        UUID sellerOrder,
        int position,
        String carrier,
        @Nullable String trackingCode,
        List<Line> lines,
        Instant shippedAt,
        @Nullable Instant deliveredAt) {

    public Shipment {
        lines = List.copyOf(lines);
    }

    public boolean isUnderWay() {
        return deliveredAt == null;
    }

    public Shipment delivered(Instant at) {
        return new Shipment(id, sellerOrder, position, carrier, trackingCode, lines, shippedAt, at);
    }

    /**
     * Some pieces of one order line.
     *
     * @param position of the order line, from one
     * @param packedGrams what all of them weighed together, of goods sold by weight
     */
    public record Line(int position, int quantity, @Nullable Integer packedGrams) {}
}
