package vn.chophien.marketplace.fulfillment;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/** Shipments of seller orders. Writes join the transaction of the caller. */
@Repository
public class Shipments {

    private final DatabaseClient database;

    Shipments(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> handOver(UUID sellerOrder, String carrier, @Nullable String trackingCode, Instant at) {
        var statement = database.sql("""
                INSERT INTO shipment (seller_order_id, carrier, tracking_code, shipped_at)
                VALUES (:seller_order, :carrier, :tracking_code, :at)
                """)
                .bind("seller_order", sellerOrder)
                .bind("carrier", carrier)
                .bind("at", at);
        return (trackingCode == null
                        ? statement.bindNull("tracking_code", String.class)
                        : statement.bind("tracking_code", trackingCode))
                .then();
    }

    public Mono<Void> deliver(UUID sellerOrder, Instant at) {
        return database.sql("UPDATE shipment SET delivered_at = :at WHERE seller_order_id = :seller_order")
                .bind("seller_order", sellerOrder)
                .bind("at", at)
                .then();
    }

    public Flux<Shipment> findAll(Collection<UUID> sellerOrders) {
        return database.sql("""
                SELECT seller_order_id, carrier, tracking_code, shipped_at, delivered_at FROM shipment
                 WHERE seller_order_id = ANY(:seller_orders)
                """)
                .bind("seller_orders", sellerOrders.toArray(UUID[]::new))
                .map(Shipments::shipment)
                .all();
    }

    private static Shipment shipment(Readable row) {
        var deliveredAt = row.get("delivered_at", OffsetDateTime.class);
        return new Shipment(
                Columns.uuid(row, "seller_order_id"),
                Columns.text(row, "carrier"),
                Columns.textOrNull(row, "tracking_code"),
                Columns.instant(row, "shipped_at"),
                deliveredAt == null ? null : deliveredAt.toInstant());
    }
}
