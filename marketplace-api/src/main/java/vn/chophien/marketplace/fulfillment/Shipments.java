package vn.chophien.marketplace.fulfillment;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** Shipments of seller orders. Writes join the transaction of the caller. */
@Repository
public class Shipments {

    private final DatabaseClient database;

    Shipments(DatabaseClient database) {
        this.database = database;
    }

    public Mono<Void> handOver(Shipment shipment) {
        return database.sql("""
                INSERT INTO shipment (id, seller_order_id, position, carrier, tracking_code, shipped_at)
                VALUES (:id, :seller_order, :position, :carrier, :tracking_code, :at)
                """)
                .bind("id", shipment.id().value())
                .bind("seller_order", shipment.sellerOrder())
                .bind("position", shipment.position())
                .bind("carrier", shipment.carrier())
                .bind("tracking_code", Binds.text(shipment.trackingCode()))
                .bind("at", shipment.shippedAt())
                .then()
                .thenMany(Flux.fromIterable(shipment.lines()))
                .concatMap(line -> insertLine(shipment.id(), line))
                .then();
    }

    public Mono<Void> deliver(ShipmentId shipment, Instant at) {
        return database.sql("UPDATE shipment SET delivered_at = :at WHERE id = :id")
                .bind("id", shipment.value())
                .bind("at", at)
                .then();
    }

    /** The parcels of these seller orders, in the order they left. */
    public Flux<Shipment> findAll(Collection<UUID> sellerOrders) {
        var ids = sellerOrders.toArray(UUID[]::new);
        return database.sql("""
                SELECT l.shipment_id, l.line_position, l.quantity, l.packed_grams
                  FROM shipment_line l JOIN shipment s ON s.id = l.shipment_id
                 WHERE s.seller_order_id = ANY(:seller_orders) ORDER BY l.shipment_id, l.line_position
                """)
                .bind("seller_orders", ids)
                .map(row -> Map.entry(Columns.uuid(row, "shipment_id"), line(row)))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .flatMapMany(lines -> database.sql("""
                        SELECT id, seller_order_id, position, carrier, tracking_code, shipped_at, delivered_at
                          FROM shipment WHERE seller_order_id = ANY(:seller_orders) ORDER BY seller_order_id, position
                        """)
                        .bind("seller_orders", ids)
                        .map(row -> shipment(row, lines.getOrDefault(Columns.uuid(row, "id"), List.of())))
                        .all());
    }

    private Mono<Void> insertLine(ShipmentId shipment, Shipment.Line line) {
        return database.sql("""
                INSERT INTO shipment_line (shipment_id, line_position, quantity, packed_grams)
                VALUES (:shipment, :position, :quantity, :packed_grams)
                """)
                .bind("shipment", shipment.value())
                .bind("position", line.position())
                .bind("quantity", line.quantity())
                .bind("packed_grams", Binds.integer(line.packedGrams()))
                .then();
    }

    private static Shipment shipment(Readable row, List<Shipment.Line> lines) {
        return new Shipment(
                new ShipmentId(Columns.uuid(row, "id")),
                Columns.uuid(row, "seller_order_id"),
                Columns.integer(row, "position"),
                Columns.text(row, "carrier"),
                Columns.textOrNull(row, "tracking_code"),
                lines,
                Columns.instant(row, "shipped_at"),
                Columns.instantOrNull(row, "delivered_at"));
    }

    private static Shipment.Line line(Readable row) {
        return new Shipment.Line(
                Columns.integer(row, "line_position"),
                Columns.integer(row, "quantity"),
                Columns.integerOrNull(row, "packed_grams"));
    }
}
