package vn.chophien.marketplace.catalog;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/** Finds listings by what people call them in addresses. */
@Repository
public class ListingNames {
    private final DatabaseClient database;

    ListingNames(DatabaseClient database) {
        this.database = database;
    }

    /** The listing for sale at this address. */
    public Mono<ListingId> findBySlug(String slug) {
        return database.sql("SELECT l.id FROM listing l WHERE l.slug = :slug AND l.on_sale")
                .bind("slug", slug)
                .map(row -> new ListingId(Columns.uuid(row, "id")))
                .one();
    }
}
