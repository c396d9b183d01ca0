package vn.chophien.marketplace.catalog;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** The documents of visible listings as the view {@code published_listing} shows them, page by page. */
@Repository
public class PublishedDocuments {

    private static final UUID LOWEST = new UUID(0, 0);

    private final DatabaseClient database;

    PublishedDocuments(DatabaseClient database) {
        this.database = database;
    }

    public Flux<Document> after(@Nullable ListingId id, int limit) {
        return database.sql("""
                SELECT listing_id, document::text AS document
                FROM published_listing WHERE visible AND listing_id > :id ORDER BY listing_id LIMIT :limit
                """)
                .bind("id", id == null ? LOWEST : id.value())
                .bind("limit", limit)
                .map(row -> new Document(
                        new ListingId(Objects.requireNonNull(row.get("listing_id", UUID.class))),
                        Objects.requireNonNull(row.get("document", String.class))))
                .all();
    }

    /** @param json not yet looked at */
    public record Document(ListingId id, String json) {}
}
