package vn.chophien.marketplace.catalog;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.seller.Sellers;
import vn.chophien.marketplace.sql.Columns;

/** Variants as other capabilities read them: current price, names and shop, straight from the database. */
@Repository
public class Variants {
    private static final String COLUMNS = """
            v.id, v.listing_id, l.seller_id, v.sku, l.slug, l.name_vi, l.name_en, v.label_vi, v.label_en, v.price,
            v.currency, v.weight_grams, v.sold_by_weight, l.vat_class, v.on_sale AND l.on_sale AS on_sale, p.picture_id
            """;
    private static final String TABLES = """
            FROM listing_variant v
            JOIN listing l ON l.id = v.listing_id
            LEFT JOIN LATERAL (
                SELECT lp.picture_id FROM listing_picture lp WHERE lp.listing_id = l.id ORDER BY lp.position LIMIT 1
            ) p ON TRUE
            """;
    private static final String SELECT = "SELECT " + COLUMNS + TABLES;
    private static final String OFFERS =
            "SELECT coalesce(a.available, 0) AS available, " + Sellers.JOINED_COLUMNS + ", " + COLUMNS + TABLES + """
            JOIN seller s ON s.id = l.seller_id
            LEFT JOIN variant_availability a ON a.variant_id = v.id
            WHERE v.id = ANY(:ids)
            """;

    private final DatabaseClient database;

    Variants(DatabaseClient database) {
        this.database = database;
    }

    /** Those of the given variants that exist, in no order. */
    public Flux<VariantSnapshot> findAll(Collection<VariantId> ids) {
        return database.sql(SELECT + "WHERE v.id = ANY(:ids)")
                .bind("ids", ids.stream().map(VariantId::value).toArray(UUID[]::new))
                .map(Variants::fromRow)
                .all();
    }

    /** As {@link #findAll}, with their shops and what is left of them. */
    public Flux<Offer> findOffers(Collection<VariantId> ids) {
        return database.sql(OFFERS)
                .bind("ids", ids.stream().map(VariantId::value).toArray(UUID[]::new))
                .map(row -> new Offer(fromRow(row), Sellers.fromJoinedRow(row), Columns.integer(row, "available")))
                .all();
    }

    /** What a shop sells now. */
    public Flux<VariantSnapshot> onSaleOf(SellerId seller) {
        return database.sql(SELECT + "WHERE l.seller_id = :seller AND v.on_sale AND l.on_sale")
                .bind("seller", seller.value())
                .map(Variants::fromRow)
                .all();
    }

    private static VariantSnapshot fromRow(Readable row) {
        return new VariantSnapshot(
                new VariantId(Columns.uuid(row, "id")),
                new ListingId(Columns.uuid(row, "listing_id")),
                new SellerId(Columns.uuid(row, "seller_id")),
                Columns.text(row, "sku"),
                Columns.text(row, "slug"),
                Columns.text(row, "name_vi"),
                Columns.text(row, "name_en"),
                Columns.text(row, "label_vi"),
                Columns.text(row, "label_en"),
                Money.of(Columns.number(row, "price"), Columns.text(row, "currency")),
                Columns.integer(row, "weight_grams"),
                Columns.flag(row, "sold_by_weight"),
                Columns.text(row, "vat_class"),
                Columns.flag(row, "on_sale"),
                Columns.textOrNull(row, "picture_id"));
    }
}
