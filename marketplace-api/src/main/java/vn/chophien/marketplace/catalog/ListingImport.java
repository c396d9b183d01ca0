package vn.chophien.marketplace.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import vn.chophien.marketplace.sql.Columns;

/**
 * Takes listings over from elsewhere, many at a time. A listing is known by its SKU: one that is there already is left as
 * it is. Call it in a transaction, together with what belongs to the listings.
 */
@Repository
public class ListingImport {
    private final DatabaseClient database;
    private final ListingMarks marks;
    private final JsonMapper json;

    ListingImport(DatabaseClient database, ListingMarks marks) {
        this.database = database;
        this.marks = marks;
        this.json = JsonMapper.builder().build();
    }

    /** Adds the listings with their variants and marks them for the index; answers the ids of those that are new. */
    public Mono<Set<ListingId>> add(List<NewListing> listings) {
        return addListings(listings).flatMap(added -> {
            var fresh = listings.stream()
                    .filter(listing -> added.contains(listing.id()))
                    .toList();
            return addVariants(fresh).then(marks.mark(added)).thenReturn(added);
        });
    }

    /** The listings of the given SKUs that exist. */
    public Mono<Map<String, ListingId>> findBySku(Collection<String> skus) {
        return database.sql("SELECT l.sku, l.id FROM listing l WHERE l.sku = ANY(:skus)")
                .bind("skus", skus.toArray(String[]::new))
                .map(row -> Map.entry(Columns.text(row, "sku"), new ListingId(Columns.uuid(row, "id"))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Shows drawings that are kept already, each on a listing without a photograph. */
    public Mono<Void> addIllustrations(Collection<NewPicture> pictures) {
        return database.sql("""
                INSERT INTO listing_picture (listing_id, position, picture_id, alt_vi, alt_en, illustration)
                SELECT r.listing_id, 0, r.picture_id, l.name_vi, l.name_en, TRUE
                FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (listing_id uuid, picture_id text)
                JOIN listing l ON l.id = r.listing_id
                ON CONFLICT DO NOTHING
                """)
                .bind(
                        "rows",
                        json.writeValueAsString(
                                pictures.stream().map(PictureRow::of).toList()))
                .then();
    }

    private Mono<Set<ListingId>> addListings(List<NewListing> listings) {
        return database.sql("""
                INSERT INTO listing (id, seller_id, sku, slug, category_path, name_vi, name_en, description_vi,
                                     description_en, unit, ingredients_vi, ingredients_en, certifications, organic, service,
                                     shelf_life_days, vat_class, harvest_months, season_months, keywords, tags, traceable,
                                     province_code, commune_code, commune_name, min_price, max_price,
                                     created_at, updated_at)
                SELECT r.id, r.seller_id, r.sku, r.slug, r.category_path, r.name_vi, r.name_en, r.description_vi,
                       r.description_en, r.unit, r.ingredients_vi, r.ingredients_en, r.certifications, r.organic, r.service,
                       r.shelf_life_days, r.vat_class, r.harvest_months, r.season_months, r.keywords, r.tags, r.traceable,
                       r.province_code, r.commune_code, r.commune_name, r.min_price, r.max_price,
                       r.created_at, r.created_at
                FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (
                    id uuid, seller_id uuid, sku text, slug text, category_path text, name_vi text, name_en text,
                    description_vi text, description_en text, unit text, ingredients_vi text[], ingredients_en text[],
                    certifications text[], organic boolean, service boolean, shelf_life_days integer, vat_class text,
                    harvest_months smallint[], season_months smallint[], keywords text[], tags text[], traceable boolean,
                    province_code text, commune_code text, commune_name text, min_price bigint,
                    max_price bigint, created_at timestamptz)
                ON CONFLICT (sku) DO NOTHING
                RETURNING id
                """)
                .bind(
                        "rows",
                        json.writeValueAsString(
                                listings.stream().map(ListingRow::of).toList()))
                .map(row -> new ListingId(Columns.uuid(row, "id")))
                .all()
                .collect(Collectors.toSet());
    }

    private Mono<Void> addVariants(List<NewListing> listings) {
        var rows = listings.stream()
                .flatMap(listing -> VariantRow.of(listing).stream())
                .toList();
        return database.sql("""
                INSERT INTO listing_variant (id, listing_id, sku, label_vi, label_en, price, weight_grams, sold_by_weight, position)
                SELECT r.id, r.listing_id, r.sku, r.label_vi, r.label_en, r.price, r.weight_grams, r.sold_by_weight, r.position
                FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (
                    id uuid, listing_id uuid, sku text, label_vi text, label_en text, price bigint, weight_grams integer,
                    sold_by_weight boolean, position smallint)
                """).bind("rows", json.writeValueAsString(rows)).then();
    }

    /** A picture to show on a listing. */
    public record NewPicture(ListingId listing, String pictureId) {}

    // Rows as the statements name them; the names are columns, so they stay as they are written.
    private record PictureRow(String listing_id, String picture_id) {
        static PictureRow of(NewPicture picture) {
            return new PictureRow(picture.listing().toString(), picture.pictureId());
        }
    }

    private record VariantRow(
            String id,
            String listing_id,
            String sku,
            String label_vi,
            String label_en,
            long price,
            int weight_grams,
            boolean sold_by_weight,
            int position) {
        static List<VariantRow> of(NewListing listing) {
            return IntStream.range(0, listing.variants().size())
                    .mapToObj(position -> of(listing, position))
                    .toList();
        }

        private static VariantRow of(NewListing listing, int position) {
            var variant = listing.variants().get(position);
            return new VariantRow(
                    variant.id().toString(),
                    listing.id().toString(),
                    variant.sku(),
                    variant.labelVi(),
                    variant.labelEn(),
                    variant.price(),
                    variant.weightGrams(),
                    variant.soldByWeight(),
                    position);
        }
    }

    private record ListingRow(
            String id,
            String seller_id,
            String sku,
            String slug,
            String category_path,
            String name_vi,
            String name_en,
            String description_vi,
            String description_en,
            String unit,
            List<String> ingredients_vi,
            List<String> ingredients_en,
            List<String> certifications,
            boolean organic,
            boolean service,
            @Nullable Integer shelf_life_days,
            String vat_class,
            List<Integer> harvest_months,
            List<Integer> season_months,
            List<String> keywords,
            List<String> tags,
            boolean traceable,
            String province_code,
            @Nullable String commune_code,
            String commune_name,
            long min_price,
            long max_price,
            String created_at) {
        static ListingRow of(NewListing listing) {
            return new ListingRow(
                    listing.id().toString(),
                    listing.sellerId().toString(),
                    listing.sku(),
                    listing.slug(),
                    listing.categoryPath(),
                    listing.nameVi(),
                    listing.nameEn(),
                    listing.descriptionVi(),
                    listing.descriptionEn(),
                    listing.unit(),
                    listing.ingredientsVi(),
                    listing.ingredientsEn(),
                    listing.certifications(),
                    listing.organic(),
                    listing.service(),
                    listing.shelfLifeDays(),
                    listing.vatClass(),
                    listing.harvestMonths(),
                    listing.seasonMonths(),
                    listing.keywords(),
                    listing.tags(),
                    listing.traceable(),
                    listing.provinceCode(),
                    listing.communeCode(),
                    listing.communeName(),
                    listing.minPrice(),
                    listing.maxPrice(),
                    listing.createdAt().toString());
        }
    }
}
