package vn.chophien.indexer.document;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** The view {@code published_listing}: the only business data this application reads. */
@Repository
public class PublishedListings {

    private final DatabaseClient database;

    PublishedListings(DatabaseClient database) {
        this.database = database;
    }

    /** The current state of these listings; one that no longer exists is missing. */
    public Flux<PublishedListing> find(Collection<UUID> ids) {
        return database.sql("""
                SELECT listing_id, version, visible, document::text AS document
                FROM published_listing WHERE listing_id = ANY(:ids)
                """)
                .bind("ids", ids.toArray(UUID[]::new))
                .map(PublishedListings::listing)
                .all();
    }

    /** The visible listings after an id, in the order of ids. */
    public Flux<PublishedListing> after(UUID id, int limit) {
        return database.sql("""
                SELECT listing_id, version, visible, document::text AS document
                FROM published_listing WHERE visible AND listing_id > :id ORDER BY listing_id LIMIT :limit
                """)
                .bind("id", id)
                .bind("limit", limit)
                .map(PublishedListings::listing)
                .all();
    }

    /** What an index ought to hold, after an id, in the order of ids. */
    public Flux<ListingVersion> versionsAfter(UUID id, int limit) {
        return database.sql("""
                SELECT listing_id, version
                FROM published_listing WHERE visible AND listing_id > :id ORDER BY listing_id LIMIT :limit
                """)
                .bind("id", id)
                .bind("limit", limit)
                .map(row -> new ListingVersion(
                        required(row, "listing_id", UUID.class), required(row, "version", Long.class)))
                .all();
    }

    private static PublishedListing listing(Readable row) {
        return new PublishedListing(
                required(row, "listing_id", UUID.class),
                required(row, "version", Long.class),
                required(row, "visible", Boolean.class),
                required(row, "document", String.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
