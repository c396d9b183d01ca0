package vn.chophien.marketplace.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.chophien.locales.Language;
import vn.chophien.marketplace.seller.SellerType;

/**
 * A listing's page, in one language.
 *
 * @param certifications what the seller claims; OCOP alone is checked
 * @param ocop only while the certificate is valid on today's date in Vietnam
 * @param commodity the code on the price board of what this is, or is made of
 * @param commodityRelation how near it is to what the board quotes
 */
record ListingResponse(
        UUID id,
        String sku,
        String slug,
        String name,
        String description,
        @JsonIgnore String categoryPath,
        List<CategoryName> category,
        Shop shop,
        Origin origin,
        String unit,
        List<Variant> variants,
        String currency,
        List<PictureResponse> pictures,
        List<String> ingredients,
        List<String> certifications,
        boolean organic,
        boolean service,
        @Nullable Integer shelfLifeDays,
        List<Integer> harvestMonths,
        List<Integer> seasonMonths,
        @Nullable Ocop ocop,
        @JsonIgnore String nameVi,
        @Nullable String commodity,
        @Nullable CommodityRelation commodityRelation,
        @Nullable BigDecimal ratingAvg,
        int ratingCount,
        boolean traceable,
        List<String> tags,
        Instant createdAt,
        Instant updatedAt) {

    ListingResponse with(
            List<Variant> variants, List<PictureResponse> pictures, List<Category> lineage, Language language) {
        var names = lineage.stream()
                .map(category -> new CategoryName(category.path(), category.name(language)))
                .toList();
        return new ListingResponse(
                id,
                sku,
                slug,
                name,
                description,
                categoryPath,
                names,
                shop,
                origin,
                unit,
                variants,
                currency,
                pictures,
                ingredients,
                certifications,
                organic,
                service,
                shelfLifeDays,
                harvestMonths,
                seasonMonths,
                ocop,
                nameVi,
                commodity,
                commodityRelation,
                ratingAvg,
                ratingCount,
                traceable,
                tags,
                createdAt,
                updatedAt);
    }

    ListingResponse comparedWith(CommodityRules.Match match) {
        return new ListingResponse(
                id,
                sku,
                slug,
                name,
                description,
                categoryPath,
                category,
                shop,
                origin,
                unit,
                variants,
                currency,
                pictures,
                ingredients,
                certifications,
                organic,
                service,
                shelfLifeDays,
                harvestMonths,
                seasonMonths,
                ocop,
                nameVi,
                match.commodityCode(),
                match.relation(),
                ratingAvg,
                ratingCount,
                traceable,
                tags,
                createdAt,
                updatedAt);
    }

    record CategoryName(String path, String name) {}

    record Shop(
            String slug,
            String name,
            SellerType type,
            ListingCard.ProvinceName province,
            String commune,
            @Nullable String phone) {}

    record Origin(String provinceCode, String province, String commune) {}

    /** @param pricePerKg in the listing's currency; absent where the label states no weight */
    record Variant(
            UUID id,
            String sku,
            String label,
            long price,
            int weightGrams,
            @Nullable Long pricePerKg,
            int available) {}

    record Ocop(int stars, String decisionNo, LocalDate issuedOn, LocalDate validUntil) {}
}
