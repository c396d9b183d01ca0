package vn.chophien.marketplace.order;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.fulfillment.Shipment;

/**
 * A parcel.
 *
 * @param collect what the carrier collects with it when the buyer pays on delivery
 */
record ParcelResource(
        int number,
        String carrier,
        @Nullable String trackingCode,
        Instant shippedAt,
        @Nullable Instant deliveredAt,
        List<Line> lines,
        long collect) {

    static List<ParcelResource> allOf(SellerOrder part) {
        return part.shipments().stream()
                .map(shipment -> new ParcelResource(
                        shipment.position(),
                        shipment.carrier(),
                        shipment.trackingCode(),
                        shipment.shippedAt(),
                        shipment.deliveredAt(),
                        shipment.lines().stream()
                                .map(line -> Line.from(part, line))
                                .toList(),
                        part.collectible(shipment).minor()))
                .toList();
    }

    /** @param goods what these pieces cost, at their weight if they are sold by weight */
    record Line(int position, int quantity, @Nullable Integer packedGrams, long goods) {

        static Line from(SellerOrder part, Shipment.Line packed) {
            var line = part.line(packed.position()).orElseThrow();
            return new Line(
                    packed.position(),
                    packed.quantity(),
                    packed.packedGrams(),
                    line.priceOf(packed.quantity(), packed.packedGrams()).minor());
        }
    }
}
