package vn.chophien.marketplace.catalog;

import io.r2dbc.spi.Readable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.seller.SellerId;
import vn.chophien.marketplace.sql.Columns;
import vn.chophien.marketplace.web.Cursor;
import vn.chophien.marketplace.web.PageResponse;

/** The listings of one shop, for the shop itself. Another shop's listing is as absent as one that never was. */
@Repository
public class ShopListings {
    /** The name in lower case without diacritics, so that "ca phe" finds "Cà phê". */
    private static final String PLAIN_NAME =
            "replace(regexp_replace(normalize(lower(l.name_vi), NFD), '[\\u0300-\\u036f]', '', 'g'), 'đ', 'd')";

    private static final OffsetDateTime LATEST = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final DatabaseClient database;

    ShopListings(DatabaseClient database) {
        this.database = database;
    }

    public Mono<EditableListing> find(SellerId seller, ListingId listing, Language language) {
        return database.sql("SELECT " + EditableListing.COLUMNS
                        + " FROM listing l WHERE l.id = :listing AND l.seller_id = :seller")
                .bind("listing", listing.value())
                .bind("seller", seller.value())
                .map(EditableListing::fromRow)
                .one()
                .flatMap(head -> complete(List.of(head), language).map(List::getFirst));
    }

    /**
     * As {@link #find}, and nobody else edits the listing until the transaction ends. The variants are locked, not the
     * listing: orders lock stock and then the listing, and an edit that held the listing while it waits for stock would
     * meet them head on.
     */
    public Mono<EditableListing> findForEdit(SellerId seller, ListingId listing, Language language) {
        return database.sql("""
                SELECT v.id FROM listing_variant v WHERE v.listing_id = :listing ORDER BY v.id FOR NO KEY UPDATE
                """).bind("listing", listing.value()).fetch().all().then(find(seller, listing, language));
    }

    /** Newest first, narrowed to names or SKUs that contain the text. */
    public Mono<PageResponse<EditableListing>> page(
            SellerId seller, @Nullable String text, @Nullable String cursor, int pageSize, Language language) {
        var after = cursor == null ? new After(LATEST, new UUID(0, 0)) : After.decode(cursor);
        return database.sql("SELECT " + EditableListing.COLUMNS + " FROM listing l WHERE l.seller_id = :seller"
                        + " AND (l.created_at, l.id) < (:createdAt, :id) AND ("
                        + PLAIN_NAME + " LIKE :name OR lower(l.sku) LIKE :name)"
                        + " ORDER BY l.created_at DESC, l.id DESC LIMIT :limit")
                .bind("seller", seller.value())
                .bind("createdAt", after.createdAt())
                .bind("id", after.id())
                .bind("name", LikePatterns.containing(text == null ? "" : PlainText.of(text.strip())))
                .bind("limit", pageSize + 1)
                .map(EditableListing::fromRow)
                .all()
                .collectList()
                .flatMap(rows -> complete(rows.stream().limit(pageSize).toList(), language)
                        .map(items -> new PageResponse<>(
                                items, rows.size() > pageSize ? After.encode(items.getLast()) : null, null)));
    }

    private Mono<List<EditableListing>> complete(List<EditableListing> heads, Language language) {
        if (heads.isEmpty()) {
            return Mono.just(heads);
        }
        var ids = heads.stream().map(head -> head.id().value()).toArray(UUID[]::new);
        return variants(ids)
                .flatMap(variants -> pictures(ids, language)
                        .map(pictures -> heads.stream()
                                .map(head -> head.with(
                                        variants.getOrDefault(head.id(), List.of()),
                                        pictures.getOrDefault(head.id(), List.of())))
                                .toList()));
    }

    private Mono<Map<ListingId, List<EditableListing.Variant>>> variants(UUID[] listings) {
        return grouped(
                database.sql("""
                        SELECT v.listing_id, v.id, v.sku, v.label_vi, v.label_en, v.price,
                               v.weight_grams, v.sold_by_weight
                        FROM listing_variant v WHERE v.listing_id = ANY(:listings) ORDER BY v.listing_id, v.position
                        """).bind("listings", listings),
                row -> new EditableListing.Variant(
                        new VariantId(Columns.uuid(row, "id")),
                        Columns.text(row, "sku"),
                        Columns.text(row, "label_vi"),
                        Columns.text(row, "label_en"),
                        Columns.number(row, "price"),
                        Columns.integer(row, "weight_grams"),
                        Columns.flag(row, "sold_by_weight")));
    }

    private Mono<Map<ListingId, List<PictureResponse>>> pictures(UUID[] listings, Language language) {
        return grouped(
                database.sql("""
                        SELECT p.listing_id, p.picture_id, p.alt_%s AS alt
                        FROM listing_picture p WHERE p.listing_id = ANY(:listings) ORDER BY p.listing_id, p.position
                        """.formatted(language.tag())).bind("listings", listings),
                row -> PictureResponse.of(Columns.text(row, "picture_id"), Columns.text(row, "alt")));
    }

    private static <T> Mono<Map<ListingId, List<T>>> grouped(
            DatabaseClient.GenericExecuteSpec query, Function<Readable, T> fromRow) {
        return query.map(row -> Map.entry(new ListingId(Columns.uuid(row, "listing_id")), fromRow.apply(row)))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private record After(OffsetDateTime createdAt, UUID id) {
        static String encode(EditableListing listing) {
            return Cursor.encode(listing.createdAt().toString(), listing.id().toString());
        }

        static After decode(String cursor) {
            var parts = Cursor.decode(cursor);
            try {
                return new After(
                        Instant.parse(parts.getFirst()).atOffset(ZoneOffset.UTC), UUID.fromString(parts.getLast()));
            } catch (DateTimeException | IllegalArgumentException notOurs) {
                throw Cursor.invalid();
            }
        }
    }
}
