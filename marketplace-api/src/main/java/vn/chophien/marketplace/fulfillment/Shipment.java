package vn.chophien.marketplace.fulfillment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the goods of one seller order left the house. */
public record Shipment(
        UUID sellerOrder,
        String carrier,
        @Nullable String trackingCode,
        Instant shippedAt,
        @Nullable Instant deliveredAt) {}
