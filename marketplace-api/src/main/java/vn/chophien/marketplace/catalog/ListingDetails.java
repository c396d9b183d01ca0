package vn.chophien.marketplace.catalog;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.place.Places;
import vn.chophien.marketplace.seller.SellerType;
import vn.chophien.marketplace.sql.Columns;

/** One listing for sale with all that its page shows; empty when there is none of that slug. */
@Repository
class ListingDetails {
    private static final String LISTING = """
            SELECT l.id, l.sku, l.slug, l.name_%1$s AS name, l.description_%1$s AS description, l.category_path,
                   l.ingredients_%1$s AS ingredients, l.certifications, l.organic, l.service, l.shelf_life_days,
                   l.harvest_months, l.season_months, l.tags, l.name_vi, l.currency, l.rating_sum, l.rating_count,
                   l.traceable, l.province_code, p.name_%1$s AS province_name, l.commune_code, l.commune_name,
                   l.created_at, l.updated_at, %2$s AS unit,
                   s.slug AS shop_slug, s.name_%1$s AS shop_name, s.type AS shop_type, s.phone AS shop_phone,
                   s.province_code AS shop_province_code, sp.name_%1$s AS shop_province_name,
                   s.commune_code AS shop_commune_code, s.commune_name AS shop_commune_name,
                   o.stars, o.decision_no, o.issued_on, o.valid_until
            FROM listing l
            JOIN seller s ON s.id = l.seller_id
            JOIN province p ON p.code = l.province_code
            JOIN province sp ON sp.code = s.province_code
            LEFT JOIN sales_unit u ON u.name_vi = l.unit
            LEFT JOIN LATERAL (
                SELECT c.stars, c.decision_no, c.issued_on, c.valid_until
                FROM valid_ocop_certificate c WHERE c.listing_id = l.id LIMIT 1
            ) o ON TRUE
            WHERE l.slug = :slug AND l.on_sale
            """;

    private final DatabaseClient database;
    private final Categories categories;
    private final Places places;
    private final ListingCommodities commodities;

    ListingDetails(DatabaseClient database, Categories categories, Places places, ListingCommodities commodities) {
        this.database = database;
        this.categories = categories;
        this.places = places;
        this.commodities = commodities;
    }

    Mono<ListingResponse> find(String slug, Language language) {
        return database.sql(LISTING.formatted(language.tag(), ListingCards.unit(language)))
                .bind("slug", slug)
                .map(row -> head(row, language))
                .one()
                .flatMap(head -> complete(head, language));
    }

    private Mono<ListingResponse> complete(ListingResponse head, Language language) {
        return variants(head.id(), language)
                .collectList()
                .flatMap(variants -> pictures(head.id(), language)
                        .collectList()
                        .flatMap(pictures -> categories
                                .lineage(head.categoryPath())
                                .map(lineage -> head.with(variants, pictures, lineage, language))))
                .flatMap(listing -> commodities
                        .rules()
                        .map(rules -> rules.commodity(listing.categoryPath(), listing.nameVi())
                                .map(listing::comparedWith)
                                .orElse(listing)));
    }

    private Flux<ListingResponse.Variant> variants(UUID listing, Language language) {
        return database.sql("""
                SELECT v.id, v.sku, v.label_%s AS label, v.label_vi, v.price, v.weight_grams, a.available
                FROM listing_variant v
                JOIN variant_availability a ON a.variant_id = v.id
                WHERE v.listing_id = :listing
                ORDER BY v.position
                """.formatted(language.tag()))
                .bind("listing", listing)
                .map(ListingDetails::variant)
                .all();
    }

    private static ListingResponse.Variant variant(Readable row) {
        long price = Columns.number(row, "price");
        int grams = Columns.integer(row, "weight_grams");
        return new ListingResponse.Variant(
                Columns.uuid(row, "id"),
                Columns.text(row, "sku"),
                Columns.text(row, "label"),
                price,
                grams,
                PackWeight.stated(Columns.text(row, "label_vi"), grams)
                        .map(weight -> weight.pricePerKilogram(price))
                        .orElse(null),
                Columns.integer(row, "available"));
    }

    private Flux<PictureResponse> pictures(UUID listing, Language language) {
        return database.sql("""
                SELECT p.picture_id, p.alt_%s AS alt FROM listing_picture p WHERE p.listing_id = :listing ORDER BY p.position
                """.formatted(language.tag()))
                .bind("listing", listing)
                .map(row -> PictureResponse.of(Columns.text(row, "picture_id"), Columns.text(row, "alt")))
                .all();
    }

    private ListingResponse head(Readable row, Language language) {
        return new ListingResponse(
                Columns.uuid(row, "id"),
                Columns.text(row, "sku"),
                Columns.text(row, "slug"),
                Columns.text(row, "name"),
                Columns.text(row, "description"),
                Columns.text(row, "category_path"),
                List.of(),
                shop(row, language),
                new ListingResponse.Origin(
                        Columns.text(row, "province_code"),
                        Columns.text(row, "province_name"),
                        commune(row, "commune_code", "commune_name", language)),
                Columns.text(row, "unit"),
                List.of(),
                Columns.text(row, "currency"),
                List.of(),
                Columns.texts(row, "ingredients"),
                Columns.texts(row, "certifications"),
                Columns.flag(row, "organic"),
                Columns.flag(row, "service"),
                Columns.integerOrNull(row, "shelf_life_days"),
                Columns.numbers(row, "harvest_months"),
                Columns.numbers(row, "season_months"),
                ocop(row),
                Columns.text(row, "name_vi"),
                null,
                null,
                ListingCards.ratingAverage(Columns.number(row, "rating_sum"), Columns.number(row, "rating_count")),
                Columns.integer(row, "rating_count"),
                Columns.flag(row, "traceable"),
                Columns.texts(row, "tags"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }

    private ListingResponse.Shop shop(Readable row, Language language) {
        return new ListingResponse.Shop(
                Columns.text(row, "shop_slug"),
                Columns.text(row, "shop_name"),
                SellerType.valueOf(Columns.text(row, "shop_type")),
                new ListingCard.ProvinceName(
                        Columns.text(row, "shop_province_code"), Columns.text(row, "shop_province_name")),
                commune(row, "shop_commune_code", "shop_commune_name", language),
                Columns.textOrNull(row, "shop_phone"));
    }

    /** The official name in the reader's language where the code is known, else what the seller wrote. */
    private String commune(Readable row, String codeColumn, String nameColumn, Language language) {
        var written = Columns.text(row, nameColumn);
        var code = Columns.textOrNull(row, codeColumn);
        return code == null
                ? written
                : places.commune(code)
                        .map(commune -> commune.fullName(language))
                        .orElse(written);
    }

    private static ListingResponse.@Nullable Ocop ocop(Readable row) {
        var stars = Columns.integerOrNull(row, "stars");
        return stars == null
                ? null
                : new ListingResponse.Ocop(
                        stars,
                        Columns.text(row, "decision_no"),
                        Columns.required(row, "issued_on", LocalDate.class),
                        Columns.required(row, "valid_until", LocalDate.class));
    }
}
