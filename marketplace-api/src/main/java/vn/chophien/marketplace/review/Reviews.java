package vn.chophien.marketplace.review;

import io.r2dbc.spi.Readable;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.catalog.ListingId;
import vn.chophien.marketplace.catalog.ListingRatings;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.web.ListPosition;

/** The reviews of listings, newest first. */
@Repository
public class Reviews {
    private final DatabaseClient database;
    private final ListingRatings ratings;
    private final TransactionalOperator transaction;

    Reviews(DatabaseClient database, ListingRatings ratings, TransactionalOperator transaction) {
        this.database = database;
        this.ratings = ratings;
        this.transaction = transaction;
    }

    /** Takes reviews over from elsewhere and counts them into the ratings; known ones are left as they are. */
    public Mono<Void> add(List<NewReview> reviews) {
        return insert(reviews)
                .collect(Collectors.groupingBy(
                        Counted::listing, Collectors.mapping(Counted::rating, Collectors.toList())))
                .flatMap(ratings::add)
                .as(transaction::transactional);
    }

    Flux<Review> page(ListingId listing, ListPosition after, int limit) {
        return database.sql("""
                SELECT r.id, r.rating, r.language, r.body, r.author_alias, r.verified_purchase, r.created_at
                FROM review r
                WHERE r.listing_id = :listing AND (r.created_at, r.id) < (:createdAt, :id)
                ORDER BY r.created_at DESC, r.id DESC
                LIMIT :limit
                """)
                .bind("listing", listing.value())
                .bind("createdAt", after.at())
                .bind("id", after.id())
                .bind("limit", limit)
                .map(Reviews::fromRow)
                .all();
    }

    /** How many reviews gave one to five stars, in that order. */
    Mono<List<Long>> distribution(ListingId listing) {
        return database.sql("""
                SELECT s.stars, (SELECT count(*) FROM review r WHERE r.listing_id = :listing AND r.rating = s.stars) AS n
                FROM generate_series(1, 5) AS s (stars) ORDER BY s.stars
                """)
                .bind("listing", listing.value())
                .map(row -> Columns.number(row, "n"))
                .all()
                .collectList();
    }

    private Flux<Counted> insert(List<NewReview> reviews) {
        return database.sql("""
                INSERT INTO review (external_id, listing_id, rating, language, body, author_alias, verified_purchase,
                                    created_at)
                SELECT r.external_id, r.listing_id, r.rating, r.language, r.body, r.author_alias, r.verified, r.created_at
                FROM unnest(:externalIds, :listings, :ratings, :languages, :bodies, :authors, :verified, :createdAt)
                     AS r (external_id, listing_id, rating, language, body, author_alias, verified, created_at)
                ON CONFLICT (external_id) DO NOTHING
                RETURNING listing_id, rating
                """)
                .bind("externalIds", reviews.stream().map(NewReview::externalId).toArray(String[]::new))
                .bind("listings", reviews.stream().map(r -> r.listing().value()).toArray(UUID[]::new))
                .bind("ratings", reviews.stream().map(NewReview::rating).toArray(Integer[]::new))
                .bind("languages", reviews.stream().map(r -> r.language().tag()).toArray(String[]::new))
                .bind("bodies", reviews.stream().map(NewReview::body).toArray(String[]::new))
                .bind("authors", reviews.stream().map(NewReview::authorAlias).toArray(String[]::new))
                .bind(
                        "verified",
                        reviews.stream().map(NewReview::verifiedPurchase).toArray(Boolean[]::new))
                .bind(
                        "createdAt",
                        reviews.stream()
                                .map(r -> r.createdAt().atOffset(ZoneOffset.UTC))
                                .toArray(OffsetDateTime[]::new))
                .map(row -> new Counted(new ListingId(Columns.uuid(row, "listing_id")), Columns.integer(row, "rating")))
                .all();
    }

    private static Review fromRow(Readable row) {
        return new Review(
                Columns.uuid(row, "id"),
                Columns.integer(row, "rating"),
                Columns.text(row, "language"),
                Columns.text(row, "body"),
                Columns.text(row, "author_alias"),
                Columns.flag(row, "verified_purchase"),
                Columns.instant(row, "created_at"));
    }

    private record Counted(ListingId listing, int rating) {}
}
