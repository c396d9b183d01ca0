package vn.chophien.marketplace.settlement.posting;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/** What commission rules ask of a listing: its category, and the stars of a certificate that is valid on the day of the sale. */
@Repository
class ListingTraits {

    private final DatabaseClient database;

    ListingTraits(DatabaseClient database) {
        this.database = database;
    }

    Mono<Map<UUID, Traits>> of(Collection<UUID> listings) {
        return database.sql("""
                SELECT l.id, l.category_path, coalesce(c.stars, 0) AS stars
                  FROM listing l LEFT JOIN valid_ocop_certificate c ON c.listing_id = l.id
                 WHERE l.id = ANY(:ids)
                """)
                .bind("ids", listings.toArray(UUID[]::new))
                .map(row -> Map.entry(
                        Columns.uuid(row, "id"),
                        new Traits(Columns.text(row, "category_path"), Columns.integer(row, "stars"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    record Traits(String categoryPath, int stars) {}
}
