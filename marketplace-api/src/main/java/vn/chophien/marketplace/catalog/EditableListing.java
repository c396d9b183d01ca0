package vn.chophien.marketplace.catalog;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import vn.chophien.marketplace.sql.Columns;

/**
 * A listing as its shop edits it: both languages, on sale or not.
 *
 * @param version changes with every edit, and with nothing else
 */
public record EditableListing(
        ListingId id,
        String sku,
        String slug,
        long version,
        String nameVi,
        String nameEn,
        String descriptionVi,
        String descriptionEn,
        String categoryPath,
        String provinceCode,
        String unit,
        boolean onSale,
        String currency,
        Instant createdAt,
        Instant updatedAt,
        List<Variant> variants,
        List<PictureResponse> pictures) {

    static final String COLUMNS = """
            l.id, l.sku, l.slug, l.version, l.name_vi, l.name_en, l.description_vi, l.description_en, l.category_path, l.province_code,
            l.unit,
            l.on_sale, l.currency, l.created_at, l.updated_at
            """;

    static EditableListing fromRow(Readable row) {
        return new EditableListing(
                new ListingId(Columns.uuid(row, "id")),
                Columns.text(row, "sku"),
                Columns.text(row, "slug"),
                Columns.number(row, "version"),
                Columns.text(row, "name_vi"),
                Columns.text(row, "name_en"),
                Columns.text(row, "description_vi"),
                Columns.text(row, "description_en"),
                Columns.text(row, "category_path"),
                Columns.text(row, "province_code"),
                Columns.text(row, "unit"),
                Columns.flag(row, "on_sale"),
                Columns.text(row, "currency"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                List.of(),
                List.of());
    }

    EditableListing with(List<Variant> variants, List<PictureResponse> pictures) {
        return new EditableListing(
                id,
                sku,
                slug,
                version,
                nameVi,
                nameEn,
                descriptionVi,
                descriptionEn,
                categoryPath,
                provinceCode,
                unit,
                onSale,
                currency,
                createdAt,
                updatedAt,
                variants,
                pictures);
    }

    /**
     * @param price in the minor unit of the listing's currency
     * @param weightGrams what one piece weighs, nominally if it is sold by weight
     */
    public record Variant(
            VariantId id,
            String sku,
            String labelVi,
            String labelEn,
            long price,
            int weightGrams,
            boolean soldByWeight) {}
}
