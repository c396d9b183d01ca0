package vn.chophien.indexer.document;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The view {@code published_listing}: the only business data this application reads. How many listings are wanted stands in the
 * statement itself, not in a parameter: PostgreSQL then keeps its plan instead of making a new one for each page.
 */
@Repository
public class PublishedListings {

    private static final String FIND = """
            SELECT listing_id, version, visible, document::text AS document, fingerprint
            FROM published_listing WHERE listing_id = ANY(:ids)
            """;

    private static final String PAGE = """
            SELECT listing_id, version, visible, document::text AS document, fingerprint
            FROM published_listing WHERE visible AND listing_id > :after ORDER BY listing_id LIMIT %d
            """;

    private static final String STRETCH = """
            SELECT listing_id, version, visible, document::text AS document, fingerprint
            FROM published_listing WHERE visible AND listing_id > :after AND listing_id <= :last
            """;

    private static final String SUM = """
            SELECT count(*) AS listings, COALESCE(sum(fingerprint), 0)::bigint AS fingerprints, max(listing_id::text) AS last
            FROM (SELECT listing_id, fingerprint
                  FROM published_listing WHERE visible AND listing_id > :after AND listing_id <= :until
                  ORDER BY listing_id LIMIT %d) page
            """;

    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    private final DatabaseClient database;
    private final LexiconFollower lexicon;

    PublishedListings(DatabaseClient database, LexiconFollower lexicon) {
        this.database = database;
        this.lexicon = lexicon;
    }

    /** The current state of these listings; one that no longer exists is missing. */
    public Flux<PublishedListing> find(Collection<UUID> ids) {
        return lexicon.follow()
                .thenMany(database.sql(FIND)
                        .bind("ids", ids.toArray(UUID[]::new))
                        .map(PublishedListings::listing)
                        .all());
    }

    /** The visible listings after an id, in the order of ids. */
    public Flux<PublishedListing> after(@Nullable UUID id, int limit) {
        return lexicon.follow()
                .thenMany(database.sql(PAGE.formatted(limit))
                        .bind("after", orLowest(id))
                        .map(PublishedListings::listing)
                        .all());
    }

    /** The visible listings of a stretch of ids. */
    public Flux<PublishedListing> between(@Nullable UUID after, @Nullable UUID last) {
        return lexicon.follow()
                .thenMany(database.sql(STRETCH)
                        .bind("after", orLowest(after))
                        .bind("last", orHighest(last))
                        .map(PublishedListings::listing)
                        .all());
    }

    /** The next stretch of so many visible listings up to an id or to the highest; the last one, which may be empty, ends there. */
    public Mono<PublishedRange> range(@Nullable UUID after, @Nullable UUID until, int listings) {
        return database.sql(SUM.formatted(listings))
                .bind("after", orLowest(after))
                .bind("until", orHighest(until))
                .map(row -> {
                    long found = required(row, "listings", Long.class);
                    var last = found < listings ? until : UUID.fromString(required(row, "last", String.class));
                    return new PublishedRange(after, last, found, required(row, "fingerprints", Long.class));
                })
                .one();
    }

    private static UUID orHighest(@Nullable UUID id) {
        return id == null ? HIGHEST : id;
    }

    private static UUID orLowest(@Nullable UUID id) {
        return id == null ? LOWEST : id;
    }

    private static PublishedListing listing(Readable row) {
        return new PublishedListing(
                required(row, "listing_id", UUID.class),
                required(row, "version", Long.class),
                required(row, "visible", Boolean.class),
                required(row, "fingerprint", Long.class),
                required(row, "document", String.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
