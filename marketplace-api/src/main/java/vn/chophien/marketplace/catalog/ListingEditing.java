package vn.chophien.marketplace.catalog;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/**
 * Changes listings. Each change raises the version and marks the listing for the index. Call it in the transaction in which
 * {@link ShopListings#findForEdit} found the listing to be the shop's.
 */
@Repository
public class ListingEditing {
    private final DatabaseClient database;
    private final ListingMarks marks;
    private final InstantSource clock;

    ListingEditing(DatabaseClient database, ListingMarks marks, InstantSource clock) {
        this.database = database;
        this.marks = marks;
        this.clock = clock;
    }

    public Mono<Void> rewrite(ListingId listing, Rewrite rewrite) {
        return database.sql("""
                UPDATE listing
                SET name_vi = COALESCE(:nameVi, name_vi), name_en = COALESCE(:nameEn, name_en),
                    description_vi = COALESCE(:descriptionVi, description_vi),
                    description_en = COALESCE(:descriptionEn, description_en), on_sale = COALESCE(:onSale, on_sale)
                WHERE id = :listing
                """)
                .bind("listing", listing.value())
                .bind("nameVi", Binds.text(rewrite.nameVi()))
                .bind("nameEn", Binds.text(rewrite.nameEn()))
                .bind("descriptionVi", Binds.text(rewrite.descriptionVi()))
                .bind("descriptionEn", Binds.text(rewrite.descriptionEn()))
                .bind("onSale", Binds.flag(rewrite.onSale()))
                .then()
                .then(changed(listing));
    }

    /** Also writes down who changed the price. A price that is not new changes nothing. */
    public Mono<Void> reprice(ListingId listing, EditableListing.Variant variant, long price, AccountId editor) {
        if (price == variant.price()) {
            return Mono.empty();
        }
        return database.sql("""
                UPDATE listing_variant SET price = :price WHERE id = :variant RETURNING currency
                """)
                .bind("variant", variant.id().value())
                .bind("price", price)
                .map(row -> Columns.text(row, "currency"))
                .one()
                .flatMap(currency -> recordPrice(variant, price, currency, editor))
                .then(database.sql("""
                        UPDATE listing l SET min_price = p.lowest, max_price = p.highest
                        FROM (
                            SELECT min(v.price) AS lowest, max(v.price) AS highest
                            FROM listing_variant v WHERE v.listing_id = :listing AND v.on_sale
                        ) p
                        WHERE l.id = :listing
                        """).bind("listing", listing.value()).then())
                .then(changed(listing));
    }

    /** Whether a piece that weighs less than its nominal weight costs less. The variant must have a weight. */
    public Mono<Void> sellByWeight(ListingId listing, VariantId variant, boolean soldByWeight) {
        return database.sql("UPDATE listing_variant SET sold_by_weight = :sold WHERE id = :variant")
                .bind("variant", variant.value())
                .bind("sold", soldByWeight)
                .then()
                .then(changed(listing));
    }

    /** Shows a photograph after those that are there; the first one takes the place of the illustration. */
    public Mono<Void> addPicture(ListingId listing, String picture, String altVi, String altEn) {
        return database.sql("DELETE FROM listing_picture WHERE listing_id = :listing AND illustration")
                .bind("listing", listing.value())
                .then()
                .then(database.sql("""
                        INSERT INTO listing_picture (listing_id, position, picture_id, alt_vi, alt_en)
                        SELECT :listing, COALESCE(max(p.position) + 1, 0), :picture, :altVi, :altEn
                        FROM listing_picture p WHERE p.listing_id = :listing
                        ON CONFLICT (listing_id, picture_id) DO UPDATE
                        SET alt_vi = excluded.alt_vi, alt_en = excluded.alt_en
                        """)
                        .bind("listing", listing.value())
                        .bind("picture", picture)
                        .bind("altVi", altVi)
                        .bind("altEn", altEn)
                        .then())
                .then(changed(listing));
    }

    public Mono<Void> removePicture(ListingId listing, String picture) {
        return database.sql("DELETE FROM listing_picture WHERE listing_id = :listing AND picture_id = :picture")
                .bind("listing", listing.value())
                .bind("picture", picture)
                .then()
                .then(changed(listing));
    }

    private Mono<Void> recordPrice(EditableListing.Variant variant, long price, String currency, AccountId editor) {
        return database.sql("""
                INSERT INTO price_change (variant_id, old_price, new_price, currency, changed_by, changed_at)
                VALUES (:variant, :oldPrice, :newPrice, :currency, :editor, :now)
                """)
                .bind("variant", variant.id().value())
                .bind("oldPrice", variant.price())
                .bind("newPrice", price)
                .bind("currency", currency)
                .bind("editor", editor.value())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .then();
    }

    private Mono<Void> changed(ListingId listing) {
        return database.sql("UPDATE listing SET version = version + 1, updated_at = :now WHERE id = :listing")
                .bind("listing", listing.value())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .then()
                .then(Mono.defer(() -> marks.mark(List.of(listing))));
    }

    /** What to write anew; null stays as it is. */
    public record Rewrite(
            @Nullable String nameVi,
            @Nullable String nameEn,
            @Nullable String descriptionVi,
            @Nullable String descriptionEn,
            @Nullable Boolean onSale) {}
}
