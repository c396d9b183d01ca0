package vn.chophien.marketplace.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.chophien.marketplace.seller.SellerId;

/** A listing to add, with at least one variant. */
public record NewListing(
        ListingId id,
        SellerId sellerId,
        String sku,
        String slug,
        String categoryPath,
        String nameVi,
        String nameEn,
        String descriptionVi,
        String descriptionEn,
        String unit,
        List<String> ingredientsVi,
        List<String> ingredientsEn,
        List<String> certifications,
        boolean organic,
        boolean service,
        @Nullable Integer shelfLifeDays,
        String vatClass,
        List<Integer> harvestMonths,
        List<Integer> seasonMonths,
        List<String> keywords,
        List<String> tags,
        boolean traceable,
        String provinceCode,
        @Nullable String communeCode,
        String communeName,
        Instant createdAt,
        List<NewVariant> variants) {

    public NewListing {
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("A listing has at least one variant");
        }
    }

    /** @param price in đồng */
    public record NewVariant(
            VariantId id,
            String sku,
            String labelVi,
            String labelEn,
            long price,
            int weightGrams,
            boolean soldByWeight) {}

    long minPrice() {
        return variants.stream().mapToLong(NewVariant::price).min().orElseThrow();
    }

    long maxPrice() {
        return variants.stream().mapToLong(NewVariant::price).max().orElseThrow();
    }
}
